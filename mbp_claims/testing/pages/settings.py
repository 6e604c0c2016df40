"""The Settings page."""

from playwright.sync_api import Locator, Page, expect

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage


class SettingsPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.missing = page.get_by_test_id(testids.SETTINGS_MISSING)

    def open(self) -> "SettingsPage":
        return self.visit(routes.SETTINGS)

    def part(self, title: str) -> Locator:
        return self.page.get_by_role("region", name=title, exact=True)

    def edit(self, title: str) -> "PracticeDialog":
        self.part(title).get_by_role("button", name=f"Edit {title}").click()
        return PracticeDialog(self.page)


class PracticeDialog:
    def __init__(self, page: Page) -> None:
        self.root = page.get_by_test_id(testids.PRACTICE_DIALOG)
        self.summary = self.root.get_by_test_id(testids.ERROR_SUMMARY)
        expect(self.root.get_by_role("textbox").first).to_be_visible()

    def field(self, label: str) -> Locator:
        return self.root.get_by_label(label, exact=True)

    def fill(self, **values: str) -> None:
        """By test id without `practice-`; choices by their value."""
        for name, value in values.items():
            control = self.root.get_by_test_id(testids.practice_field(name.replace("_", "-")))
            if control.evaluate("one => one.tagName") == "SELECT":
                control.select_option(value)
            else:
                control.fill(value)

    def save(self) -> None:
        self.root.get_by_role("button", name="Save changes").click()
