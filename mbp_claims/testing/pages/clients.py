"""The list of clients, and the form behind Add Client."""

from playwright.sync_api import Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.dialog import Dialog


class ClientDialog(Dialog):
    """Add Client, or Edit Client."""

    def fill(self, **entries: str) -> "ClientDialog":
        """By the fields' own names, as first_name="Rowan"; `sex` and `state` are choices."""
        for name, value in entries.items():
            field = self.root.get_by_test_id(testids.client_field(name.replace("_", "-")))
            if name in ("sex", "state"):
                field.select_option(value)
            else:
                field.fill(value)
        return self


class ClientsPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.table = page.get_by_role("table", name="Clients")
        self.rows = self.table.locator("tbody").get_by_role("row")
        self.search_box = page.get_by_role("searchbox", name="Search clients")
        self.pending_only = page.get_by_role("checkbox", name="Has pending claims")
        self.count = page.get_by_test_id(testids.CLIENTS_COUNT)

    def open(self) -> "ClientsPage":
        return self.visit(routes.CLIENTS)

    def row(self, number: str) -> Locator:
        return self.page.get_by_test_id(testids.client_row(number))

    def search(self, words: str) -> None:
        self.search_box.fill(words)

    def clear_search(self) -> None:
        self.page.get_by_role("button", name="Clear search").click()

    def next(self) -> None:
        self.page.get_by_role("button", name="Next").click()

    def back(self) -> None:
        self.page.get_by_role("button", name="Back").click()

    def add_client(self) -> ClientDialog:
        self.page.get_by_role("button", name="Add Client").first.click()
        return ClientDialog(self.page, "Add Client").filled()

    def chart_of(self, name: str) -> ClaimCenterPage:
        self.table.get_by_role("link", name=name).click()
        return ClaimCenterPage(self.page).arrived()
