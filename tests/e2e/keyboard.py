"""Working without a mouse: only keys are pressed, and it is seen at each step where the focus is."""

from playwright.sync_api import Locator, Page, expect

MOST_STEPS = 80


class Keyboard:
    """`steps` counts the keys pressed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.steps = 0

    def press(self, *keys: str) -> None:
        """Each key; the focus must never fall out of everything."""
        for key in keys:
            self.page.keyboard.press(key)
            self.steps += 1
            expect(self.page.locator("body")).not_to_be_focused()

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def tab_to(self, target: Locator, key: str = "Tab") -> None:
        """Tab by Tab until the target has the focus."""
        for _ in range(MOST_STEPS):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.press(key)
        raise AssertionError(f"{MOST_STEPS} times {key} did not lead to {target}")
