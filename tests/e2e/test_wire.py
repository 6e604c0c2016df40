"""Menus and dialogs open without the server; what they show comes in one answer; a row's change is small."""

import pytest
from playwright.sync_api import Locator, Page, expect

from mbp_claims import testids
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.restyled import Restyled
from tests.e2e.wire import Gatekeeper, Wire

MOST_BYTES = 1000
MOST_OF_A_PAGE = 0.5


@pytest.fixture
def gatekeeper(page: Page) -> Gatekeeper:
    return Gatekeeper(page)


def _opener(chart: ClaimCenterPage, what: str) -> Locator:
    if what == "New Claim":
        return chart.pending.get_by_role("button", name=what)
    if what == "Add Insurance Plan":
        return chart.plans.get_by_role("button", name=what)
    if what == "Edit Insurance Plan":
        return chart.primary("Aetna").root.get_by_role("button", name="Edit")
    if what == "End plan":
        chart.primary("Aetna").menu_button.click()
        return chart.page.get_by_role("menuitem", name="End plan…")
    row = chart.row("C-1042-S" if what == "File Claim" else "C-1051")
    return row.open_menu().filter(has_text="File Claim" if what == "File Claim" else "Mark as completed…")


@pytest.mark.parametrize(
    "what",
    ["File Claim", "Complete Claim", "New Claim", "Add Insurance Plan", "Edit Insurance Plan", "End plan"],
)
def test_a_dialog_opens_while_the_server_hears_nothing_and_is_filled_by_one_answer(
    page: Page, gatekeeper: Gatekeeper, what: str
):
    chart = ClaimCenterPage(page).open("R-0412")
    gatekeeper.shut = True
    _opener(chart, what).click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_be_visible()
    expect(dialog).to_have_attribute("data-waiting", "")
    assert len(gatekeeper.held) == 1
    gatekeeper.open()
    gatekeeper.shut = True
    expect(page.get_by_role("dialog", name=what, exact=True)).to_be_visible()
    expect(dialog).not_to_have_attribute("data-waiting", "")
    assert gatekeeper.held == []


def test_a_menu_opens_and_closes_while_the_server_hears_nothing(page: Page, gatekeeper: Gatekeeper):
    chart = ClaimCenterPage(page).open("R-0412")
    gatekeeper.shut = True
    expect(chart.row("C-1042-S").open_menu().first).to_be_visible()
    page.keyboard.press("Escape")
    expect(chart.row("C-1042-S").menu).to_be_hidden()
    assert gatekeeper.held == []


def test_a_dialog_is_left_while_the_server_hears_nothing(page: Page, gatekeeper: Gatekeeper):
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    gatekeeper.shut = True
    form.cancel()
    expect(form.root).to_be_hidden()
    assert gatekeeper.held == []


def test_a_second_submit_is_not_even_sent(page: Page, gatekeeper: Gatekeeper):
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    gatekeeper.shut = True
    form.submit()
    submit = page.get_by_test_id(testids.FILE_SUBMIT)
    expect(submit).to_have_attribute("aria-disabled", "true")
    expect(submit).to_have_accessible_name("Submitting…")
    submit.dispatch_event("click")
    page.keyboard.press("Control+Enter")
    assert len(gatekeeper.held) == 1
    gatekeeper.open()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")


@pytest.mark.parametrize("scenario", ["secondary-ready", "demo"])
def test_filing_a_secondary_costs_less_than_a_kilobyte(page: Page, practice: PracticeUnderTest, scenario: str):
    practice.load_scenario(scenario)
    wire = Wire(page)
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    expect(form.bill).to_have_text("$23.20")
    wire.start()
    form.submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    expect(chart.toast("Claim C-1042-S filed to Cigna for $23.20.")).to_be_visible()
    assert 0 < wire.bytes_received <= MOST_BYTES, wire.received


@pytest.mark.parametrize("scenario", ["secondary-ready", "many-claims"])
def test_putting_a_claim_away_costs_less_than_a_kilobyte(page: Page, practice: PracticeUnderTest, scenario: str):
    practice.load_scenario(scenario)
    wire = Wire(page)
    claims = ClaimsPage(page).open()
    number = claims.rows.first.get_by_role("link").first.text_content() or ""
    wire.start()
    claims.row(number).mark_as_not_billable()
    expect(claims.row(number).root).to_have_count(0)
    expect(claims.toast(f"{number} is marked as not billable.")).to_be_visible()
    assert len(wire.sent) == 1
    assert 0 < wire.bytes_received <= MOST_BYTES, wire.received


def test_a_menu_and_a_row_that_goes_do_not_style_the_whole_page_anew(page: Page, practice: PracticeUnderTest):
    """A rule such as `:root:has(.one) *` makes of every change one of the page, and of ten milliseconds forty."""
    practice.load_scenario("many-claims")
    claims = ClaimsPage(page).open()
    number = claims.rows.first.get_by_role("link").first.text_content() or ""
    restyled = Restyled(page)
    claims.row(number).mark_as_not_billable()
    expect(claims.row(number).root).to_have_count(0)
    assert 0 < restyled.elements() < MOST_OF_A_PAGE * page.locator("*").count()
