"""The practice's money over time."""

from playwright.sync_api import Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage


class MoneyPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.went = page.get_by_role("region", name="Where it went")
        self.months = page.get_by_role("table", name="Money by month of service")
        self.open_today = page.get_by_role("table", name="Open today, by age")
        self.first = page.get_by_role("combobox", name="From")
        self.last = page.get_by_role("combobox", name="To")
        self.payer = page.get_by_role("combobox", name="Payer")
        self.sheet = page.get_by_test_id(testids.MONEY_SHEET)
        self.aging_sheet = page.get_by_test_id(testids.MONEY_AGING_SHEET)

    def open(self) -> "MoneyPage":
        return self.visit(routes.MONEY)

    def month(self, name: str) -> Locator:
        """The row of a month, as "October 2026"."""
        return self.months.get_by_role("row", name=name)
