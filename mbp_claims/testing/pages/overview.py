"""The first page of a client's chart."""

from playwright.sync_api import Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage


class OverviewPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.tiles = page.get_by_test_id(testids.OVERVIEW_TILES)
        self.next_step = page.get_by_role("region", name="Next step")
        self.year = page.get_by_role("region", name="This year")
        self.activity = page.get_by_role("list", name="Activity")
        self.insurance = page.get_by_role("region", name="Insurance")

    def open(self, number: str) -> "OverviewPage":
        return self.visit(routes.overview(number))

    def tab(self, name: str) -> Locator:
        return self.page.get_by_role("tab", name=name)

    def go_on(self) -> None:
        """With the button of the next step."""
        self.next_step.get_by_role("link", name="Go to Claim Center").click()
