"""How much of a page the browser styles anew."""

from typing import Any

from playwright.sync_api import Page

CATEGORIES = "devtools.timeline"
RECALCULATION = "UpdateLayoutTree"


class Restyled:
    """Counts from where it is made, in elements; one that is styled twice counts twice."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._told: list[dict[str, Any]] = []
        self._ended = False
        self._tools = page.context.new_cdp_session(page)
        self._tools.on("Tracing.dataCollected", lambda told: self._told.extend(told["value"]))
        self._tools.on("Tracing.tracingComplete", self._end)
        self._tools.send("Tracing.start", {"categories": CATEGORIES, "transferMode": "ReportEvents"})

    def elements(self) -> int:
        """Ends the count."""
        self._tools.send("Tracing.end")
        while not self._ended:
            self._page.evaluate("0")
        return sum(one["args"].get("elementCount", 0) for one in self._told if one["name"] == RECALCULATION)

    def _end(self, _: object) -> None:
        self._ended = True
