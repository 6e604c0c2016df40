"""A dialog: its fields' errors, its summary, and the ways out of it."""

from typing import Self

from playwright.sync_api import Locator, Page


class Dialog:
    """The dialog of that name."""

    def __init__(self, page: Page, name: str, submit: str = "") -> None:
        self.page = page
        self.root = page.get_by_role("dialog", name=name, exact=True)
        self.summary = self.root.get_by_role("alert")
        self.problems = self.summary.get_by_role("link")
        self.submit_button = self.root.get_by_role("button", name=submit or name, exact=True)

    def filled(self) -> Self:
        """Waits until what it shows has come from the server."""
        self.root.and_(self.page.locator(":not([data-waiting])")).wait_for()
        return self

    def submit(self) -> None:
        self.submit_button.click()

    def cancel(self) -> None:
        self.root.get_by_role("button", name="Cancel").click()

    def close(self) -> None:
        self.root.get_by_role("button", name="Close").click()

    def box(self, label: str) -> Locator:
        """A field of the form by the whole of its label."""
        return self.root.get_by_label(label, exact=True)


class Question:
    """An alert that asks before something is lost."""

    def __init__(self, page: Page, title: str) -> None:
        self.root = page.get_by_role("alertdialog", name=title)

    def answer(self, words: str) -> None:
        """Presses the button with these words."""
        self.root.get_by_role("button", name=words, exact=True).click()
