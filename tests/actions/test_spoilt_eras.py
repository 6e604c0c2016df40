"""Spoilt 835 files that can still be read are imported: nothing is posted that does not add up, nothing half-way."""

from collections.abc import Iterator
from itertools import islice

from sqlmodel import Session, select

from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.db.engine import transaction
from mbp_claims.domain.adjudication import Adjudication, Adjustment, LineAnswer
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Outcome, RemittanceClaim
from mbp_claims.domain.violation import RuleViolation
from tests.fuzz.judge import judge
from tests.fuzz.mutants import mutant
from tests.golden import authored_practice, service

HOUR = service("90837", "2025-12-22", "200.00")
LATER = service("90834", "2025-12-29", "160.00", control="2")
CLAIMS = {
    "CHC-A1": [HOUR, LATER], "CHC-B1": [HOUR], "CHC-C1": [HOUR, LATER], "CHC-R1": [HOUR], "CHC-X1": [HOUR],
    "CHC-D1": [HOUR], "CHC-D2": [service("90834", "2025-12-29", "160.00")],
}  # fmt: skip
MANY = 120


class Undone(Exception):
    """Takes everything back."""


def readable() -> Iterator[bytes]:
    """Those of the spoilt files, from another stretch than the reader's own tests, that are not refused."""
    seed = 1_000_000
    while True:
        if judge(data := mutant(seed)).kind != "refused":
            yield data
        seed += 1


def test_whatever_of_a_spoilt_file_is_posted_adds_up(database_url: str):
    with transaction(database_url) as db:
        clinician = authored_practice(db, CLAIMS)
    posted = sum(import_and_undo(database_url, clinician, data) for data in islice(readable(), MANY))
    assert posted > MANY // 10


def import_and_undo(url: str, clinician: Clinician, data: bytes) -> int:
    """How many claims were posted. A refusal is fine; any other exception is not."""
    posted = 0
    try:
        with transaction(url) as db:
            import_and_post(db, clinician, "spoilt.835", data)
            posted = assert_posted_adds_up(db)
            raise Undone
    except (Undone, RuleViolation):
        return posted


def assert_posted_adds_up(db: Session) -> int:
    """Rows that were posted and answers that were kept, each against the charges of our own claim."""
    rows = db.exec(select(RemittanceClaim).where(RemittanceClaim.outcome == Outcome.POSTED)).all()
    assert not [row for row in rows if row.imbalance or row.problem]
    for answer in db.exec(select(Adjudication)).all():
        charges = {one.id: one.charge_cents for one in lines_of(db, answer)}
        reductions = db.exec(select(Adjustment).where(Adjustment.adjudication_id == answer.id)).all()
        assert answer.paid_cents + sum(one.amount_cents for one in reductions) == sum(charges.values())
        for line in db.exec(select(LineAnswer).where(LineAnswer.adjudication_id == answer.id)).all():
            own = sum(one.amount_cents for one in reductions if one.service_line_id == line.service_line_id)
            assert line.paid_cents + own == charges[line.service_line_id]
    return len(rows)


def lines_of(db: Session, answer: Adjudication) -> list[ServiceLine]:
    claim = db.get(Claim, answer.claim_id)
    assert claim
    return list(db.exec(select(ServiceLine).where(ServiceLine.claim_id == claim.services_of)).all())
