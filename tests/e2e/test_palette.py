"""The command palette, with the keyboard alone: it opens without the server, and finds what is there to be found."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from mbp_claims import routes, testids
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.eras import EraInboxPage
from mbp_claims.testing.pages.palette import Palette
from mbp_claims.testing.pages.today import TodayPage
from tests.e2e.axe import findings
from tests.e2e.wire import Wire


@pytest.fixture
def clients(page: Page) -> ClientsPage:
    return ClientsPage(page).open()


@pytest.fixture
def palette(clients: ClientsPage) -> Palette:
    opened = Palette(clients.page).open()
    expect(opened.box).to_be_focused()
    return opened


def test_it_opens_by_keys_or_its_button_and_gives_the_focus_back(page: Page, clients: ClientsPage):
    palette = Palette(page)
    clients.search_box.focus()
    palette.open()
    expect(palette.box).to_be_focused()
    page.keyboard.press("Escape")
    expect(palette.root).to_be_hidden()
    expect(clients.search_box).to_be_focused()
    page.get_by_role("button", name="Search or jump to…").click()
    expect(palette.box).to_be_focused()
    page.keyboard.press("Control+k")
    expect(palette.root).to_be_hidden()
    expect(page.get_by_test_id(testids.PALETTE_OPEN)).to_be_focused()


def test_it_opens_and_goes_to_a_page_while_the_server_hears_nothing(page: Page):
    page.route(f"**{routes.FOUND}", lambda route: None)
    wire = Wire(page)
    ClientsPage(page).open()
    # Once it was open its script is there.
    Palette(page).open()
    expect(Palette(page).option("Clients")).to_be_visible()
    page.keyboard.press("Escape")
    wire.start()
    palette = Palette(page).open()
    page.keyboard.type("era in")
    expect(palette.chosen).to_have_text("ERA InboxGE")
    assert wire.sent == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(routes.ERAS)
    expect(EraInboxPage(page).arrived().main).to_be_focused()


@pytest.mark.parametrize(
    ("words", "option", "address"),
    [
        ("rowan", "Rowan Ellis", routes.claim_center("R-0412")),
        ("3/14/1988", "Rowan Ellis", routes.claim_center("R-0412")),
        ("W2186", "Rowan Ellis", routes.claim_center("R-0412")),
        ("1042-s", "C-1042-S", routes.claim("C-1042-S")),
        ("cigna", "Cigna", "/claims?tab=filed&payer=Cigna"),
        ("88120457", "88120457", None),
    ],
)
def test_what_is_found_is_opened(page: Page, palette: Palette, words: str, option: str, address: str | None):
    page.keyboard.type(words)
    expect(palette.option(option)).to_be_visible()
    for _ in range(20):
        if palette.option(option).get_attribute("aria-selected") == "true":
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(palette.root).to_be_hidden()
    if address:
        expect(page).to_have_url(address)
    else:
        page.wait_for_url("**/era/*")


def test_the_claim_that_is_ready_is_filed_from_the_start_page(page: Page):
    today = TodayPage(page).open()
    palette = Palette(page).open()
    page.keyboard.type("file claim c-1042-s")
    expect(palette.option("File Claim")).to_be_visible()
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="File Claim")
    expect(form.get_by_role("button", name="Submit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(today.toast("Claim C-1042-S filed to Cigna for $23.20.")).to_be_visible()


def test_a_plan_is_added_for_somebody_who_is_only_named(page: Page, palette: Palette):
    page.keyboard.type("rowan ellis")
    plan = palette.option("Add Insurance Plan")
    expect(plan).to_contain_text("for Rowan Ellis")
    plan.click()
    form = page.get_by_role("dialog", name="Add Insurance Plan")
    expect(form.get_by_role("combobox", name="Payer")).to_be_focused()
    expect(page).to_have_url(routes.claim_center("R-0412"))


def test_what_the_page_can_do_is_there_at_once(page: Page):
    ClaimCenterPage(page).open("R-0412")
    palette = Palette(page).open()
    for words in ("Add Insurance Plan", "New Claim", "Add Client", "Import ERA", "Toggle dark mode", "Sign out"):
        expect(palette.option(words)).to_be_visible()
    page.keyboard.type("new cl")
    expect(palette.chosen).to_contain_text("New Claim")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="New Claim").get_by_role("textbox", name="Date of service")).to_be_focused()


def test_what_stands_in_a_menu_is_found_by_what_it_does(page: Page):
    ClaimCenterPage(page).open("R-0412")
    palette = Palette(page).open()
    expect(palette.option("View details")).to_have_count(0)
    # A number alone is the claim itself.
    page.keyboard.type("1042-s")
    expect(palette.chosen).to_contain_text("C-1042-S")
    expect(palette.option("View details")).to_have_count(0)
    palette.box.fill("not billable 1042-s")
    expect(palette.chosen).to_have_text("Mark as not billable C-1042-S")
    palette.box.fill("end plan cigna")
    expect(palette.chosen).to_have_text("End plan… Secondary plan: Cigna")
    page.keyboard.press("Enter")
    ended = page.get_by_role("dialog", name="End plan")
    expect(ended).to_be_visible()
    page.keyboard.press("Escape")
    expect(ended).to_be_hidden()
    expect(page.get_by_role("button", name="More actions for Cigna")).to_be_focused()
    palette.open()
    palette.box.fill("void")
    expect(palette.chosen).to_contain_text("Void claim…")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Void Claim")).to_be_visible()


def test_what_has_the_same_word_is_told_apart(page: Page):
    page.goto(routes.SETTINGS)
    page.locator("html[data-ready=true] main[aria-busy=false]").wait_for()
    palette = Palette(page).open()
    for words in ("Edit Practice", "Edit NPI and tax ID", "Edit Electronic claims"):
        expect(palette.option(words)).to_be_visible()


def test_nothing_found_says_so(page: Page, palette: Palette):
    page.keyboard.type("zzyx")
    expect(palette.said).to_have_text("Nothing found for “zzyx”.")
    expect(palette.options).to_have_count(0)
    page.keyboard.press("Enter")
    expect(palette.root).to_be_visible()


def test_a_late_answer_never_takes_the_place_of_a_newer_one(page: Page, clients: ClientsPage):
    held: list[Route] = []

    def answer(route: Route) -> None:
        words = route.request.post_data or ""
        if words == "words=ro":
            held.append(route)
        else:
            route.continue_()

    page.route(f"**{routes.FOUND}", answer)
    palette = Palette(page).open()
    palette.box.fill("ro")
    expect(palette.said).to_have_text("Searching…")
    palette.box.fill("zzyx")
    expect(palette.said).to_have_text("Nothing found for “zzyx”.")
    late = {"groups": [{"title": "Clients", "options": [{"label": "Late", "detail": "", "icon": "user", "to": "/"}]}]}
    with page.expect_response(f"**{routes.FOUND}"):
        held[0].fulfill(body=json.dumps(late), content_type="application/json")
    expect(palette.said).to_have_text("Nothing found for “zzyx”.")
    expect(palette.options).to_have_count(0)


def test_a_search_without_an_answer_says_so_and_the_rest_still_works(page: Page, clients: ClientsPage):
    page.route(f"**{routes.FOUND}", lambda route: route.abort())
    palette = Palette(page).open()
    page.keyboard.type("set")
    expect(palette.said).to_have_text("The search did not answer. Type on to try again.")
    expect(palette.chosen).to_contain_text("Settings")


def test_the_theme_is_chosen_in_three_ways(page: Page, palette: Palette):
    html = page.locator("html")
    for words, theme in (("dark theme", "dark"), ("light theme", "light"), ("system", "light")):
        if not palette.root.is_visible():
            palette.open()
        palette.box.fill(words)
        expect(palette.chosen).to_contain_text("theme")
        page.keyboard.press("Enter")
        expect(html).to_have_class(theme)
    page.emulate_media(color_scheme="dark")
    expect(html).to_have_class("dark")


def test_a_chosen_theme_is_there_before_anything_is_drawn(page: Page, clients: ClientsPage):
    clients.toggle_dark_mode()
    expect(page.locator("html")).to_have_class("dark")
    page.route("**/assets/*.js", lambda route: route.abort())
    page.goto(routes.CLIENTS)
    expect(page.locator("html")).to_have_class("dark")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_accessible_open_typed_and_empty(page: Page, clients: ClientsPage, theme: str):
    if theme == "dark":
        clients.toggle_dark_mode()
    palette = Palette(page).open()
    expect(palette.option("Clients")).to_be_visible()
    found = {"open": findings(page)}
    palette.box.fill("rowan")
    expect(palette.option("Rowan Ellis")).to_be_visible()
    found["typed"] = findings(page)
    palette.box.fill("zzyx")
    expect(palette.said).to_have_text("Nothing found for “zzyx”.")
    found["none"] = findings(page)
    assert found == {"open": [], "typed": [], "none": []}


def test_on_a_phone_it_fills_the_top_of_the_screen(page: Page, clients: ClientsPage):
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("button", name="Search or jump to…").click()
    palette = Palette(page)
    palette.box.fill("rowan")
    expect(palette.option("Rowan Ellis")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = palette.root.bounding_box()
    assert box
    assert (round(box["x"]), round(box["y"])) == (12, 12)
    palette.option("Rowan Ellis").click()
    expect(page).to_have_url(routes.claim_center("R-0412"))
