"""A payer's ledger: every deposit to the cent, and what the payer kept."""

from datetime import date

import pytest
from era import COINSURED, Answer, era
from tab import Tab

from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.ledger import LedgerState


@pytest.fixture
def ledger(clinician: Clinician, filed: Claim) -> Tab:
    """One payment that was posted, one of last year of somebody else's claim."""
    with transaction() as db:
        import_and_post(db, clinician, "a.835", era(Answer(filed.number, COINSURED)))
        import_and_post(db, clinician, "b.835", era(Answer("C-9", COINSURED), trace="7", paid_on=date(2025, 12, 30)))
    tab = Tab("/ledger/60054")
    tab.do(LedgerState.load)
    return tab


def test_each_deposit_is_told_apart_and_adds_up(ledger: Tab):
    view = ledger.of(LedgerState).view
    assert (view.payer, view.year, view.years, view.adds_up) == ("Aetna", "2026", ["2026", "2025"], True)
    assert view.sum_words == "Deposit $92.80 = $92.80 posted"
    (row,) = view.rows
    assert (row.check, row.deposit, row.posted, row.waiting, row.difference) == (
        "88120457", "$92.80", "$92.80", "$0.00", "",
    )  # fmt: skip
    assert view.total.deposit == "$92.80"


def test_another_year(ledger: Tab):
    ledger.do(LedgerState.show_year, "2025")
    view = ledger.of(LedgerState).view
    assert (view.year, [row.check for row in view.rows], view.sum_words) == (
        "2025", ["7"], "Deposit $92.80 = $0.00 posted + $92.80 waiting",
    )  # fmt: skip
    ledger.do(LedgerState.show_year, "1999")
    assert ledger.of(LedgerState).view.year == "2026"


@pytest.mark.parametrize("payer", ["99999", "", "x y", "%00", "é" * 200])
def test_a_payer_that_never_paid(ledger: Tab, payer: str):
    ledger.go(f"/ledger/{payer}").do(LedgerState.load)
    assert not ledger.of(LedgerState).view.found
    assert ledger.of(LedgerState).phase == "ready"
