"""The Clearinghouse page."""

from playwright.sync_api import Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage


class ClearinghousePage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.connection = page.get_by_role("region", name="Connection")
        self.synced = page.get_by_test_id(testids.CLEARINGHOUSE_SYNCED)
        self.tried = page.get_by_test_id(testids.CLEARINGHOUSE_TRIED)
        self.problem = page.get_by_test_id(testids.CLEARINGHOUSE_PROBLEM)
        self.waiting = page.get_by_test_id(testids.CLEARINGHOUSE_WAITING)
        self.left = page.get_by_role("region", name="Left in the inbox")
        self.acknowledgements = page.get_by_role("region", name="Acknowledgements")

    def open(self) -> "ClearinghousePage":
        return self.visit(routes.CLEARINGHOUSE)

    def sync(self) -> None:
        self.page.get_by_role("button", name="Sync now").click()

    def send(self) -> None:
        self.page.get_by_role("button", name="Send now").click()

    def edit(self) -> "ConnectionDialog":
        self.page.get_by_role("button", name="Edit connection").click()
        return ConnectionDialog(self.page)


class ConnectionDialog:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.get_by_test_id(testids.CONNECTION_DIALOG)
        self.summary = self.root.get_by_test_id(testids.ERROR_SUMMARY)
        self.shown_key = self.root.get_by_test_id(testids.CONNECTION_SHOWN_KEY)

    def field(self, label: str) -> Locator:
        return self.root.get_by_label(label, exact=True)

    def fill(self, **values: str) -> None:
        """By test id without `connection-`: `host`, `secret_name`; choices by their words."""
        for name, value in values.items():
            control = self.root.get_by_test_id(f"connection-{name.replace('_', '-')}")
            if control.evaluate("one => one.tagName") == "SELECT":
                control.select_option(label=value)
            else:
                control.fill(value)

    def save(self) -> None:
        self.root.get_by_role("button", name="Save connection").click()
