"""The whole way with the keyboard alone. The focus is never lost."""

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.palette import Palette
from tests.e2e.keyboard import Keyboard
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import coinsured


@pytest.fixture
def keys(page: Page) -> Keyboard:
    return Keyboard(page)


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
    expect(chart.page).to_have_url("/clients/R-0412/contact")
    # The tab that was left has the focus, too, until the page behind the next one is drawn.
    expect(chart.tabs.get_by_role("tab", name="Contact Info", selected=True)).to_be_focused()
    keys.press("Home")
    expect(chart.page).to_have_url("/clients/R-0412")
    expect(chart.tabs.get_by_role("tab", name="Overview", selected=True)).to_be_focused()


def test_the_tabs_of_the_claims_move_with_the_arrows(page: Page, keys: Keyboard):
    claims = ClaimsPage(page).open()
    keys.tab_to(page.get_by_role("tab", name="Pending"))
    keys.press("ArrowRight")
    expect(page.get_by_role("tabpanel", name="Filed")).to_be_visible()
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


def test_the_whole_story_by_keyboard_alone(page: Page, keys: Keyboard, practice: PracticeUnderTest):
    """From no client to a secondary claim that is filed. Only the choice of a file is the system's own."""
    practice.load_scenario("empty")
    ClientsPage(page).open()
    _add_rowan(page, keys)
    chart = ClaimCenterPage(page)
    expect(chart.client).to_have_text("Rowan Ellis")
    expect(chart.plans).to_contain_text("No insurance plans yet.")
    _add_plans(chart, keys)
    _keep_the_primary(chart, keys)
    _bill_and_file(chart, keys)
    _post_the_era(page, keys)
    _jump(page, keys, "1001-s", "C-1001-S")
    expect(page).to_have_url("/claims/C-1001-S")
    expect(page.get_by_role("heading", level=1)).to_have_text("Claim C-1001-S")
    keys.press("f")
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_test_id("claim-status-C-1001-S")).to_have_text("Filed")


def _jump(page: Page, keys: Keyboard, typed: str, option: str) -> None:
    keys.press("Control+k")
    palette = Palette(page)
    expect(palette.box).to_be_focused()
    keys.type(typed)
    expect(palette.chosen).to_contain_text(option)
    page.keyboard.press("Enter")


def _add_rowan(page: Page, keys: Keyboard) -> None:
    _jump(page, keys, "add cl", "Add Client")
    form = page.get_by_role("dialog", name="Add Client")
    expect(form.get_by_role("textbox", name="First name")).to_be_focused()
    keys.type("Rowan")
    for field, words in (("Last name", "Ellis"), ("Date of birth", "031488"), ("Sex on file", "U"),
                         ("Address", "27 Thistledown Row"), ("City", "Portland"), ("State", "ME"), ("ZIP", "04101"),
                         ("Phone", "(207) 555-0112")):  # fmt: skip
        keys.tab_to(form.get_by_label(field).first)
        keys.type("03141988" if field == "Date of birth" else words)
    keys.press("Control+Enter")
    expect(form).to_be_hidden()


def _add_plans(chart: ClaimCenterPage, keys: Keyboard) -> None:
    form = chart.page.get_by_role("dialog", name="Add Insurance Plan")
    secondary = form.get_by_role("checkbox", name="Secondary")
    for payer, member, named in (("aetna", "W218640937", "Aetna"), ("cigna", "U774105528", "Cigna")):
        keys.press("p")
        box = form.get_by_role("combobox", name="Payer")
        expect(box).to_be_focused()
        keys.type(payer)
        expect(form.get_by_role("option", name=named).first).to_be_visible()
        keys.press("Enter")
        keys.tab_to(form.get_by_role("textbox", name="Member ID"))
        keys.type(member)
        effective = form.get_by_role("textbox", name="Effective date")
        keys.tab_to(effective)
        keys.press("Control+A")
        keys.type("07012026")
        if named == "Aetna":
            keys.tab_to(secondary)
            keys.press("Space", "Control+Enter")
            expect(form.get_by_role("alert")).to_contain_text(
                "There must be an active primary plan to enter a secondary plan."
            )
            keys.tab_to(secondary)
            keys.press("Space")
        expect(secondary).to_be_checked(checked=named == "Cigna")
        keys.press("Control+Enter")
        expect(form).to_be_hidden()
        card = chart.primary(named) if named == "Aetna" else chart.secondary(named)
        expect(card.root).to_be_focused()


def _keep_the_primary(chart: ClaimCenterPage, keys: Keyboard) -> None:
    card = chart.primary("Aetna")
    keys.tab_to(card.menu_button, "Shift+Tab")
    keys.press("Enter", "End")
    expect(chart.page.get_by_role("menuitem", name="Delete plan…")).to_be_focused()
    keys.press("Enter")
    refusal = chart.page.get_by_role("alertdialog")
    expect(refusal).to_contain_text("You cannot delete a primary plan without first removing the secondary plan.")
    expect(refusal.get_by_role("button", name="Keep plan")).to_be_focused()
    keys.press("Enter")
    expect(refusal).to_be_hidden()


def _bill_and_file(chart: ClaimCenterPage, keys: Keyboard) -> None:
    page = chart.page
    _jump(page, keys, "new claim", "New Claim")
    form = page.get_by_role("dialog", name="New Claim")
    day = form.get_by_role("textbox", name="Date of service")
    expect(day).to_be_focused()
    keys.press("Control+A")
    keys.type("11172026")
    for field, words in (("Diagnosis 1", "F41.1"), ("Procedure code", "90837"), ("Charge", "160")):
        keys.tab_to(form.get_by_label(field, exact=True).first)
        keys.press("Control+A")
        keys.type(words)
    keys.press("Tab")
    expect(form).to_contain_text("Aetna, primary")
    keys.press("Control+Enter")
    row = chart.row("C-1001")
    expect(row.actions).to_be_focused()
    keys.press("f")
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_focused()
    keys.press("Enter")
    expect(row.status).to_have_text("Filed")


def _post_the_era(page: Page, keys: Keyboard) -> None:
    keys.press("g", "e")
    expect(page).to_have_url("/era")
    expect(page.get_by_text("No ERAs yet")).to_be_visible()
    with page.expect_file_chooser() as choosing:
        keys.press("i")
    choosing.value.set_files([coinsured("C-1001", "20261117").file()])
    page.wait_for_url("**/era/*")
    post = page.get_by_role("button", name="Post", exact=True)
    expect(post).to_be_visible()
    keys.tab_to(post)
    keys.press("Enter")
    expect(page.get_by_test_id("live-region")).to_have_text("1 payment posted. 1 secondary claim is ready to file.")
