"""Who never saw the program files a secondary claim from the start page, by what the pages themselves offer: counted in
docs/ux-walk.md. Nine actions at most; a click is one, a key is one, choosing a file is one more."""

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.eras import EraPage
from mbp_claims.testing.pages.today import TodayPage
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import coinsured

COUNT = """() => {
    window.actions = 0;
    addEventListener("click", (event) => { if (event.isTrusted && event.detail > 0) window.actions++; }, true);
    addEventListener("keydown", (event) => { if (event.isTrusted) window.actions++; }, true);
}"""
"""A click that a key makes is that key's."""


def test_what_the_start_page_offers_is_filed_with_two_actions(page: Page):
    today = _begin(page)
    expect(today.to_file).to_contain_text("Everything is filled in. Review and submit.")
    form = today.file("C-1042-S")
    expect(form.root).to_contain_text("Cigna will be billed $23.20")
    form.submit()
    expect(today.toast("Claim C-1042-S filed to Cigna for $23.20.")).to_be_visible()
    assert _actions(page) == 2


def test_who_looks_for_the_client_first_needs_five(page: Page):
    today = _begin(page)
    today.navigation.get_by_role("link", name="Clients").click()
    ClientsPage(page).chart_of("Rowan Ellis")
    row = ClaimCenterPage(page).row("C-1042-S")
    form = row.file()
    form.submit()
    expect(row.status).to_have_text("Filed")
    assert _actions(page) == 5


def test_who_has_the_payers_file_in_hand_needs_eight(page: Page, practice: PracticeUnderTest):
    """Nothing is ready yet: the ERA is imported and posted, and the secondary claim that follows is filed."""
    practice.load_scenario("primary-filed")
    today = _begin(page)
    today.navigation.get_by_role("link", name="ERA Inbox").click()
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Import ERA").click()
    choosing.value.set_files([coinsured("C-1042", "20261103").file()])
    era = EraPage(page)
    expect(era.post_bar).to_contain_text("Post 1 payment, $92.80")
    era.post()
    toast = era.toast("1 payment posted. 1 secondary claim is ready to file.")
    toast.get_by_role("button", name="Go to Pending Claims").click()
    row = ClaimCenterPage(page).row("C-1042-S")
    form = row.file()
    expect(form.banner).to_contain_text("Filled in from the ERA.")
    form.submit()
    expect(AppPage(page).toast("Claim C-1042-S filed to Cigna for $23.20.")).to_be_visible()
    choosing_the_file = 1
    assert _actions(page) + choosing_the_file == 8


def _begin(page: Page) -> TodayPage:
    """On the start page, with nothing done yet."""
    today = TodayPage(page).open()
    page.evaluate(COUNT)
    return today


def _actions(page: Page) -> int:
    """Clicks and keys since then: the pages go over into each other without a load."""
    counted: int = page.evaluate("window.actions")
    return counted
