"""Whatever balanced answer a payer gives, in whatever order it comes: one secondary, and an 837P that adds up."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from mbp_claims.actions.complete_claim import complete_by_hand, complete_claim, reopen_claim
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.generate_secondary import make_missing_secondaries, make_secondary, missing_secondaries
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.actions.remove_plan import remove_plan, restore_plan
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.adjudication import Source
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.denial import denied
from mbp_claims.domain.money import plain_cents
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.x12.check_837 import faults
from mbp_claims.x12.written_claim import WrittenFile
from tests import builders
from tests.desk import Desk, fresh_copy
from tests.golden import authored_era, authored_practice, service
from tests.x12.adjudications import adjudications

ONCE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def answered(db: Session, clinician: Clinician, client: Client, charges: list[int], answer: Answer) -> Claim:
    """A claim of these charges that its payer answered so."""
    claim = builders.filed(db, clinician, client, tuple(plain_cents(cents) for cents in charges))
    complete_claim(db, clinician, claim, answer, Source.EOB)
    return claim


@settings(parent=ONCE, max_examples=25)
@given(adjudications())
def test_any_balanced_answer_gives_a_balanced_837p(desk: Desk, client: Client, told: tuple[list[int], Answer]):
    """pyx12 and our own equations are asked by the verb itself; here they are asked again of what was kept."""
    charges, answer = told
    codes = [(r.line, r.code) for r in answer.reductions]
    assume(len(codes) == len(set(codes)))
    if not desk.rows(InsurancePlan):
        desk.do(builders.both, client)
    primary = desk.do(answered, client, charges, answer)
    with suppress(RuleViolation):
        desk.do(make_secondary, primary.number)
    filed = desk.do(file_claim, f"{primary.number}-S", anyway=True)
    assert (filed.already, filed.claim.status) == (False, "waiting")
    text = desk.rows(ClaimFile)[-1].content
    assert faults(text) == []
    (claim,) = WrittenFile.read(text).claims
    (other,) = claim.others
    assert other.find("AMT", "D").cents(2) == answer.paid_cents


@settings(parent=ONCE, max_examples=60)
@given(adjudications())
def test_any_balanced_answer_settles_the_claim_once(desk: Desk, client: Client, told: tuple[list[int], Answer]):
    charges, answer = told
    if not desk.rows(InsurancePlan):
        desk.do(builders.both, client)
    primary = desk.do(answered, client, charges, answer)
    assert primary.status == ("denied" if denied(answer) else "completed")
    assert primary.paid_cents == answer.paid_cents
    for second in desk.rows(Claim, Claim.primary_claim_id == primary.id):
        assert (second.charge_cents, second.off_cents) == (sum(charges), 0)
        assert second.to_bill_cents >= 0


ERAS = {name: authored_era(name) for name in ("08_crlf_after_tilde.835", "06_two_st_one_gs.835")}
BY_HAND = builders.entry(
    {1: "120", 2: "57.80"}, (1, "CO", "45", "50"), (1, "PR", "3", "30"), (2, "CO", "45", "47.75"),
    (2, "PR", "1", "54.45"),
)  # fmt: skip
TWO = [service("90837", "2025-12-22", "200.00"), service("90834", "2025-12-29", "160.00", "2")]
STEPS: dict[str, Callable[[Desk], object]] = {
    "complete": lambda desk: desk.do(complete_by_hand, "CHC-A1", BY_HAND, {"eob_date": "1/15/2026"}, later=False),
    "import": lambda desk: desk.do(import_and_post, "a.835", ERAS["08_crlf_after_tilde.835"]),
    "import another": lambda desk: desk.do(import_and_post, "b.835", ERAS["06_two_st_one_gs.835"]),
    "reopen": lambda desk: desk.do(reopen_claim, "CHC-A1"),
    "file": lambda desk: desk.do(file_claim, "CHC-A1-S"),
    "follow": lambda desk: desk.do(make_secondary, "CHC-A1"),
    "offer": lambda desk: desk.do(make_missing_secondaries, "R-0412"),
    "put away": lambda desk: desk.do(mark_not_billable, "CHC-A1-S"),
    "take back": lambda desk: desk.do(mark_billable, "CHC-A1-S"),
    "remove": lambda desk: desk.do(remove_plan, desk.one(InsurancePlan, InsurancePlan.rank == "secondary").id),
    "restore": lambda desk: desk.do(restore_plan, desk.one(InsurancePlan, InsurancePlan.rank == "secondary").id),
}


@pytest.fixture
def answered_file(migrated_file: Path) -> tuple[Path, Clinician]:
    """A practice whose claim CHC-A1 is with the primary payer, to be copied."""
    url = fresh_copy(migrated_file, "practice.db")
    with transaction(url) as db:
        clinician = authored_practice(db, {"CHC-A1": TWO})
    engine(url).dispose()
    return migrated_file.with_name("practice.db"), clinician


@settings(parent=ONCE, max_examples=40)
@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=9))
def test_whatever_happens_twice_there_is_one_secondary(answered_file: tuple[Path, Clinician], steps: list[str]):
    file, clinician = answered_file
    desk = Desk(fresh_copy(file, "copy.db"), clinician)
    for step in steps:
        with suppress(RuleViolation, LookupError):
            STEPS[step](desk)
        primary = desk.one(Claim, Claim.number == "CHC-A1")
        seconds = desk.rows(Claim, Claim.primary_claim_id == primary.id)
        assert len(seconds) <= 1
        removed = desk.one(InsurancePlan, InsurancePlan.rank == "secondary").removed_at
        waiting = [one for one in seconds if one.status in ("pending", "not_billable")]
        assert not waiting or primary.status == "completed"
        assert not [one for one in seconds if one.status == "pending"] or not removed
        if primary.status == "completed" and not removed:
            there = [one for one in seconds if one.status != "withdrawn"]
            assert len(there) + len(desk.look(missing_secondaries, "R-0412")) == 1
    engine(desk.url).dispose()
