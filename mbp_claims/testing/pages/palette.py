"""The command palette."""

import re

from playwright.sync_api import Locator, Page


class Palette:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.get_by_role("dialog", name="Command palette")
        self.box = self.root.get_by_role("combobox", name="Search or jump to")
        self.results = self.root.get_by_role("listbox", name="Results")
        self.options = self.results.get_by_role("option")
        self.chosen = self.results.locator('[aria-selected="true"]')
        self.said = self.root.get_by_role("status")

    def open(self) -> "Palette":
        """By its keys."""
        self.page.keyboard.press("Control+k")
        return self

    def option(self, words: str) -> Locator:
        """By the beginning of what it says."""
        return self.options.filter(has_text=re.compile(rf"^\s*{re.escape(words)}")).first
