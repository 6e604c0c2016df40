"""Axe over a page as it stands: WCAG 2.0 to 2.2, A and AA, and its best practices."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A menu is drawn at the end of the page, outside of every landmark, as every portalled menu is.
ASIDE = ("region",)


def findings(page: Page, *aside: str) -> list[str]:
    """Each finding with the elements it is about; none when the page is clean. `aside` are further rules left out."""
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {rule: {"enabled": False} for rule in (*ASIDE, *aside)},
    }
    violations = Axe().run(page, options=options).response["violations"]
    return [_told(found["id"], node) for found in violations for node in found["nodes"]]


def _told(rule: str, node: dict[str, str]) -> str:
    return f"{rule}: {node['html'][:200]} {node['failureSummary']}"
