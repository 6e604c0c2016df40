"""What the day begins with: what is owed, by whom, and what there is to do."""

from sqlmodel import Session

from mbp_claims.actions.list_claims import facts_of
from mbp_claims.actions.open_era import payer_name
from mbp_claims.clock import today
from mbp_claims.db import payers, worklist
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, why_not
from mbp_claims.domain.worklist import ToReview, Worklist, months_until

MONTHS = 6


def open_today(db: Session, clinician: Clinician) -> Worklist:
    """Of the clients that the person sees. Payments to review are the office's: a clinician has none of them here."""
    ready, ready_sum = worklist.ready(db, clinician)
    look, look_sum = worklist.to_look_at(db, clinician)
    shown = {one.claim.number: one for one in facts_of(db, clinician, [*ready, *look])}
    return Worklist(
        tuple(shown[claim.number] for claim in ready), ready_sum, tuple(shown[claim.number] for claim in look),
        look_sum, () if why_not(clinician.role, Task.PAYMENTS) else _to_review(db, clinician),
        tuple(worklist.waiting_on_payers(db, clinician)), tuple(worklist.waiting_on_clients(db, clinician)),
        tuple(worklist.received(db, clinician, months_until(today(), MONTHS))),
    )  # fmt: skip


def _to_review(db: Session, clinician: Clinician) -> tuple[ToReview, ...]:
    left = worklist.to_review(db, clinician)
    names = payers.names_by_identifier(db, clinician, {one.payer_identifier for one, __ in left}) if left else {}
    return tuple(ToReview(one, payer_name(one, names), cents) for one, cents in left)
