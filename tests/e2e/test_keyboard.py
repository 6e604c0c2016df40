"""The whole way with the keyboard alone. The focus is never lost."""

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.clients import ClientsPage
from tests.e2e.keyboard import Keyboard
from tests.e2e.practice import PracticeUnderTest


@pytest.fixture
def chart(page: Page) -> ClaimCenterPage:
    """Rowan's chart of the demo practice."""
    return ClaimCenterPage(page).open("R-0412")


def test_the_first_stop_skips_to_the_main_part(chart: ClaimCenterPage, keys: Keyboard):
    keys.press("Tab")
    expect(chart.page.get_by_role("link", name="Skip to main content")).to_be_focused()
    keys.press("Enter")
    expect(chart.main).to_be_focused()
    expect(chart.client).to_have_text("Rowan Ellis")
    keys.press("Tab")
    expect(chart.tabs.get_by_role("tab", name="Claim Center")).to_be_focused()


def test_with_the_era_in_a_claim_is_filed_with_three_keys(chart: ClaimCenterPage, keys: Keyboard):
    row = chart.row("C-1042-S")
    keys.tab_to(row.actions)
    keys.steps = 0
    keys.press("Enter")
    expect(row.menu.get_by_role("menuitem", name="File Claim")).to_be_focused()
    keys.press("Enter")
    submit = chart.page.get_by_role("button", name="Submit", exact=True)
    expect(submit).to_be_focused()
    keys.press("Enter")
    expect(chart.toast("Claim C-1042-S filed to Cigna for $23.20.")).to_be_visible()
    expect(chart.row("C-1039-S").actions).to_be_focused()
    assert keys.steps == 3


def test_after_the_last_row_the_one_before_has_the_focus(chart: ClaimCenterPage, keys: Keyboard):
    row = chart.row("C-1039-S")
    keys.tab_to(row.actions)
    keys.press("Enter", "End")
    expect(row.menu.get_by_role("menuitem", name="Mark as not billable")).to_be_focused()
    chart.page.keyboard.press("Enter")
    expect(row.root).to_have_count(0)
    expect(chart.row("C-1042-S").actions).to_be_focused()


def test_after_the_last_pending_claim_the_focus_is_on_the_heading(
    page: Page, keys: Keyboard, practice: PracticeUnderTest
):
    practice.load_scenario("secondary-ready")
    chart = ClaimCenterPage(page).open("R-0412")
    keys.tab_to(chart.row("C-1042-S").actions)
    keys.press("Enter", "Enter")
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_focused()
    keys.press("Enter")
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    expect(page.get_by_role("heading", name="Pending Claims")).to_be_focused()


def test_a_form_that_lacks_something_opens_on_it(page: Page, keys: Keyboard, practice: PracticeUnderTest):
    practice.load_scenario("primary-completed")
    chart = ClaimCenterPage(page).open("R-0412")
    keys.tab_to(chart.row("C-1042-S").actions)
    keys.press("Enter", "Enter")
    form = chart.page.get_by_role("dialog", name="File Claim")
    expect(form.get_by_role("combobox", name="Group code, adjustment 1")).to_be_focused()


def test_escape_closes_a_menu_and_a_dialog_and_gives_the_focus_back(chart: ClaimCenterPage, keys: Keyboard):
    row = chart.row("C-1042-S")
    keys.tab_to(row.actions)
    keys.press("Enter", "Escape")
    expect(row.menu).to_be_hidden()
    expect(row.actions).to_be_focused()
    keys.press("Enter", "Enter")
    form = chart.page.get_by_role("dialog", name="File Claim")
    expect(form.get_by_role("button", name="Submit")).to_be_focused()
    keys.press("Escape")
    expect(form).to_be_hidden()
    expect(row.actions).to_be_focused()


def test_escape_asks_first_when_something_was_typed(chart: ClaimCenterPage, keys: Keyboard):
    row = chart.row("C-1042-S")
    keys.tab_to(row.actions)
    keys.press("Enter", "Enter")
    form = chart.page.get_by_role("dialog", name="File Claim")
    expect(form.get_by_role("button", name="Submit")).to_be_focused()
    amount = form.get_by_role("textbox", name="Amount, adjustment 2")
    keys.tab_to(amount, "Shift+Tab")
    keys.type("20")
    keys.press("Escape")
    question = chart.page.get_by_role("alertdialog", name="Discard these adjustments?")
    expect(question.get_by_role("button", name="Keep editing")).to_be_focused()
    keys.press("Escape")
    expect(question).to_be_hidden()
    expect(amount).to_be_focused()
    expect(amount).to_have_value("20.00")
    keys.press("Escape")
    keys.tab_to(question.get_by_role("button", name="Discard"))
    keys.press("Enter")
    expect(form).to_be_hidden()
    expect(row.actions).to_be_focused()


def test_the_focus_stays_in_an_open_dialog(chart: ClaimCenterPage, keys: Keyboard):
    form = chart.row("C-1042-S").file()
    for _ in range(30):
        chart.page.keyboard.press("Tab")
        assert form.root.evaluate("dialog => document.activeElement === document.body || "
                                  "dialog.contains(document.activeElement)")  # fmt: skip


