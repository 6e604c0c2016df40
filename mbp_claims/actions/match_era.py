"""Matches the claims of a file that was read with ours, before any of it is kept: nobody waits meanwhile."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import Any

from sqlmodel import Session

from mbp_claims.actions.read_era import KeptClaim, ReadEra, ReadPayment
from mbp_claims.actions.review_era import STATE, Trial, state_of
from mbp_claims.db import remittance_rows, trail_since
from mbp_claims.db.families import chunks
from mbp_claims.db.remittance_rows import RemitRow
from mbp_claims.db.rows import without_collection
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remittance import Match, Remittance


def match_era(db: Session, clinician: Clinician, read: ReadEra, step: Step = silent) -> ReadEra:
    """The same with each claim matched, not matched, or a problem, as things stand now. Only reads; `step` tells
    `matched`."""
    place = trail_since.place(db, clinician)
    payments: list[ReadPayment] = []
    for one in read.payments:
        before = sum(len(earlier.rows) for earlier in payments)
        payments.append(_matched(db, clinician, one, partial(_tell, step, before, read.claims)))
    return replace(read, payments=tuple(payments), place=place)


def to_look_at_again(
    db: Session, clinician: Clinician, remittance: Remittance, read: ReadEra, payment: ReadPayment
) -> Collection[int] | None:
    """Ids of the kept claims whose match may not hold any more, by what was done since; None for all of them.

    Somebody else's change can concern a claim that was not found by its number alone.
    """
    if read.place is None:
        return None
    done = trail_since.since(db, clinician, read.place)
    if done.wide:
        return None
    if done.nothing:
        return ()
    unsure = [
        row.position for row in payment.rows
        if row.match != Match.NUMBER or done.concerns(*payment.found[row.position])
    ]  # fmt: skip
    return remittance_rows.ids_at(db, remittance, unsure)


def _tell(step: Step, before: int, of: int, done: int) -> None:
    step("matched", before + done, of)


def _matched(
    db: Session, clinician: Clinician, payment: ReadPayment, told: Callable[[int], None]
) -> ReadPayment:
    head = payment.end.head
    trial = Trial(db, clinician, head.payer_identifier, head.paid_on)
    matched, about = {row.position: row for row in payment.rows}, {}
    done = 0
    with without_collection():
        for part in chunks(sorted(payment.rows, key=_turn)):
            for row, _, found, verdict in trial.run([_row(one) for one in part]):
                state: dict[str, Any] = dict(zip(STATE, state_of(found, verdict, row), strict=True))
                matched[row.id] = matched[row.id]._replace(**state)
                if found.claim is not None:
                    about[row.id] = found.claim.client_id, found.claim.primary_claim_id or found.claim.id
            trial.forget()
            done += len(part)
            told(done)
    return replace(payment, rows=tuple(matched.values()), found=about)


def _turn(row: KeptClaim) -> tuple[int, int]:
    """As `remittance_rows.order_of` has it."""
    return remittance_rows.turn(row.status_code), row.position


def _row(one: KeptClaim) -> RemitRow:
    """As it will be read back; its position is its id until it has one."""
    return RemitRow(
        one.position, one.position, one.claim_number, one.paid_cents, one.said, one.claim_id, one.match, one.outcome,
        one.problem, one.why, one.imbalance,
    )  # fmt: skip
