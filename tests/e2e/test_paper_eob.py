"""No ERA: the answer is typed from the paper EOB, at once or when the secondary is filed."""

import re

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.adjustments import CompleteDialog, FileClaimDialog
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from tests.e2e.kept_rows import all_rows, asked
from tests.e2e.practice import PracticeUnderTest


@pytest.fixture
def chart(page: Page, practice: PracticeUnderTest) -> ClaimCenterPage:
    """Rowan's C-1042 is with Aetna, and a paper EOB has come."""
    practice.load_scenario("primary-filed")
    return ClaimCenterPage(page).open("R-0412")


def test_an_answer_that_adds_up_completes_the_claim_and_its_secondary_follows(chart: ClaimCenterPage):
    form = chart.row("C-1042").mark_as_completed()
    expect(form.root).to_contain_text("C-1042-S will appear under Pending Claims, for Cigna.")
    form.date.fill("11/12/26")
    form.claim_number.fill("EX26316004417")
    _type_the_answer(form)
    expect(form.balance()).to_have_text("Balanced")
    form.submit()
    expect(form.root).to_be_hidden()
    expect(chart.toast("Claim C-1042 completed. Secondary claim C-1042-S was created.")).to_be_visible()
    expect(chart.live_region).to_have_text("Secondary claim C-1042-S was created.")
    expect(chart.row("C-1042").status).to_have_text("Completed")
    expect(chart.row("C-1042-S").status).to_have_text("Ready to file")
    expect(chart.row("C-1042-S").root).to_contain_text("Filled in from the EOB")
    expect(chart.pending_count).to_have_text("1 claim · $23.20 still to bill")


def test_an_answer_that_is_off_is_refused_and_changes_nothing(chart: ClaimCenterPage, practice: PracticeUnderTest):
    before = all_rows(practice)
    form = chart.row("C-1042").mark_as_completed()
    form.paid(1).fill("84")
    form.set_adjustment(1, "CO", "45", "40")
    form.add_adjustment()
    form.set_adjustment(2, "PR", "2", "32")
    expect(form.balance()).to_have_text("$4.00 short")
    form.submit()
    sentence = "Line 1 is $4.00 short. The charge of $160.00 must equal the $84.00 paid plus the adjustments."
    expect(form.problems).to_have_text([sentence])
    expect(form.summary).to_be_focused()
    expect(form.line(1)).to_contain_text(sentence)
    expect(form.adjustment(2).amount).to_have_value("32.00")
    assert all_rows(practice) == before


def test_every_field_that_is_wrong_is_told_in_a_sentence_that_leads_to_it(chart: ClaimCenterPage):
    form = chart.row("C-1042").mark_as_completed()
    form.date.fill("13/13/2026")
    form.adjustment(1).amount.fill("12.345")
    form.submit()
    expect(form.problems).to_have_text(
        [
            "Date of the EOB must be a real date, like 11/12/2026",
            "Enter what was paid",
            "Choose a group code for adjustment 1",
            "Choose a reason code for adjustment 1",
            "Amount must be dollars and cents, like 23.20",
        ]
    )
    expect(form.date).to_have_attribute("aria-invalid", "true")
    form.problems.get_by_text("Choose a reason code").click()
    expect(form.adjustment(1).reason).to_be_focused()
    form.problems.get_by_text("Enter what was paid").click()
    expect(form.paid(1)).to_be_focused()


def test_the_adjustments_may_wait_until_the_secondary_is_filed(chart: ClaimCenterPage):
    form = chart.row("C-1042").mark_as_completed()
    form.later.check()
    form.paid(1).fill("92.80")
    form.submit()
    expect(form.root).to_be_hidden()
    row = chart.row("C-1042-S")
    expect(row.status).to_have_text("Needs adjustments")
    second = row.file()
    expect(second.banner).to_contain_text("No ERA has come back from Aetna yet. Copy the amounts from the paper EOB.")
    expect(second.balance()).to_have_text("$67.20 short")
    second.adjustment(1).group.select_option("CO")
    second.adjustment(1).pick_reason("above the contracted", "45 Above the contracted or allowed fee")
    second.adjustment(1).amount.fill("44")
    expect(second.adjustment(1).root).to_contain_text("Write-off. You cannot bill this to the client or to Cigna.")
    expect(second.balance()).to_have_text("$23.20 short")
    second.add_adjustment()
    expect(second.adjustment(2).group).to_be_focused()
    second.adjustment(2).group.select_option("PR")
    second.adjustment(2).pick_reason("2", "2 Coinsurance")
    second.adjustment(2).use_remaining()
    expect(second.adjustment(2).amount).to_have_value("23.20")
    expect(second.adjustment(2).root).to_contain_text("Billed to Cigna on this claim.")
    expect(second.balance()).to_have_text("Balanced")
    expect(second.bill).to_have_text("$23.20")
    second.submit()
    expect(second.root).to_be_hidden()
    expect(row.status).to_have_text("Filed")


