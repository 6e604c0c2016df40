"""A claim file on its way out: kept first, then sent, and its claims are filed when it has arrived.

Three steps, so that a delivery that takes its time can stand between them. `keep_file` writes the interchange and keeps
it with its claims and its number, in the caller's transaction. `hand_over` has it wait to be sent, in the same one.
`deliver.send_waiting` carries it, and calls `arrived` when it is there, in a transaction of its own.
"""

from collections.abc import Sequence

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db import files, payers
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.filings import by_id
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.answer_draft import refuse
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.delivery import FIRST_TRY, Delivery, file_name
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.x12.claim_837 import Loops, claim_loops, claims_file, set_number
from mbp_claims.x12.gate import gate

DONE = {"1": "filed", "7": "replacement filed", "8": "void filed"}
"""What the trail says, by frequency."""


def keep_file(
    db: Session, clinician: Clinician, filings: Sequence[Filing], checked: Sequence[Loops] | None = None
) -> ClaimFile:
    """Writes the claims as one interchange under the next control number, and keeps it; nothing is sent yet.

    `checked` are the claims as they have passed the gate before; without it they pass it here: RuleViolation with what
    it finds, and no number is used up. The claims’ status stays as it is.
    """
    practice = practice_of(db, clinician, counting=True)
    number = practice.next_control
    loops = [claim_loops(filing) for filing in filings] if checked is None else checked
    text = claims_file(practice, number, filings[0].written_at, loops)
    if checked is None:
        refuse({f"gate-{n}": sentence for n, sentence in enumerate(gate(text), 1)})
    practice.next_control = number + 1
    first = filings[0].claim.number
    file = ClaimFile(
        practice_id=practice.id or 0, name=f"{first}.837p" if len(filings) == 1 else f"claims-{number}.837p",
        content=text, control_number=number, created_at=now(), created_by=clinician.signature,
    )  # fmt: skip
    db.add(file)
    db.flush()
    db.add_all(_filed(file, filing, position) for position, filing in enumerate(filings, 1))
    db.flush()
    return file


def hand_over(db: Session, clinician: Clinician, file: ClaimFile) -> list[Claim]:
    """The file waits to be sent, and so do its claims, which it gives."""
    content = file.content.encode()
    submitter = practice_of(db, clinician).submitter_id
    db.add(
        Delivery(
            practice_id=file.practice_id, claim_file_id=file.id or 0, next_try_at=now() + FIRST_TRY,
            name=file_name(submitter, file.control_number, content),
        )
    )  # fmt: skip
    inside = files.claims_of(db, file)
    for filed, claim in inside:
        record_claim(db, clinician, f"{claim.number} waits to be sent", claim, claim.move(ClaimStatus.WAITING))
        filed.note_before, claim.note = claim.note, ""
    db.flush()
    return [claim for _, claim in inside]


def arrived(db: Session, clinician: Clinician, file: ClaimFile) -> list[Claim]:
    """The file is there: each of its claims that waited for it is filed; one that was answered meanwhile stays."""
    inside = [(filed, claim) for filed, claim in files.claims_of(db, file) if claim.status == ClaimStatus.WAITING]
    billed = by_id(db, InsurancePlan, (claim.plan_id for _, claim in inside))
    names = payers.payer_names(db, {plan.payer_id for plan in billed.values()})
    for filed, claim in inside:
        change = claim.move(ClaimStatus.FILED)
        claim.filed_at, claim.note = now(), ""
        payer = names[billed[claim.plan_id].payer_id]
        record_claim(db, clinician, f"{claim.number} {DONE[filed.frequency]} to {payer}", claim, change)
    db.flush()
    return [claim for _, claim in inside]


def _filed(file: ClaimFile, filing: Filing, position: int) -> FiledClaim:
    claim = filing.claim
    return FiledClaim(
        claim_file_id=file.id or 0, claim_id=claim.id or 0, position=position, set_number=set_number(position),
        frequency=filing.frequency, original_reference=filing.original_reference, charge_cents=claim.charge_cents,
        to_bill_cents=claim.to_bill_cents if claim.is_secondary else claim.charge_cents, cob_id=claim.cob_id,
    )  # fmt: skip
