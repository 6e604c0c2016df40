"""The start page."""

from playwright.sync_api import Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.adjustments import FileClaimDialog
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.dialog import Dialog


class TodayPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.greeting = page.get_by_role("heading", level=1)
        self.owed = page.get_by_role("region", name="Owed to you")
        self.to_file = page.get_by_role("region", name="To file")
        self.to_look_at = page.get_by_role("region", name="Needs a look")
        self.payers = page.get_by_role("table", name="Waiting on payers, by age")

    def open(self) -> "TodayPage":
        return self.visit(routes.TODAY)

    def work(self, key: str) -> Locator:
        """A thing to do, by its claim's number."""
        return self.page.get_by_test_id(testids.today_work(key))

    def file(self, number: str) -> FileClaimDialog:
        self.page.get_by_role("button", name=f"File Claim {number}").click()
        return FileClaimDialog(self.page)

    def file_all(self) -> Dialog:
        self.page.get_by_test_id(testids.TODAY_FILE_ALL).click()
        return Dialog(self.page, "File Claims", submit="Done").filled()
