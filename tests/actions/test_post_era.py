"""Import, look, Post: what each does to claims, secondaries and the ledger, and what it leaves alone."""

import pytest

from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.prepare_posting import NOTHING, ONE_BY_ONE
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.reconcile import reconcile
from mbp_claims.actions.settle_line import choose_match, forget_match, skip_line, take_up_line
from mbp_claims.actions.undo_posting import reverse_posting, undo_posting
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.progress import Cancelled
from mbp_claims.domain.remittance import Remittance, RemittanceClaim
from tests.actions.inbox import HOUR, LATER, TWO
from tests.actions.posting_desk import A1, MONEY, balances, imported, standings, waiting
from tests.desk import Desk


def test_an_import_changes_no_claim(desk: Desk):
    practice = waiting(desk, A1=TWO)
    before = {name: rows for name, rows in practice.everything().items() if name in (*MONEY, "posting")}
    imported(practice, A1)
    after = practice.everything()
    assert {name: after[name] for name in before} == before
    kept = practice.one(Remittance)
    assert (kept.claims, kept.posted, kept.waiting) == (1, 0, 1)


def test_the_preview_says_what_post_will_cause_and_post_causes_that(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    preview = practice.look(preview_era, era)
    (line,) = preview.lines
    assert (line.number, line.client, line.row.match) == ("CHC-A1", "Dana Rivera", "number")
    assert {one.what: one.agrees for one in line.agreements} == {
        "number": True, "patient": True, "member": True, "day": True, "services": True, "charge": True,
    }  # fmt: skip
    effect = line.effect
    assert (effect.verdict, effect.sequel, effect.secondary, effect.next_payer, effect.to_bill) == (
        "completes", "made", "CHC-A1-S", "Northwind Mutual", 8445,
    )  # fmt: skip
    assert (effect.paid, effect.written_off, effect.held, effect.client) == (17780, 9775, 8445, 0)
    assert (preview.ready, preview.ready_cents) == (1, 17780)
    posted = practice.do(post_era, era)
    assert (posted.posted, posted.paid_cents, posted.secondaries) == (1, 17780, ("CHC-A1-S",))
    assert standings(practice) == [("CHC-A1", "completed", ""), ("CHC-A1-S", "pending", "")]
    assert balances(practice, "CHC-A1") == Balances(36000, 17780, 9775, held=8445)


def test_nothing_is_posted_twice(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    practice.do(post_era, era)
    assert str(practice.refused(post_era, era)) == NOTHING


def test_some_lines_may_be_posted_and_the_rest_later(desk: Desk):
    practice = waiting(desk, D1=[HOUR], D2=[LATER], D3=[HOUR])
    era = imported(practice, "03_denied_4.835")
    first, *others = [row.id for row in practice.rows(RemittanceClaim)]
    assert practice.do(post_era, era, [first]).posted == 1
    assert [row.outcome for row in practice.rows(RemittanceClaim)] == ["posted", "matched", "matched"]
    assert practice.do(post_era, era, [first, *others]).posted == 2


def test_a_payment_that_does_not_add_up_is_posted_line_by_line_and_its_broken_claim_never(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, "bad_04_bpr_unbalanced.835")
    (row,) = practice.rows(RemittanceClaim)
    assert (row.outcome, row.imbalance) == ("matched", "")
    assert str(practice.refused(post_era, era)) == ONE_BY_ONE
    assert practice.do(post_era, era, [row.id]).posted == 1
    assert practice.look(reconcile, era).difference == -100000


def test_a_claim_that_does_not_add_up_is_a_problem_however_it_is_asked(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, "bad_03_line_unbalanced.835")
    (row,) = practice.rows(RemittanceClaim)
    assert (row.outcome, row.problem) == ("problem", "unbalanced")
    assert str(practice.refused(post_era, era, [row.id])) == NOTHING
    practice.do(choose_match, row.id, "CHC-A1")
    assert practice.rows(RemittanceClaim)[0].problem == "unbalanced"


def test_a_claim_that_cannot_be_read_is_told_beside_the_others(desk: Desk):
    practice = waiting(desk, A1=TWO)
    imported(practice, "bad_07_amount_letter_o.835")
    (row,) = practice.rows(RemittanceClaim)
    assert (row.claim_number, row.outcome, row.problem) == ("CHC-A1", "problem", "unreadable")


def test_a_line_is_skipped_and_taken_up_again(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    (row,) = practice.rows(RemittanceClaim)
    practice.do(skip_line, row.id)
    assert (practice.one(Remittance).waiting, practice.look(reconcile, era).skipped) == (0, 17780)
    assert str(practice.refused(post_era, era)) == NOTHING
    practice.do(take_up_line, row.id)
    assert practice.do(post_era, era).posted == 1
    assert "posted already" in str(practice.refused(skip_line, row.id))


def test_a_cancelled_post_changes_nothing(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    before = practice.everything()

    def cancel(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        practice.do(post_era, era, step=cancel)
    assert practice.everything() == before


def test_another_practice_finds_none_of_it(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    posted = practice.do(post_era, era)
    for verb, of in (
        (post_era, era), (undo_posting, posted.posting_id), (reverse_posting, posted.posting_id),
        (skip_line, 1), (take_up_line, 1), (forget_match, 1), (choose_match, 1),
    ):  # fmt: skip
        with pytest.raises(NotFound):
            desk.do(verb, of, *(["CHC-A1"] if verb is choose_match else []))
    for reader in (preview_era, reconcile):
        with pytest.raises(NotFound):
            desk.look(reader, era)
