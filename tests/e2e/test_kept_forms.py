"""What is half typed comes back after a reload and after Back, in this tab alone, until the form is closed."""

import pytest
from playwright.sync_api import Page, expect

from mbp_claims import routes
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from tests.e2e.practice import PracticeUnderTest

BACK = "What you typed here before is back."
KEPT = "sessionStorage.getItem('mbp-kept')"
HELD = "Object.keys(JSON.parse(sessionStorage.getItem('mbp-kept') ?? '{}')).length"


@pytest.fixture
def chart(page: Page) -> ClaimCenterPage:
    return ClaimCenterPage(page).open("R-0412")


def typed_plan(chart: ClaimCenterPage):
    form = chart.add_plan().root
    form.get_by_role("combobox", name="Payer", exact=True).fill("cig")
    form.get_by_role("option", name="Cigna 62308").click()
    form.get_by_role("textbox", name="Member ID").fill("U774105528")
    form.get_by_label("Client’s relationship to subscriber").select_option("Spouse")
    form.get_by_role("textbox", name="First name").fill("Sam")
    form.get_by_role("checkbox", name="Secondary").check()
    expect(form).not_to_have_attribute("data-keeping", "")
    return form


def stands_as_typed(form):
    expect(form.get_by_text(BACK)).to_be_visible()
    expect(form.get_by_role("combobox", name="Payer", exact=True)).to_have_value("Cigna (62308)")
    expect(form.get_by_role("textbox", name="Member ID")).to_have_value("U774105528")
    expect(form.get_by_role("textbox", name="First name")).to_have_value("Sam")
    expect(form.get_by_role("checkbox", name="Secondary")).to_be_checked()


def test_a_plan_comes_back_after_a_reload(chart: ClaimCenterPage):
    typed_plan(chart)
    chart.reload()
    form = chart.page.get_by_role("dialog", name="Add Insurance Plan")
    stands_as_typed(form)
    # It still asks before it is thrown away, and then it is gone.
    chart.page.keyboard.press("Escape")
    chart.page.get_by_role("alertdialog", name="Discard this plan?").get_by_role("button", name="Discard").click()
    expect(form).to_be_hidden()
    assert chart.page.evaluate(HELD) == 0
    form = chart.add_plan().root
    expect(form.get_by_role("textbox", name="Member ID")).to_have_value("")
    expect(form.get_by_text(BACK)).to_have_count(0)


def test_a_plan_comes_back_after_back_and_forward(page: Page):
    ClientsPage(page).open().table.get_by_role("link", name="Rowan Ellis").click()
    chart = ClaimCenterPage(page).arrived()
    typed_plan(chart)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Clients")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.go_forward()
    stands_as_typed(page.get_by_role("dialog", name="Add Insurance Plan"))


def test_what_was_saved_does_not_come_back(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.add_plan().root
    form.get_by_role("combobox", name="Payer", exact=True).fill("cig")
    form.get_by_role("option", name="Cigna 62308").click()
    form.get_by_role("textbox", name="Member ID").fill("U774105528")
    form.get_by_role("textbox", name="Effective date").fill("07/01/2026")
    form.get_by_role("checkbox", name="Secondary").check()
    page.keyboard.press("Control+Enter")
    expect(form).to_be_hidden()
    assert page.evaluate(HELD) == 0
    chart.reload()
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_rows_that_were_added_and_changed_come_back(chart: ClaimCenterPage):
    form = chart.row("C-1039-S").file().root
    form.get_by_role("combobox", name="Group code, adjustment 1").select_option("CO")
    form.get_by_role("textbox", name="Amount, adjustment 1").fill("34.00")
    form.get_by_role("button", name="Add adjustment").click()
    form.get_by_role("combobox", name="Group code, adjustment 2").select_option("PR")
    form.get_by_role("combobox", name="Reason code, adjustment 2").fill("deduct")
    form.get_by_role("option", name="1 Deductible", exact=True).click()
    form.get_by_role("textbox", name="Amount, adjustment 2").fill("12.34")
    form.get_by_role("textbox", name="Amount, adjustment 2").blur()
    expect(form).not_to_have_attribute("data-keeping", "")
    chart.reload()
    expect(form.get_by_text(BACK)).to_be_visible()
    expect(form.get_by_role("combobox", name="Group code, adjustment 1")).to_have_value("CO")
    expect(form.get_by_role("combobox", name="Group code, adjustment 2")).to_have_value("PR")
    expect(form.get_by_role("combobox", name="Reason code, adjustment 2")).to_have_value("1 Deductible")
    expect(form.get_by_role("textbox", name="Amount, adjustment 2")).to_have_value("12.34")


def test_a_form_is_not_filled_with_what_was_typed_for_another(chart: ClaimCenterPage):
    page = chart.page
    form = chart.primary("Aetna").edit().root
    form.get_by_role("textbox", name="Group number (optional)").fill("GRP-7")
    expect(form).not_to_have_attribute("data-keeping", "")
    page.goto(routes.CLIENTS)
    ClientsPage(page).arrived()
    page.goto(routes.claim_center("R-0412"))
    expect(form.get_by_role("textbox", name="Group number (optional)")).to_have_value("GRP-7")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Discard").click()
    expect(form).to_be_hidden()
    other = chart.secondary("Cigna").edit().root
    expect(other.get_by_role("textbox", name="Group number (optional)")).not_to_have_value("GRP-7")


def test_signing_out_takes_it_along_and_nothing_is_kept_for_longer(chart: ClaimCenterPage):
    page = chart.page
    typed_plan(chart)
    assert "U774105528" not in page.evaluate("JSON.stringify({...localStorage})")
    chart.reload()
    expect(page.get_by_role("dialog", name="Add Insurance Plan")).to_be_visible()
    page.evaluate("document.querySelector('.top form[data-session]').requestSubmit()")
    page.wait_for_url("**/sign-in/**")
    assert page.evaluate(KEPT) is None
