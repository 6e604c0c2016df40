"""File Claim: filled in from the ERA, or from the paper EOB, exactly."""

from datetime import date

from era import COINSURED, Answer, Line
from file_claim_form import imported, opened, rows, view
from tab import Tab

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.adjustment import AdjustmentState
from tests import builders


def test_an_era_fills_in_every_group_reason_and_amount_as_the_payer_sent_it(chart: Tab, answered: Claim):
    shown = opened(chart, answered.number)
    (line,) = shown.lines
    assert rows(line) == [("CO", "45", "44.00"), ("PR", "2", "23.20")]
    assert (line.payer, line.paid, line.paid_fixed) == ("Aetna", "92.80", True)
    assert (line.label, line.title, line.charge) == ("Service line 1", "11/03/2026 · 90837", "$160.00")
    assert line.rows[0].meaning == "Write-off. You cannot bill this to the client or to Cigna."
    assert line.rows[1].meaning == "Billed to Cigna on this claim."


def test_the_form_says_which_era_filled_it_and_what_the_secondary_is_billed(chart: Tab, answered: Claim):
    shown = opened(chart, answered.number)
    banner = shown.banner
    assert (banner.kind, banner.title, banner.text) == ("era", "Filled in from the ERA.", "Aetna, 11/12/2026, check")
    assert (banner.check, banner.more, banner.differs) == ("88120457", "Review the amounts, then submit.", "")
    assert banner.href == "/era/1"
    assert shown.subtitle == f"{answered.number} · Rowan Ellis · Cigna, secondary"
    assert (shown.payer, shown.bill, shown.badge) == ("Cigna", "$23.20", "S")
    assert (shown.total.charge, shown.total.paid, shown.total.adjusted) == ("$160.00", "$92.80", "$67.20")
    assert (shown.total.state, shown.total.balanced) == ("Balanced", True)


def test_a_correction_says_of_which_answer_it_is_one(chart: Tab, clinician: Clinician, filed: Claim, answered: Claim):
    taken = (Line(-16000, -9280, (("CO", "45", -4400), ("PR", "2", -2320))),)
    other = (Line(16000, 8000, (("CO", "45", 4400), ("PR", "2", 3600))),)
    both = Answer(filed.number, taken, status="22"), Answer(filed.number, other)
    imported(clinician, *both, trace="88120999", paid_on=date(2026, 11, 19))
    banner = opened(chart, answered.number).banner
    assert (banner.text, banner.check) == ("Aetna, 11/19/2026, check", "88120999")
    assert banner.more == "Correction of 11/12/2026. Review the amounts, then submit."
    assert view(chart).bill == "$36.00"


def test_a_negative_adjustment_keeps_its_sign(chart: Tab, clinician: Clinician, filed: Claim):
    codes = (("CO", "45", 5000), ("OA", "94", -1000), ("PR", "1", 2000))
    imported(clinician, Answer(filed.number, (Line(16000, 10000, codes),)))
    shown = opened(chart, f"{filed.number}-S")
    assert rows(shown.lines[0]) == [("CO", "45", "50.00"), ("OA", "94", "-10.00"), ("PR", "1", "20.00")]
    assert shown.total.balanced


def test_each_service_line_has_its_own_rows_and_numbers_run_through_all_of_them(
    chart: Tab, clinician: Clinician, client: Client, plans: None
):
    with transaction() as db:
        claim = builders.filed(db, clinician, client, ("100.00", "60.00"))
    lines = (Line(10000, 8000, (("PR", "2", 2000),)), Line(6000, 4000, (("CO", "45", 1500), ("PR", "3", 500)), "2"))
    imported(clinician, Answer(claim.number, lines))
    first, second = opened(chart, f"{claim.number}-S").lines
    assert [(row.number, row.place) for row in first.rows] == [("1", "1")]
    assert [(row.number, row.place) for row in second.rows] == [("2", "1"), ("3", "2")]
    assert (first.balance.charge, second.balance.charge) == ("$100.00", "$60.00")


def test_without_lines_the_whole_claim_is_one_block(chart: Tab, clinician: Clinician, filed: Claim):
    codes = (("CO", "45", 4400), ("PR", "2", 2320))
    imported(clinician, Answer(filed.number, codes=codes, charge=16000, paid=9280))
    (whole,) = opened(chart, f"{filed.number}-S").lines
    assert (whole.key, whole.label, whole.charge, whole.payer) == ("0", "Whole claim", "$160.00", "Aetna")
    assert (whole.paid, rows(whole)) == ("92.80", [("CO", "45", "44.00"), ("PR", "2", "23.20")])


def test_adjustments_of_line_and_claim_stand_apart_and_what_was_paid_is_asked_by_line_alone(
    chart: Tab, clinician: Clinician, filed: Claim
):
    imported(clinician, Answer(filed.number, COINSURED, codes=(("OA", "B13", 1000),)))
    line, whole = opened(chart, f"{filed.number}-S").lines
    assert (line.key, line.paid, line.payer) == ("1", "92.80", "Aetna")
    assert (whole.key, whole.paid, whole.payer, whole.charge) == ("0", "", "", "")
    assert rows(whole) == [("OA", "B13", "10.00")]
    assert view(chart).total.paid == "$82.80"
    assert view(chart).total.balanced


def test_without_an_era_the_paper_eob_fills_it(chart: Tab, ready: Claim):
    shown = opened(chart, ready.number)
    assert shown.banner.kind == "none"
    assert shown.banner.title == "No ERA has come back from Aetna yet."
    assert shown.banner.text == "Copy the amounts from the paper EOB."
    assert rows(shown.lines[0]) == [("CO", "45", "44.00"), ("PR", "2", "23.20")]
    assert not shown.lines[0].paid_fixed


def test_where_only_the_payment_is_known_an_empty_row_waits_and_offers_what_remains(
    chart: Tab, clinician: Clinician, client: Client, plans: None
):
    with transaction() as db:
        claim = builders.filed(db, clinician, client)
        entry = builders.entry({1: "92.80"})
        _, secondary = complete_by_hand(db, clinician, claim.number, entry, builders.eob(), later=True)
    (line,) = opened(chart, secondary.number).lines
    assert rows(line) == [("", "", "")]
    assert line.rows[0].remaining == "$67.20"
    assert (line.balance.state, line.balance.balanced) == ("$67.20 short", False)


def test_a_claim_to_the_primary_only_shows_what_is_asked_for(
    chart: Tab, clinician: Clinician, client: Client, plans: None
):
    with transaction() as db:
        claim = builders.started(db, clinician, client, ("100.00", "60.00"))
    shown = opened(chart, claim.number)
    assert (shown.adjusts, shown.badge, shown.bill, shown.payer) == (False, "P", "$160.00", "Aetna")
    assert [(line.key, line.charge, line.payer, rows(line)) for line in shown.lines] == [
        ("1", "$100.00", "", []),
        ("2", "$60.00", "", []),
    ]
    assert shown.banner.kind == ""


def test_opening_it_again_starts_afresh(chart: Tab, answered: Claim):
    before = opened(chart, answered.number).key
    chart.do(AdjustmentState.set_amount, "1.0", "1.00")
    again = opened(chart, answered.number)
    assert again.key != before
    assert rows(again.lines[0])[0] == ("CO", "45", "44.00")
