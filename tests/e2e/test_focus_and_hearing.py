"""Where the focus goes when what was opened is left, and what is heard by who does not see it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.contact import ContactPage
from mbp_claims.testing.pages.records import RecordsPage
from mbp_claims.testing.pages.settings import SettingsPage

LIVE = "[aria-live=polite], [role=status], [role=alert]"
HEAR = """live => {
    window.heard = [];
    new MutationObserver((changes) => changes.forEach(({ target }) => {
        const region = (target.closest ? target : target.parentElement)?.closest(live);
        if (region) window.heard.push(region.innerText);
    })).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""
"""What changes in a region that is read out when it does."""


def test_the_focus_goes_back_to_what_opened_it(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    ready, filed = chart.row("C-1042-S"), chart.row("C-1051")
    primary, second = chart.primary("Aetna"), chart.secondary("Cigna")
    button = page.get_by_role("button", name="New Claim", exact=True)
    left: list[tuple[Callable[[], Any], Locator]] = [
        (ready.open_menu, ready.actions), (ready.file, ready.actions), (ready.print_form, ready.actions),
        (filed.mark_as_completed, filed.actions), (chart.new_claim, button),
        (primary.menu_button.click, primary.menu_button), (second.delete, second.menu_button),
        (primary.try_to_delete, primary.menu_button),
        (page.get_by_test_id("palette-open").click, page.get_by_test_id("palette-open")),
    ]  # fmt: skip
    for opens, back in left:
        opens()
        expect(page.locator("dialog[open], [role=menu]")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open], [role=menu]")).to_have_count(0)
        expect(back).to_be_focused()


def test_on_the_other_pages_too(page: Page):
    for opens, name in (
        (lambda: ClientsPage(page).open().add_client(), "Add Client"),
        (lambda: ContactPage(page).open("R-0412").edit(), "Edit"),
        (lambda: RecordsPage(page).open("R-0412").record(), "Record a disclosure"),
        (lambda: SettingsPage(page).open().edit("Practice"), "Edit Practice"),
    ):
        opens()
        expect(page.locator("dialog[open]")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
        expect(page.locator(":focus")).to_have_accessible_name(name)


def test_what_is_done_is_heard(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    page.evaluate(HEAR, LIVE)
    chart.row("C-1042-S").file().submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    chart.row("C-1039-S").mark_as_not_billable()
    expect(chart.row("C-1039-S").root).to_have_count(0)
    form = chart.row("C-1047-S").file()
    form.adjustment(1).amount.fill("44.00")
    expect(form.balance()).to_have_text("Balanced")
    heard = " ".join(page.evaluate("window.heard"))
    for sentence in ("Claim C-1042-S filed to Cigna for $23.20.", "C-1039-S is marked as not billable.", "Balanced"):
        assert sentence in heard
