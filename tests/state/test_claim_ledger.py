"""The ledger on the page of a claim, what is left open to decide, and swapping the payers' order."""

from era import COINSURED, Answer, Line
from file_claim_form import imported
from kept import claim_of, status_of
from tab import CENTER, Tab

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.swap import SwapState

OPEN_REST = (Line(16000, 9280, (("CO", "45", 3900), ("PI", "45", 500), ("PR", "2", 2320))),)
WRONG_ORDER = (Line(16000, 0, (("OA", "22", 16000),)),)


def opened(number: str) -> Tab:
    tab = Tab(f"/claims/{number}")
    tab.do(ClaimState.load)
    return tab


def rows(tab: Tab) -> list[tuple[str, str, str]]:
    return [(row.what, row.amount, row.balance) for row in tab.of(ClaimState).ledger.rows]


def owed(tab: Tab) -> list[tuple[str, str]]:
    return [(row.label, row.amount) for row in tab.of(ClaimState).ledger.owed]


def test_a_claim_that_nobody_answered_has_no_ledger(filed: Claim):
    assert rows(opened(filed.number)) == []


def test_every_movement_stands_with_what_was_open_after_it(clinician: Clinician, filed: Claim):
    imported(clinician, Answer(filed.number, COINSURED))
    tab = opened(filed.number)
    assert rows(tab) == [
        ("Charge", "$160.00", "$160.00"), ("Aetna paid", "−$92.80", "$67.20"),
        ("Written off, Aetna", "−$44.00", "$23.20"),
    ]  # fmt: skip
    assert owed(tab) == [("Waits for Cigna", "$23.20")]
    assert rows(opened(f"{filed.number}-S")) == rows(tab)


def test_what_the_payers_left_open_is_decided_and_the_decision_taken_back(clinician: Clinician, filed: Claim):
    imported(clinician, Answer(filed.number, OPEN_REST))
    tab = opened(filed.number)
    assert tab.of(ClaimState).ledger.undecided == "$5.00 is left open by the payers (PI or OA)."
    heard = tab.do(ClaimState.decide, "write_off")
    assert (heard.said, heard.offers_undo) == (["Decided. The ledger shows it."], True)
    assert rows(tab)[-1] == ("Written off by you", "−$5.00", "$23.20")
    assert (tab.of(ClaimState).ledger.undecided, tab.of(ClaimState).ledger.decided) == (
        "", "$5.00 was written off by you.",
    )  # fmt: skip
    assert tab.do(ClaimState.decide, "leave").said == ["The decision was taken back."]
    assert tab.of(ClaimState).ledger.undecided == "$5.00 is left open by the payers (PI or OA)."
    tab.do(ClaimState.decide, "bill_client")
    assert ("The client owes", "$5.00") in owed(tab)
    assert tab.do(ClaimState.decide, "burn it").refused == ["Choose what becomes of the open amount."]


def test_the_order_of_the_payers_is_swapped_after_it_said_what_that_does(clinician: Clinician, filed: Claim):
    imported(clinician, Answer(filed.number, WRONG_ORDER, status="4"))
    assert status_of(filed.number) == "denied"
    tab = Tab(CENTER)
    tab.do(ClaimsState.load_chart)
    row = next(row for row in tab.of(ClaimsState).filed if row.number == filed.number)
    assert "swap" in row.actions.split()
    tab.do(SwapState.open, filed.number)
    view = tab.of(SwapState).view
    assert (view.title, view.effects) == (
        "Cigna will pay first, Aetna second.", [f"{filed.number} waits to be filed to Cigna."],
    )  # fmt: skip
    heard = tab.do(SwapState.submit, {"msp_type": ""})
    assert heard.said == ["Cigna pays first now, Aetna second."]
    assert heard.closes("swap-dialog")
    assert claim_of(filed.number).status == "pending"
    assert tab.do(SwapState.open, "C-9999").refused


