"""Round a page, or the dialog that is open, with the Tab key: what axe cannot see."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parent / "walking.js").read_text()
INNER = 12
"""Stops at most that are parts of one: month, day and year of a date."""
CONTAINERS = (
    "RootWebArea", "main", "dialog", "alertdialog", "alert", "heading", "tablist", "article", "list", "listitem",
)  # fmt: skip
"""What may take the focus from the program, but is no stop."""


def walked(page: Page) -> list[str]:
    """What is wrong with the way of the Tab key, none when nothing is: it reaches every stop once and comes round, in
    reading order (downwards, and left to right; a column to the right may begin further up), each with a ring that is
    seen whole, with nothing over it, large enough, with role and name, and with its error told beside it."""
    page.evaluate(SCRIPT)
    stops = page.evaluate("walk.begin()")
    for _ in range(stops):
        page.keyboard.press("Tab")
    for _ in range(INNER):
        if page.evaluate("walk.look()"):
            break
        page.keyboard.press("Tab")
    return [*page.evaluate("walk.end()"), *_names(page)]


def _names(page: Page) -> list[str]:
    """As a screen reader is told them, by the browser itself."""
    browser = page.context.new_cdp_session(page)
    nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
    browser.detach()
    told = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if _is_stop(node)]
    return [f"{role or 'something'} without a name" for role, name in told if not name.strip() or role == "generic"]


def _is_stop(node: dict[str, Any]) -> bool:
    can = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    return not node.get("ignored") and bool(can.get("focusable")) and node["role"]["value"] not in CONTAINERS