def test_a_plan_is_added_without_a_mouse(page: Page, keys: Keyboard, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    chart = ClaimCenterPage(page).open("R-0412")
    keys.tab_to(chart.plans.get_by_role("button", name="Add Insurance Plan"))
    keys.press("Enter")
    form = chart.page.get_by_role("dialog", name="Add Insurance Plan")
    expect(form.get_by_role("combobox", name="Payer")).to_be_focused()
    keys.type("cig")
    expect(form.get_by_role("option", name="Cigna 62308")).to_be_visible()
    keys.press("Enter")
    expect(form.get_by_role("combobox", name="Payer")).to_have_value("Cigna (62308)")
    keys.tab_to(form.get_by_role("textbox", name="Member ID"))
    keys.type("U774105528")
    keys.tab_to(form.get_by_role("textbox", name="Effective date"))
    keys.type("070126")
    keys.press("Control+Enter")
    expect(form.get_by_role("alert")).to_be_focused()
    keys.tab_to(form.get_by_role("link", name="Effective date must be a real date, like 07/01/2026"))
    keys.press("Enter")
    expect(form.get_by_role("textbox", name="Effective date")).to_be_focused()
    keys.press("Control+A")
    keys.type("07012026")
    keys.press("Control+Enter")
    expect(chart.secondary("Cigna").root).to_be_focused()
    expect(chart.secondary("Cigna").root).to_contain_text("07/01/2026")


def test_rows_of_adjustments_with_the_keyboard(chart: ClaimCenterPage, keys: Keyboard):
    keys.tab_to(chart.row("C-1039-S").actions)
    keys.press("Enter", "Enter")
    form = chart.page.get_by_role("dialog", name="File Claim")
    expect(form.get_by_role("button", name="Submit")).to_be_focused()
    keys.press("Alt+N")
    group = form.get_by_role("combobox", name="Group code, adjustment 2")
    expect(group).to_be_focused()
    keys.press("p")
    expect(group).to_have_value("PR")
    keys.press("Tab")
    reason = form.get_by_role("combobox", name="Reason code, adjustment 2")
    expect(reason).to_be_focused()
    keys.type("deduct")
    expect(form.get_by_role("option", name="1 Deductible", exact=True)).to_be_visible()
    keys.press("Enter")
    keys.tab_to(form.get_by_role("button", name="Use remaining $96.00"))
    keys.press("Enter")
    amount = form.get_by_role("textbox", name="Amount, adjustment 2")
    expect(amount).to_have_value("96.00")
    expect(amount).to_be_focused()
    keys.press("Alt+N")
    expect(form.get_by_role("combobox", name="Group code, adjustment 3")).to_be_focused()
    keys.tab_to(form.get_by_role("button", name="Remove adjustment 3"))
    keys.press("Enter")
    expect(form.get_by_role("button", name="Add adjustment")).to_be_focused()
    keys.press("Control+Enter")
    expect(chart.row("C-1039-S").status).to_have_text("Filed")


def test_the_tabs_of_a_chart_move_with_the_arrows(chart: ClaimCenterPage, keys: Keyboard):
    keys.tab_to(chart.tabs.get_by_role("tab", name="Claim Center"))
    keys.press("ArrowRight")
    expect(chart.page).to_have_url("/clients/R-0412/documents")
    # The tab that was left has the focus, too, until the page behind the next one is drawn.
    expect(chart.tabs.get_by_role("tab", name="Documents", selected=True)).to_be_focused()
    keys.press("Home")
    expect(chart.page).to_have_url("/clients/R-0412")
    expect(chart.tabs.get_by_role("tab", name="Overview", selected=True)).to_be_focused()


def test_the_tabs_of_the_claims_move_with_the_arrows(page: Page, keys: Keyboard):
    claims = ClaimsPage(page).open()
    keys.tab_to(page.get_by_role("tab", name="Pending"))
    keys.press("ArrowRight")
    expect(page.get_by_role("tabpanel", name="Filed")).to_be_visible()
    keys.press("ArrowRight")
    expect(page.get_by_role("tabpanel", name="Completed")).to_be_visible()
    expect(claims.row("C-1042").root).to_be_visible()


def test_from_the_list_of_clients_into_a_chart(page: Page, keys: Keyboard):
    clients = ClientsPage(page).open()
    keys.tab_to(clients.search_box)
    keys.type("ellis")
    expect(clients.rows).to_have_count(1)
    link = clients.table.get_by_role("link", name="Rowan Ellis")
    keys.tab_to(link)
    keys.press("Enter")
    expect(ClaimCenterPage(page).client).to_have_text("Rowan Ellis")


def test_a_claim_that_is_put_away_gives_the_focus_to_the_next(chart: ClaimCenterPage, keys: Keyboard):
    row = chart.row("C-1042-S")
    keys.tab_to(row.actions)
    keys.press("Enter", "End")
    expect(row.menu.get_by_role("menuitem", name="Mark as not billable")).to_be_focused()
    chart.page.keyboard.press("Enter")
    expect(row.root).to_have_count(0)
    expect(chart.row("C-1039-S").actions).to_be_focused()
