"""Undo and Reverse: what a posting changed is as it was, and what was filed since says so."""

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.undo_posting import reverse_posting, undo_posting
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.remittance import Remittance
from tests import builders
from tests.actions.inbox import TWO
from tests.actions.posting_desk import A1, balances, golden_claim, imported, standings, waiting
from tests.desk import Desk
from tests.golden import golden_era


def test_undo_puts_back_claims_and_balances_and_the_line_may_be_posted_again(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    posted = practice.do(post_era, era)
    assert practice.look(preview_era, era).undo.id == posted.posting_id
    practice.do(undo_posting, posted.posting_id)
    assert standings(practice) == [
        ("CHC-A1", "filed", ""), ("CHC-A1-S", "withdrawn", "The posting of its ERA was undone"),
    ]  # fmt: skip
    assert balances(practice, "CHC-A1") == Balances()
    assert (practice.one(Remittance).posted, practice.one(Remittance).waiting) == (0, 1)
    practice.do(post_era, era)
    assert standings(practice) == [("CHC-A1", "completed", ""), ("CHC-A1-S", "pending", "")]
    assert balances(practice, "CHC-A1") == Balances(36000, 17780, 9775, held=8445)
    assert "CHC-A1: posting undone" in [what for what, _, _ in practice.trail]


def test_a_posting_is_taken_back_once(desk: Desk):
    practice = waiting(desk, A1=TWO)
    posted = practice.do(post_era, imported(practice, A1))
    practice.do(undo_posting, posted.posting_id)
    for verb in (undo_posting, reverse_posting):
        assert str(practice.refused(verb, posted.posting_id)) == "This was taken back already."


def test_once_something_of_it_was_filed_it_is_reversed_and_the_filed_claim_says_so(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    posted = practice.do(post_era, era)
    practice.sent(file_claim, "CHC-A1-S")
    assert "CHC-A1-S was filed since" in str(practice.refused(undo_posting, posted.posting_id))
    preview = practice.look(preview_era, era)
    assert (preview.undo, preview.reverse.id) == (None, posted.posting_id)
    practice.do(reverse_posting, posted.posting_id)
    assert balances(practice, "CHC-A1") == Balances()
    primary, second = practice.rows(Claim)
    assert (primary.status, second.status, second.cob_changed) == ("filed", "filed", True)


def test_what_a_person_corrected_in_between_is_taken_back_with_it(desk: Desk):
    practice = waiting(desk, A1=TWO)
    posted = practice.do(post_era, imported(practice, A1))
    changed = builders.entry(
        {1: "120", 2: "57.80"}, (1, "CO", "45", "60"), (1, "PR", "3", "20"), (2, "CO", "45", "47.75"),
        (2, "PR", "1", "40"), (2, "PR", "2", "14.45"),
    )  # fmt: skip
    practice.sent(file_claim, "CHC-A1-S", changed)
    assert balances(practice, "CHC-A1") == Balances(36000, 17780, 10775, held=7445)
    practice.do(reverse_posting, posted.posting_id)
    assert balances(practice, "CHC-A1") == Balances()


def test_a_posting_that_others_stand_on_is_not_taken_back_from_under_them(desk: Desk):
    practice = golden_claim(desk)
    first = practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex1")).remittance_id)
    practice.sent(file_claim, "CHC-2026-0001-S")
    practice.do(post_era, practice.do(import_era, "b.835", golden_era("ex8", "secondary_oa23.835")).remittance_id)
    assert "CHC-2026-0001-S was changed since" in str(practice.refused(reverse_posting, first.posting_id))
