"""What the clearinghouse and a payer have left for the demo practice: one claim accepted, one sent back."""

from datetime import datetime

from sqlmodel import Session

from mbp_claims.clock import local
from mbp_claims.db import claims, clients, clinicians, files, plans
from mbp_claims.domain.cast.claims import C_ACCEPTED, C_SENT_BACK
from mbp_claims.domain.cast.practice import UNITED
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import Party
from mbp_claims.x12.write_acks import ACCEPTED, PayersWord, write_277ca, write_999

DIAGNOSIS_NOT_RIGHT = "A7:255"


def waiting_acks(db: Session, clinician: Clinician, at: datetime) -> dict[str, bytes]:
    """By file name: a 999 and a 277CA about the one, a 277CA about the other."""
    practice, when = clinicians.practice_of(db, clinician), local(at)
    accepted, control = _word(db, clinician, C_ACCEPTED.code, ACCEPTED, "U26327340")
    sent_back, other = _word(db, clinician, C_SENT_BACK.code, DIAGNOSIS_NOT_RIGHT)
    said = {
        f"clearinghouse-{other}.999": write_999(practice, other, when),
        f"united-{control}.277": write_277ca(practice, control, when, accepted),
        f"united-{other}.277": write_277ca(practice, other, when, sent_back),
    }
    return {name: text.encode() for name, text in said.items()}


def _word(
    db: Session, clinician: Clinician, number: str, status: str, payers_number: str = ""
) -> tuple[PayersWord, int]:
    """And the control number of the file that the claim went out in."""
    claim = claims.claim(db, clinician, number)
    plan = plans.plan(db, clinician, claim.plan_id)
    client = clients.client_by_id(db, clinician, claim.client_id)
    filed = files.last_filed(db, claim)
    assert filed is not None
    patient = Party(client.last_name, client.first_name, "", "MI", plan.member_id)
    word = PayersWord(UNITED, number, claim.charge_cents, patient, status, payers_number)
    return word, files.claim_file(db, clinician, filed.claim_file_id).control_number
