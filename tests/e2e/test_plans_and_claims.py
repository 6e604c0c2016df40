"""What becomes of claims when plans change."""

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.contact import ContactPage
from tests.e2e.kept_rows import asked
from tests.e2e.practice import PracticeUnderTest

WITHDRAWN = """SELECT count(*) FROM claim JOIN client ON client.id = claim.client_id
    WHERE claim.status = 'withdrawn' AND client.number = ?"""


def test_pending_claims_of_a_deleted_plan_are_withdrawn_and_come_back_with_undo(
    page: Page, practice: PracticeUnderTest
):
    chart = ClaimCenterPage(page).open("R-0412")
    question = chart.secondary("Cigna").delete()
    expect(question.root).to_contain_text("Its 1 filed claim stays in the chart. 3 pending claims will be withdrawn.")
    expect(question.root.get_by_role("button", name="Keep plan")).to_be_focused()
    question.answer("Delete plan")
    expect(chart.toast("Cigna plan deleted.")).to_be_visible()
    expect(chart.secondary("Cigna").root).to_have_count(0)
    expect(chart.row("C-1042-S").root).to_have_count(0)
    expect(chart.row("C-1031-S").root).to_be_visible()
    assert asked(practice, WITHDRAWN, "R-0412") == [(3,)]
    chart.undo()
    expect(chart.secondary("Cigna").letter).to_have_text("S")
    expect(chart.row("C-1042-S").status).to_have_text("Ready to file")
    expect(chart.pending_count).to_have_text("3 claims · $151.20 still to bill")
    assert asked(practice, WITHDRAWN, "R-0412") == [(0,)]


def test_an_ended_primary_is_followed_in_one_step(page: Page):
    chart = ClaimCenterPage(page).open("R-0405")
    expect(chart.question).to_contain_text("Aetna ended 10/31/2026. Is Cigna the primary now?")
    expect(chart.primary("Aetna").root).to_have_count(0)
    chart.question.get_by_role("button", name="Make Cigna the primary").click()
    expect(chart.toast("Cigna is the primary plan now.")).to_be_visible()
    expect(chart.primary("Cigna").letter).to_have_text("P")
    expect(chart.question).to_have_count(0)


