"""Signing in."""

from typing import Self

from playwright.sync_api import Page

from mbp_claims import routes, testids


class DoorPage:
    """The page before anybody is known. Locators are given, nothing is asserted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heading = page.get_by_role("heading", level=1)
        shown = page.locator("[data-step]:visible")
        self.email = shown.get_by_label("Email")
        self.password = shown.get_by_label("Password")
        self.code = shown.get_by_label("6-digit code")
        self.problem = page.locator(f"[data-testid={testids.DOOR_PROBLEM}]:visible")
        self.demo = page.get_by_role("button", name="Open the demo practice")

    def open(self) -> Self:
        self.page.goto(f"{routes.SIGN_IN}/")
        return self.arrived()

    def arrived(self) -> Self:
        """Waits until it is known what there is to do here."""
        self.page.wait_for_url(f"**{routes.SIGN_IN}/**")
        self.page.locator("html[data-ready=true] [data-door]").wait_for()
        return self

    def sign_in(self, email: str, password: str) -> None:
        self.email.fill(email)
        self.password.fill(password)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
