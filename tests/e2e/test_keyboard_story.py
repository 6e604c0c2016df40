"""The seed’s whole story with the keyboard alone."""

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.palette import Palette
from tests.e2e.keyboard import Keyboard
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import coinsured


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