def test_the_usual_reasons_of_a_group_stand_first(chart: ClaimCenterPage):
    form = chart.row("C-1042").mark_as_completed()
    one = form.adjustment(1)
    one.group.select_option("PR")
    one.reason.click()
    expect(one.reasons.nth(0)).to_have_text(re.compile("^1 Deductible"))
    expect(one.reasons.nth(1)).to_have_text(re.compile("^2 Coinsurance"))
    expect(one.reasons.nth(2)).to_have_text(re.compile("^3 Copay"))
    one.reason.fill("nothing like this")
    expect(one.reasons).to_have_count(0)
    expect(one.root).to_contain_text("No reason code matches “nothing like this”.")


def test_a_removed_row_comes_back_and_the_focus_stays_near(chart: ClaimCenterPage):
    form = chart.row("C-1042").mark_as_completed()
    _type_the_answer(form)
    form.adjustment(1).remove_button.click()
    expect(form.root).to_contain_text("Adjustment 1 removed.")
    expect(form.adjustment(1).amount).to_have_value("23.20")
    expect(form.adjustment(1).remove_button).to_be_focused()
    form.undo_removal()
    expect(form.adjustment(1).amount).to_have_value(re.compile(r"^44(\.00)?$"))
    expect(form.adjustment(2).amount).to_have_value("23.20")
    form.adjustment(2).remove_button.click()
    expect(form.line(1).get_by_role("button", name="Add adjustment")).to_be_focused()


def test_leaving_with_typing_asks_first(chart: ClaimCenterPage, practice: PracticeUnderTest):
    before = all_rows(practice)
    form = chart.row("C-1042").mark_as_completed()
    form.paid(1).fill("92.80")
    form.cancel()
    question = chart.page.get_by_role("alertdialog", name="Discard this answer?")
    expect(question.get_by_role("button", name="Keep editing")).to_be_focused()
    question.get_by_role("button", name="Keep editing").click()
    expect(form.paid(1)).to_have_value("92.80")
    form.close()
    question.get_by_role("button", name="Discard").click()
    expect(form.root).to_be_hidden()
    assert all_rows(practice) == before


def test_a_claim_completed_by_mistake_is_reopened(chart: ClaimCenterPage, practice: PracticeUnderTest):
    form = chart.row("C-1042").mark_as_completed()
    _type_the_answer(form)
    form.submit()
    expect(chart.row("C-1042-S").root).to_be_visible()
    chart.row("C-1042").choose("Reopen claim…")
    question = chart.page.get_by_role("alertdialog", name="Reopen claim C-1042?")
    expect(question).to_contain_text("C-1042-S is withdrawn until then.")
    expect(question.get_by_role("button", name="Keep it completed")).to_be_focused()
    question.get_by_role("button", name="Reopen claim").click()
    expect(chart.toast("C-1042 was reopened.")).to_be_visible()
    expect(chart.row("C-1042").status).to_have_text("Filed")
    expect(chart.row("C-1042-S").root).to_have_count(0)
    assert asked(practice, "SELECT status FROM claim WHERE number = 'C-1042-S'") == [("withdrawn",)]


def test_what_the_era_said_stands_beside_what_was_typed_over_it(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("era-arrived")
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    expect(form.paid(1)).to_have_attribute("readonly", "")
    coinsurance = form.adjustment(2)
    coinsurance.amount.fill("20")
    expect(coinsurance.root).to_contain_text("ERA said $23.20")
    expect(form.banner).to_contain_text("1 amount differs from the ERA.")
    expect(form.balance()).to_have_text("$3.20 short")
    coinsurance.restore_button.click()
    expect(coinsurance.amount).to_have_value("23.20")
    expect(coinsurance.root).not_to_contain_text("ERA said")
    expect(form.balance()).to_have_text("Balanced")


def test_a_claim_of_nothing_is_filed_only_when_asked_for_anyway(chart: ClaimCenterPage):
    form = chart.row("C-1042").mark_as_completed()
    form.paid(1).fill("116")
    form.set_adjustment(1, "CO", "45", "44")
    form.submit()
    row = chart.row("C-1042-S")
    expect(row.root).to_contain_text("$0.00")
    second = row.file()
    second.submit()
    question = _zero_question(second)
    expect(question.get_by_role("button", name="Go back")).to_be_focused()
    question.get_by_role("button", name="Go back").click()
    expect(row.status).to_have_text("Ready to file")
    second.submit()
    question.get_by_role("button", name="File anyway").click()
    expect(second.root).to_be_hidden()
    expect(row.status).to_have_text("Filed")


def _zero_question(form: FileClaimDialog):
    return form.page.get_by_role("alertdialog", name="Nothing is left for Cigna to pay. File a $0.00 claim?")


def _type_the_answer(form: CompleteDialog) -> None:
    form.paid(1).fill("92.80")
    form.set_adjustment(1, "CO", "45", "44")
    form.add_adjustment()
    form.set_adjustment(2, "PR", "2", "23.20")
