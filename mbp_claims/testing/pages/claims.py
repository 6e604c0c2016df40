"""The claims of the whole practice."""

from playwright.sync_api import Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_row import ClaimRow
from mbp_claims.testing.pages.dialog import Dialog


class ClaimsPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.search_box = page.get_by_role("searchbox", name="Search claims")
        self.count = page.get_by_test_id(testids.CLAIMS_COUNT)
        self.rows = page.get_by_role("tabpanel").locator("tbody").get_by_role("row")
        self.payer = page.get_by_role("combobox", name="Payer")
        self.age = page.get_by_role("combobox", name="Age")
        self.bar = page.get_by_role("group", name="Selected claims")
        self.pick_all = page.get_by_role("checkbox", name="Select all claims that are ready to file")
        self.status = page.get_by_role("combobox", name="Status")

    def open(self) -> "ClaimsPage":
        return self.visit(routes.CLAIMS)

    def search(self, words: str) -> None:
        self.search_box.fill(words)

    def show(self, tab: str) -> None:
        """Pending, Filed or Completed."""
        self.page.get_by_role("tab", name=tab).click()

    def row(self, number: str) -> ClaimRow:
        return ClaimRow(self.page, number)

    def pick(self, number: str) -> Locator:
        """The checkbox that selects the claim."""
        return self.page.get_by_role("checkbox", name=f"Select claim {number}", exact=True)

    def file_picked(self, words: str) -> Dialog:
        """The button of the bar, File 2 claims; gives the dialog that tells what came of it."""
        self.bar.get_by_role("button", name=words, exact=True).click()
        return Dialog(self.page, "File Claims", submit="Done").filled()

    def older(self) -> None:
        self.page.get_by_role("button", name="Older").click()

    def newer(self) -> None:
        self.page.get_by_role("button", name="Newer").click()
