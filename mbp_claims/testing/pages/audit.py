"""The Activity page."""

from pathlib import Path

from playwright.sync_api import Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage


class AuditPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.table = page.get_by_test_id(testids.AUDIT_TABLE)
        self.rows = self.table.locator("tbody tr")
        self.client = page.get_by_role("searchbox", name="Client")
        self.person = page.get_by_role("combobox", name="Person")
        self.kind = page.get_by_role("combobox", name="Kind")
        self.first = page.get_by_label("From", exact=True)
        self.last = page.get_by_label("To", exact=True)
        self.older = page.get_by_test_id(testids.AUDIT_OLDER)

    def open(self, address: str = routes.AUDIT) -> "AuditPage":
        return self.visit(address)

    def row(self, what: str) -> Locator:
        return self.rows.filter(has_text=what)

    def sheet(self) -> str:
        """What Download CSV gives."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name="Download CSV").click()
        return Path(coming.value.path()).read_text(encoding="utf-8-sig")
