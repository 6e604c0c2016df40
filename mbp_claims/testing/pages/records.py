"""Records of a client's chart."""

from pathlib import Path

from playwright.sync_api import Download, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.dialog import Dialog


class RecordsPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.rows = page.get_by_test_id(testids.DISCLOSURE_TABLE).locator("tbody tr")

    def open(self, client_number: str) -> "RecordsPage":
        return self.visit(routes.records(client_number))

    def record(self) -> Dialog:
        self.page.get_by_role("button", name="Record a disclosure").click()
        return Dialog(self.page, "Record a disclosure", submit="Record disclosure").filled()

    def export(self) -> Dialog:
        self.page.get_by_role("button", name="Export the record").click()
        return Dialog(self.page, "Export the record", submit="Record and export").filled()

    def download(self, dialog: Dialog) -> Download:
        with self.page.expect_download() as coming:
            dialog.submit()
        return coming.value

    def sheet(self) -> str:
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name="Download CSV").click()
        return Path(coming.value.path()).read_text(encoding="utf-8-sig")
