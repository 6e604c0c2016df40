"""An ERA is matched, and its posting worked out, before anybody has to wait: what was done meanwhile is never lost."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from mbp_claims.actions import prepared as preparing
from mbp_claims.actions import review_era
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.edit_client import edit_client
from mbp_claims.actions.end_plan import end_plan
from mbp_claims.actions.import_era import import_era, keep_era
from mbp_claims.actions.match_era import match_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era, post_prepared
from mbp_claims.actions.prepare_posting import prepare_posting
from mbp_claims.actions.prepared import Prepared
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.actions.read_era import read_era
from mbp_claims.actions.settle_line import skip_line
from mbp_claims.db import families
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.remittance import RemittanceClaim
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import authored_era, authored_practice, golden_era, golden_practice, service
from tests.x12.filings import facts

TWO = [service("90837", "2025-12-22", "200.00"), service("90834", "2025-12-29", "160.00", control="2")]
A1 = "08_crlf_after_tilde.835"
TYPED = (builders.entry({1: "120", 2: "57.80"}, (1, "CO", "45", "50"), (1, "PR", "3", "30"), (2, "CO", "45", "102.20")),
         {"eob_date": "1/5/2026"})  # fmt: skip


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    """CHC-A1 waits for its answer."""
    return as_another(desk, lambda db: authored_practice(db, {"CHC-A1": TWO}))


@pytest.fixture
def other(waiting: Desk) -> Client:
    """Somebody else of the same practice, with both plans."""
    client = waiting.do(lambda db, who: builders.new_client(db, who, "R-9", first_name="Ash"))
    waiting.do(lambda db, who: builders.both(db, who, client))
    return client


def prepared(desk: Desk, name: str = A1) -> Prepared:
    era = desk.do(import_era, name, authored_era(name)).remittance_id
    return desk.look(prepare_posting, era)


def corrected(desk: Desk) -> None:
    """Somebody opens the client's contact form and saves it."""
    client = desk.one(Client, Client.practice_id == desk.clinician.practice_id)
    form = {"first_name": "Dana", "last_name": "Rivera-Ash", "born": "03/14/1988", "sex": "F"}
    desk.do(edit_client, client.number, form)


def ended(desk: Desk) -> None:
    plan = desk.one(InsurancePlan, InsurancePlan.rank == "secondary")
    desk.do(end_plan, plan.id, {"ends": "12/01/2025"})


def begun(desk: Desk, client: Client) -> str:
    """Another claim of the practice, which waits to be filed."""
    return desk.do(builders.started, client).number


def test_working_it_out_changes_nothing(waiting: Desk):
    era = waiting.do(import_era, A1, authored_era(A1)).remittance_id
    before = waiting.everything()
    waiting.look(prepare_posting, era)
    assert waiting.everything() == before


def test_what_was_worked_out_before_ends_as_what_is_posted_at_once(desk: Desk):
    ends = []
    for post in (at_once, apart):
        practice = as_another(desk, lambda db: golden_practice(db, "ex9", "plans_0092"))
        era = practice.do(import_era, "primary.835", golden_era("ex9")).remittance_id
        posted = post(practice, era)
        claims = [
            (one.number, one.status, one.paid_cents, one.to_bill_cents, one.note, one.version)
            for one in practice.rows(Claim, Claim.practice_id == practice.clinician.practice_id)
        ]
        ends.append((posted.posted, posted.paid_cents, posted.secondaries, posted.denied, posted.left, claims))
    assert ends[0] == ends[1]
    assert ends[0][0] == len(facts("ex9")["claims"])


def at_once(practice: Desk, era: int) -> Any:
    return practice.do(post_era, era)


def apart(practice: Desk, era: int) -> Any:
    return practice.do(post_prepared, practice.look(prepare_posting, era))[0]


MEANWHILE = {
    "its client was changed": corrected,
    "the second plan has ended": ended,
    "the line was skipped": lambda desk: desk.do(skip_line, desk.one(RemittanceClaim).id),
    "another tab was faster": lambda desk: desk.do(post_era, desk.one(RemittanceClaim).remittance_id),
}


@pytest.mark.parametrize("meanwhile", MEANWHILE.values(), ids=MEANWHILE)
def test_nothing_is_written_that_something_was_done_about_meanwhile(waiting: Desk, meanwhile: Callable[[Desk], Any]):
    ready = prepared(waiting)
    meanwhile(waiting)
    before = waiting.everything()
    assert waiting.do(post_prepared, ready) is None
    assert waiting.everything() == before


