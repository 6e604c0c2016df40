"""Claims of the cast: made as a clinician makes them, and what became of them."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.demo.past import day
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.actions.send_file import keep_file
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.clock import local
from mbp_claims.db import claims
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.filings import filings_of
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.answer_draft import refuse
from mbp_claims.domain.answer_entry import AnswerEntry, EntryRow
from mbp_claims.domain.cast.shapes import CastAnswer, CastClaim, Deed
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.days import show_day
from mbp_claims.domain.filing_rules import missing
from mbp_claims.domain.money import plain_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.x12.claim_837 import claim_loops


def start_cast_claim(db: Session, clinician: Clinician, claim: CastClaim) -> Claim:
    practice = practice_of(db, clinician)
    practice.next_claim = claim.number
    form = {
        "service_date": day(claim.days).isoformat(), "place": "11", "diagnosis-1": claim.client.diagnosis,
        "rendering": str(clinician.id), "procedure-1": claim.procedure, "charge-1": plain_cents(claim.cents),
    }  # fmt: skip
    return start_claim(db, clinician, claim.client.code, form, ("1",), ("1",))


def carry_out(db: Session, clinician: Clinician, claim: CastClaim, deed: Deed, at: datetime) -> None:
    number = claim.code + ("-S" if deed.second else "")
    if deed.kind == "not_billable":
        mark_not_billable(db, clinician, number)
    elif deed.answer:
        answer_by_hand(db, clinician, number, deed.answer, day(deed.days))
    else:
        _SENT[deed.kind](db, clinician, claims.claim(db, clinician, number), deed, at)


def send(db: Session, clinician: Clinician, claim: Claim, _deed: Deed | None, at: datetime) -> None:
    """As `file_claim` does it, on an earlier day. The gate is left out here: it takes a while, and tests ask it."""
    (filing,) = filings_of(db, clinician, [claim], local(at))
    refuse(missing(filing))
    file = keep_file(db, clinician, [filing], checked=[claim_loops(filing)])
    file.created_at = at
    change = claim.move(ClaimStatus.FILED)
    claim.filed_at = at
    record_claim(db, clinician, f"{claim.number} filed to {filing.payer.name}", claim, change)


def _accept(db: Session, clinician: Clinician, claim: Claim, _deed: Deed, at: datetime) -> None:
    """What an acknowledgement of the payer will do once they are read."""
    change = claim.move(ClaimStatus.ACCEPTED)
    claim.note = f"By the payer, {show_day(local(at).date())}"
    record_claim(db, clinician, f"{claim.number} accepted", claim, change)


def _reject(db: Session, clinician: Clinician, claim: Claim, deed: Deed, _at: datetime) -> None:
    change = claim.move(ClaimStatus.REJECTED)
    claim.note = deed.note
    record_claim(db, clinician, f"{claim.number} rejected: {deed.note}", claim, change)


_SENT: dict[str, Callable[[Session, Clinician, Claim, Deed, datetime], None]] = {
    "filed": send, "accepted": _accept, "rejected": _reject,
}  # fmt: skip


def answer_by_hand(db: Session, clinician: Clinician, number: str, answer: CastAnswer, on: object) -> None:
    """From a paper EOB of that day."""
    rows = tuple(
        EntryRow(str(place), 1, group, reason, plain_cents(cents))
        for place, (group, reason, cents) in enumerate(answer.codes, 1)
    )
    entry = AnswerEntry(rows, {1: plain_cents(answer.paid)})
    form = {"control_number": answer.control, "eob_date": str(on)}
    complete_by_hand(db, clinician, number, entry, form, later=answer.typed_in_part)
