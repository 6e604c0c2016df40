"""A replacement that the payer answers without taking its first answer back: every cent of the deposit is explained."""

from typing import Any

import pytest

from mbp_claims.actions.complete_claim import complete_by_hand, reopen_claim
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.reconcile import reconcile
from mbp_claims.actions.resend_claim import replace_claim
from mbp_claims.actions.undo_posting import undo_posting
from mbp_claims.domain.client import Client
from mbp_claims.views.show_review import era_view
from tests import builders
from tests.builders import entry
from tests.desk import Desk
from tests.many_claims import answers_to


@pytest.fixture
def typed(desk: Desk, client: Client) -> str:
    """C-1001 was answered on paper: Aetna paid $80.00."""
    desk.do(builders.both, client)
    number = desk.do(builders.filed, client).number
    paper = entry({1: "80.00"}, (1, "CO", "45", "56.80"), (1, "PR", "2", "23.20"))
    desk.do(complete_by_hand, number, paper, {"control_number": "EX1", "eob_date": "11/20/2026"}, later=False)
    return number


def answered(desk: Desk) -> int:
    """An ERA that pays $92.80 of it is posted."""
    era = desk.do(import_era, "aetna.835", desk.look(answers_to, which=slice(1))).remittance_id
    desk.do(post_era, era)
    return era


def test_what_was_typed_from_paper_before_is_named_and_the_deposit_adds_up(desk: Desk, typed: str):
    desk.sent(replace_claim, typed)
    era = answered(desk)
    told = desk.look(reconcile, era)
    assert (told.deposit, told.posted, told.before, told.difference) == (9280, 1280, 8000, 0)
    assert desk.look(open_ledger, typed).balances.paid == 9280
    view = era_view(desk.look(preview_era, era))
    assert (view.settled, view.bank_title) == (False, "$80.00 was entered before")
    assert view.bank_words == "Deposit $92.80 = $12.80 posted + $80.00 entered before"
    assert view.before[0].startswith(f"{typed}: $80.00, typed from paper, entered on ")
    assert "Aetna has paid $80.00 twice: it will take that back, or you return it." in view.before[1]


def test_undone_it_waits_whole_and_posted_again_it_says_the_same(desk: Desk, typed: str):
    desk.sent(replace_claim, typed)
    era = answered(desk)
    desk.do(undo_posting, desk.look(preview_era, era).undo.id)
    told = desk.look(reconcile, era)
    assert (told.posted, told.before, told.waiting, told.difference) == (0, 0, 9280, 0)
    desk.do(post_era, era)
    assert desk.look(reconcile, era).before == 8000


def test_where_the_claim_was_reopened_the_whole_deposit_is_posted(desk: Desk, typed: str):
    desk.do(reopen_claim, typed)
    told: Any = desk.look(reconcile, answered(desk))
    assert (told.posted, told.before, told.difference) == (9280, 0, 0)
