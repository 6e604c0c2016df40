"""Superbills of a client's chart."""

from playwright.sync_api import Download, Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage


class SuperbillsPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.first = page.get_by_label("From")
        self.last = page.get_by_label("To", exact=True)
        self.sessions = page.get_by_test_id(testids.SUPERBILL_SESSIONS).locator("tbody tr")
        self.all = page.get_by_role("checkbox", name="Choose all sessions")
        self.errors = page.get_by_test_id(testids.SUPERBILL_ERRORS)
        self.missing = page.get_by_test_id(testids.SUPERBILL_MISSING)
        self.sheet = page.get_by_role("article", name="Superbill")
        self.made = page.get_by_test_id(testids.SUPERBILLS_MADE).locator("tbody tr")

    def open(self, client_number: str) -> "SuperbillsPage":
        return self.visit(routes.superbills(client_number))

    def session(self, day: str) -> Locator:
        """The checkbox of the session of that day."""
        return self.sessions.filter(has_text=day).get_by_role("checkbox")

    def preview(self) -> None:
        self.page.get_by_role("button", name="Preview superbill").click()

    def back(self) -> None:
        self.page.get_by_role("button", name="Back to sessions").click()

    def print(self) -> None:
        self.page.get_by_role("button", name="Print", exact=True).click()

    def download(self) -> Download:
        """Of the one that is shown."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("button", name="Download PDF").click()
        return coming.value

    def download_made(self, number: str) -> Download:
        """Of one in the list."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name=f"Download superbill {number}").click()
        return coming.value

    def open_made(self, number: str) -> None:
        self.page.get_by_role("button", name=f"Open superbill {number}").click()
