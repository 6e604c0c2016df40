"""Where the system chooses the colours, everything is still told apart: by borders, marks, or colours that are kept."""

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage

PARTS = (
    ".btn", ".field", ".chip", ".ps", ".card", ".note", ".bar > span", ".stack > span", ".key", ".rail a[aria-current]",
    "dialog[open]", ".mbp-item[data-highlighted]",
)  # fmt: skip
LOST = """parts => [...document.querySelectorAll(parts.join(","))].filter((el) => el.checkVisibility()).filter((el) => {
    const style = getComputedStyle(el);
    const edge = ["border-top", "outline"].some((name) =>
        style.getPropertyValue(name + "-style") !== "none" && parseFloat(style.getPropertyValue(name + "-width")) >= 1);
    return !edge && style.forcedColorAdjust !== "none" && !el.matches(".btn.ghost, .field .field, .card .card");
}).map((el) => el.outerHTML.slice(0, 100))"""
MARKED = """() => [...document.querySelectorAll('[role=tab][aria-selected=true]')].filter((el) => el.checkVisibility())
    .map((el) => getComputedStyle(el, "::after").backgroundColor !== getComputedStyle(document.body).backgroundColor)"""
ADDRESSES = ("/", "/clients/R-0412", "/claims", "/claims/C-1047-S", "/era/4", "/money", "/account")


def test_everything_is_told_apart(page: Page):
    page.emulate_media(forced_colors="active", color_scheme="dark")
    lost = {address: AppPage(page).visit(address).page.evaluate(LOST, PARTS) for address in ADDRESSES}
    assert {address: found for address, found in lost.items() if found} == {}
    chart = ClaimCenterPage(page).open("R-0412")
    assert page.evaluate(MARKED) == [True]
    row = chart.row("C-1039-S")
    row.open_menu()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(LOST, PARTS) == []
    page.keyboard.press("Escape")
    form = row.file()
    expect(form.root).to_be_visible()
    assert page.evaluate(LOST, PARTS) == []


def test_in_a_form_no_words_lie_over_others(page: Page):
    """A coloured text stands over a box whose own is transparent: here the box's own is seen, so that one goes."""
    page.emulate_media(forced_colors="active")
    ClaimCenterPage(page).open("R-0412").row("C-1042-S").file()
    expect(page.locator("dialog[open] .shown").first).to_be_hidden()