def test_a_secondary_that_is_added_late_is_offered_the_claims_that_it_covers(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    chart = ClaimCenterPage(page).open("R-0412")
    _complete_a_claim(chart)
    expect(chart.row("C-1001-S").root).to_have_count(0)
    form = chart.add_plan().fill("Cigna", "U774105528")
    form.submit()
    expect(chart.offer).to_contain_text("1 completed claim is covered by Cigna. Make its secondary claim?")
    expect(chart.row("C-1001-S").root).to_have_count(0)
    chart.offer.get_by_role("button", name="Make 1 secondary claim").click()
    expect(chart.toast("1 secondary claim made.")).to_be_visible()
    expect(chart.row("C-1001-S").status).to_have_text("Ready to file")
    expect(chart.offer).to_have_count(0)


def _complete_a_claim(chart: ClaimCenterPage) -> None:
    claim = chart.new_claim()
    claim.date.fill("11/3/2026")
    claim.set_diagnosis(1, "F41.1")
    claim.line(1).fill("90837", "160")
    claim.submit()
    expect(claim.root).to_be_hidden()
    chart.row("C-1001").file().submit()
    expect(chart.row("C-1001").status).to_have_text("Filed")
    answer = chart.row("C-1001").mark_as_completed()
    answer.paid(1).fill("92.80")
    answer.set_adjustment(1, "CO", "45", "44")
    answer.add_adjustment()
    answer.set_adjustment(2, "PR", "2", "23.20")
    answer.submit()
    expect(chart.row("C-1001").status).to_have_text("Completed")


def test_the_plan_of_a_claim_is_the_one_that_covers_its_day(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    claim = chart.new_claim()
    claim.date.fill("12/15/2025")
    claim.date.press("Tab")
    expect(claim.will_be_billed).to_contain_text("UnitedHealthcare, primary")
    expect(claim.will_be_billed).to_contain_text("No secondary plan covers that day.")
    claim.date.fill("6/1/2015")
    claim.date.press("Tab")
    expect(claim.will_be_billed).to_contain_text("No primary plan covers 06/01/2015. Add one, or change the date.")
    claim.submit()
    expect(claim.problems).to_have_text(["No primary plan covers 06/01/2015. Aetna is effective 01/01/2026."])


def test_a_claim_of_several_services_says_what_is_wrong_with_which(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    claim = chart.new_claim()
    claim.date.fill("11/24/2026")
    claim.add_line()
    expect(claim.lines).to_have_count(2)
    expect(claim.line(2).procedure).to_be_focused()
    claim.line(1).units.fill("none")
    claim.line(2).fill("90834", "0")
    claim.set_diagnosis(1, "worry")
    claim.submit()
    expect(claim.problems).to_contain_text(
        [
            "11/24/2026 is in the future. A claim is for a service that was given.",
            "“worry” is not an ICD-10 code. Use one like F41.1",
            "Units of line 1 must be a whole number from 1 to 999",
            "Charge of line 2 must be more than zero",
        ]
    )
    claim.remove_line(2)
    expect(claim.lines).to_have_count(1)


def test_a_claim_is_put_away_and_taken_back(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    chart.row("C-1042-S").mark_as_not_billable()
    expect(chart.toast("C-1042-S is marked as not billable.")).to_be_visible()
    expect(chart.row("C-1042-S").root).to_have_count(0)
    expect(chart.pending_count).to_have_text("2 claims · $128.00 still to bill")
    expect(chart.navigation.get_by_role("link", name="Claims, 5 pending")).to_be_visible()
    chart.undo()
    expect(chart.row("C-1042-S").status).to_have_text("Ready to file")
    expect(chart.pending_count).to_have_text("3 claims · $151.20 still to bill")


def test_what_was_put_away_is_found_by_its_status_and_taken_back(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    chart.row("C-1042-S").mark_as_not_billable()
    expect(chart.row("C-1042-S").root).to_have_count(0)
    chart.show_status("Not billable")
    expect(chart.row("C-1042-S").status).to_have_text("Not billable")
    chart.row("C-1042-S").choose("Mark as billable")
    expect(chart.row("C-1042-S").status).to_have_text("Ready to file")
    expect(chart.pending).to_contain_text("C-1042-S")


def test_a_claim_that_waits_for_us_is_mended(page: Page):
    chart = ClaimCenterPage(page).open("R-0430")
    form = chart.row("C-1052").edit()
    expect(form.line(1).procedure).to_have_value("90834 Psychotherapy, 45 min")
    form.line(1).fill("90837", "160")
    form.submit()
    expect(form.root).to_be_hidden()
    expect(chart.row("C-1052").root).to_contain_text("$160.00")
    expect(chart.row("C-1052").root).to_contain_text("90837")
    expect(chart.row("C-1052").actions).to_be_focused()


def test_what_a_claim_lacks_is_told_before_it_is_filed(page: Page):
    client = ContactPage(page).open("R-0430")
    form = client.edit()
    form.fill(address="", city="")
    form.submit()
    expect(form.root).to_be_hidden()
    claim = ClaimPage(page, "C-1052").open().file()
    claim.submit()
    expect(claim.problems).to_have_text(["Add the client’s address", "Add the client’s city"])
    expect(claim.summary).to_be_focused()
    claim.close()
    expect(ClaimPage(page, "C-1052").status).to_have_text("Ready to file")


def test_a_rejected_claim_is_mended_and_filed_again(page: Page):
    chart = ClaimCenterPage(page).open("R-0421")
    expect(chart.row("C-1049").status).to_have_text("Rejected")
    expect(chart.row("C-1049").root).to_contain_text("Member ID not found")
    plan = chart.primary("Aetna").edit()
    plan.member_id.fill("W330771543")
    plan.submit()
    expect(plan.root).to_be_hidden()
    chart.row("C-1049").file("Fix and refile").submit()
    expect(chart.row("C-1049").status).to_have_text("Filed")