def test_what_was_done_about_others_meanwhile_keeps_nobody(waiting: Desk, other: Client):
    number = begun(waiting, other)
    ready = prepared(waiting)
    waiting.do(mark_not_billable, number)
    assert waiting.do(post_prepared, ready)[0].posted == 1


def test_ids_that_somebody_else_took_are_not_given_twice(waiting: Desk, other: Client):
    ready = prepared(waiting)
    begun(waiting, other)
    assert waiting.do(post_prepared, ready) is None
    assert waiting.do(post_prepared, waiting.look(prepare_posting, ready.payments[0].remittance_id))[0].posted == 1


@pytest.mark.parametrize("most", [preparing.MOST, 0], ids=["all at once", "one part after the other"])
def test_a_payment_in_parts_corrects_in_one_what_it_took_back_in_another(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, most: int
):
    """A thousand claims are a part; here one is."""
    monkeypatch.setattr(families, "CHUNK", 1)
    monkeypatch.setattr(preparing, "MOST", most)
    practice = as_another(desk, lambda db: authored_practice(db, {"CHC-R1": TWO[:1]}))
    typed = builders.entry({1: "120"}, (1, "CO", "45", "50"), (1, "PR", "3", "30"))
    practice.do(complete_by_hand, "CHC-R1", typed, {"eob_date": "1/5/2026"}, later=False)
    ready = prepared(practice, "02_reversal_correction_22.835")
    assert len(ready.payments[0].parts) == (2 if most else 0)
    assert practice.do(post_prepared, ready)[0].posted == 2
    assert [claim.to_bill_cents for claim in practice.rows(Claim)] == [20000, 1050]
    assert [one.paid_cents for one in practice.rows(Adjudication)] == [12000, -12000, 13950]
    sums = practice.look(open_ledger, "CHC-R1").balances
    assert (sums.charge, sums.paid, sums.written_off, sums.held) == (20000, 13950, 5000, 1050)


def matched(desk: Desk, name: str = A1) -> Any:
    return desk.look(match_era, read_era(name, authored_era(name)))


def test_what_was_matched_before_is_kept_as_what_is_matched_at_once(desk: Desk):
    ends = []
    for keep in (lambda practice: practice.do(import_era, A1, authored_era(A1)),
                 lambda practice: practice.do(keep_era, matched(practice))):  # fmt: skip
        practice = as_another(desk, lambda db: authored_practice(db, {"CHC-A1": TWO}))
        kept = keep(practice)
        (row,) = practice.rows(RemittanceClaim, RemittanceClaim.remittance_id == kept.remittance_id)
        ends.append((row.outcome, row.match, row.problem, row.why, kept.remittances[0].matched))
    assert ends[0] == ends[1] == ("matched", "number", "", "", 1)


def test_a_claim_that_changed_after_it_was_matched_is_looked_at_again(waiting: Desk):
    read = matched(waiting)
    waiting.do(complete_by_hand, "CHC-A1", *TYPED, later=False)
    waiting.do(keep_era, read)
    assert (waiting.one(RemittanceClaim).outcome, waiting.one(RemittanceClaim).problem) == ("problem", "answered")


def test_a_claim_that_somebody_else_changed_is_not_looked_at_again(
    waiting: Desk, other: Client, monkeypatch: pytest.MonkeyPatch
):
    number = begun(waiting, other)
    read = matched(waiting)
    waiting.do(mark_not_billable, number)
    waiting.do(mark_billable, number)
    looked: list[Any] = []
    monkeypatch.setattr(review_era.Trial, "run", lambda trial, rows: looked.append(rows) or iter(()))
    waiting.do(keep_era, read)
    assert (waiting.one(RemittanceClaim).outcome, looked) == ("matched", [])


def test_a_claim_that_came_after_it_was_looked_for_is_found(waiting: Desk, other: Client):
    nobodys = re.sub(rb"\*MI\*\w+", b"*MI*NOBODY", authored_era(A1)).replace(b"CHC-A1", b"C-1002")
    read = waiting.look(match_era, read_era("a.835", nobodys))
    assert [row.outcome for one in read.payments for row in one.rows] == ["not_matched"]
    late = begun(waiting, other)
    assert late == "C-1002"
    waiting.do(keep_era, read)
    assert waiting.one(RemittanceClaim).why == f"The charge differs from that of {late}"
