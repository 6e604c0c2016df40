"""Shortcuts are matched in the browser: they click what is there, tell the server nothing, and can be off."""

import pytest
from playwright.sync_api import Page, expect

from mbp_claims import routes, testids
from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.eras import EraInboxPage
from tests.e2e.axe import findings
from tests.e2e.wire import Wire


@pytest.fixture
def chart(page: Page) -> ClaimCenterPage:
    return ClaimCenterPage(page).open("R-0412")


@pytest.mark.parametrize(
    ("keys", "address", "heading"),
    [("g t", routes.TODAY, "Good evening, June"), ("g c", routes.CLIENTS, "Clients"),
     ("g l", routes.CLAIMS, "Claims"), ("g m", routes.MONEY, "Money"), ("g e", routes.ERAS, "ERA Inbox")],
)  # fmt: skip
def test_g_and_a_letter_go_to_a_page_where_the_keyboard_goes_on_in_its_main_part(
    chart: ClaimCenterPage, keys: str, address: str, heading: str
):
    page = chart.page
    for key in keys.split():
        page.keyboard.press(key)
    expect(page).to_have_url(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(chart.main).to_be_focused()


def test_the_slash_is_for_the_search_of_the_page(page: Page):
    clients = ClientsPage(page).open()
    page.keyboard.press("/")
    expect(clients.search_box).to_be_focused()
    expect(clients.search_box).to_have_value("")
    # In a field a key is a letter.
    page.keyboard.type("g c/?")
    expect(clients.search_box).to_have_value("g c/?")
    expect(clients.heading).to_have_text("Clients")


def test_p_adds_an_insurance_plan(chart: ClaimCenterPage):
    chart.page.keyboard.press("p")
    form = chart.page.get_by_role("dialog", name="Add Insurance Plan")
    expect(form.get_by_role("combobox", name="Payer")).to_be_focused()
    chart.page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(chart.page.get_by_test_id(testids.PLAN_ADD)).to_be_focused()


def test_i_imports_an_era(page: Page):
    EraInboxPage(page).open()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("i")
    assert chooser.value.is_multiple()


def test_j_and_k_move_between_rows_enter_opens_and_f_files(chart: ClaimCenterPage):
    page = chart.page
    link = {number: page.get_by_test_id(testids.claim_row(number)).get_by_role("link", name=number, exact=True)
            for number in ("C-1042-S", "C-1039-S")}  # fmt: skip
    first = chart.claims(chart.pending).first.get_by_role("link").first
    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("k")
    expect(first).to_be_focused()
    link["C-1042-S"].focus()
    page.keyboard.press("j")
    expect(link["C-1039-S"]).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(link["C-1042-S"]).to_be_focused()
    page.keyboard.press("f")
    form = page.get_by_role("dialog", name="File Claim")
    expect(form.get_by_role("button", name="Submit")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    link["C-1039-S"].focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(routes.claim("C-1039-S"))


def test_f_files_the_claim_whose_page_it_is(page: Page):
    ClaimPage(page, "C-1042-S").open()
    page.keyboard.press("f")
    expect(page.get_by_role("dialog", name="File Claim").get_by_role("button", name="Submit")).to_be_focused()


def test_the_list_of_shortcuts_switches_single_keys_off_and_on_for_this_browser(chart: ClaimCenterPage):
    page = chart.page
    page.keyboard.press("?")
    shown = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(shown.get_by_role("button", name="Done")).to_be_focused()
    single = shown.get_by_role("checkbox", name="Single-key shortcuts")
    expect(single).to_be_checked()
    # No key of the page works under a dialog.
    page.keyboard.press("p")
    expect(page.get_by_role("dialog", name="Add Insurance Plan")).to_be_hidden()
    single.uncheck()
    page.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    chart.reload()
    for key in "p?gc":
        page.keyboard.press(key)
    chart.row("C-1042-S").open_menu()
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".keyhint").first).to_be_hidden()
    expect(page).to_have_url(routes.claim_center("R-0412"))
    page.evaluate("localStorage.setItem('mbp-single-keys', 'on')")
    chart.reload()
    page.keyboard.press("?")
    expect(single).to_be_checked()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_list_of_shortcuts_is_accessible(chart: ClaimCenterPage, theme: str):
    if theme == "dark":
        chart.toggle_dark_mode()
    chart.page.keyboard.press("?")
    expect(chart.page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    assert findings(chart.page) == []


def test_no_key_press_reaches_the_server(page: Page):
    wire = Wire(page)
    chart = ClaimCenterPage(page).open("R-0412")
    # What the page itself still has to say comes before what it is asked here.
    chart.row("C-1042-S").open_menu()
    page.keyboard.press("Escape")
    wire.start()
    for key in ("j", "j", "k", "ArrowDown", "ArrowUp", "?", "Escape", "x", "Tab", "Shift+Tab", "Control+z", "g", "x"):
        page.keyboard.press(key)
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert wire.sent == []
    page.keyboard.press("g")
    page.keyboard.press("l")
    ClaimsPage(page).arrived()
    expect(page).to_have_url(routes.CLAIMS)
    assert not [frame for frame in wire.sent if "key" in frame and "ArrowDown" in frame]


def test_ctrl_z_takes_back_what_was_done_last(chart: ClaimCenterPage):
    page = chart.page
    for number in ("C-1042-S", "C-1039-S"):
        row = chart.row(number)
        row.open_menu()
        page.get_by_role("menuitem", name="Mark as not billable").click()
        expect(row.root).to_have_count(0)
        expect(chart.toast(f"{number} is marked as not billable.")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(chart.row("C-1039-S").root).to_be_visible()
    expect(chart.row("C-1042-S").root).to_have_count(0)


def test_a_toast_stays_while_its_button_has_the_focus(page: Page):
    page.clock.install()
    chart = ClaimCenterPage(page).open("R-0412")
    row = chart.row("C-1042-S")
    row.open_menu()
    page.get_by_role("menuitem", name="Mark as not billable").click()
    said = chart.toast("C-1042-S is marked as not billable.")
    undo = said.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    undo.focus()
    page.clock.run_for(15_000)
    expect(undo).to_be_focused()
    chart.heading.focus()
    page.get_by_test_id(testids.PLAN_ADD).focus()
    page.clock.run_for(12_000)
    expect(said).to_have_count(0)
