"""What every page has: the frame around it, what it says in passing, and when it is there."""

from typing import Self

from playwright.sync_api import Locator, Page

from mbp_claims import testids


class AppPage:
    """A page of the app in one tab. Locators are given, nothing is asserted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.main = page.get_by_role("main")
        self.heading = page.get_by_role("heading", level=1)
        self.live_region = page.get_by_test_id(testids.LIVE_REGION)
        self.navigation = page.get_by_role("navigation", name="Main")
        self.breadcrumb = page.get_by_role("navigation", name="Breadcrumb")

    def visit(self, address: str) -> Self:
        """Opens the address as if it was typed, and waits until the server answers."""
        self.page.goto(address)
        return self.arrived()

    def arrived(self) -> Self:
        """Waits until the page has what it shows."""
        self.page.locator("html[data-ready=true] main[aria-busy=false]").wait_for()
        return self

    def reload(self) -> Self:
        self.page.reload()
        return self.arrived()

    def toast(self, words: str) -> Locator:
        """What was said in passing, by some of its words."""
        return self.page.get_by_role("region", name="Notifications").get_by_role("listitem").filter(has_text=words)

    def undo(self) -> None:
        """In the toast that offers it."""
        self.page.get_by_role("region", name="Notifications").get_by_role("button", name="Undo").click()

    def toggle_dark_mode(self) -> None:
        self.page.get_by_role("button", name="Toggle dark mode").click()
