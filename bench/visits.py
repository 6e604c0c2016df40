"""Visits of a page in Chromium, each with an empty cache: how long it takes, how often it asks, what it weighs."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page

from bench.browser import WINDOW
from tests.sign_in import cookie_of

SCRIPT = Path(__file__).with_name("page.js").read_text()
MILLISECONDS_TO_SETTLE = 600
PATIENCE_MS = 60_000


@dataclass
class Weight:
    """What a first load asks for: bytes on the wire with their headers, by kind, and as text the socket carries."""

    requests: int = 0
    bytes_by_kind: Counter[str] = field(default_factory=Counter)
    encodings: set[str] = field(default_factory=set)

    @property
    def bytes(self) -> int:
        return self.bytes_by_kind.total()


class Visit:
    """One tab that was never here before. Use as a context."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.context = browser.new_context(viewport=WINDOW)
        place = urlsplit(address)
        name, _, value = cookie_of(port=place.port or 0).partition("=")
        self.context.add_cookies([{"name": name, "value": value, "domain": place.hostname or "", "path": "/"}])
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.add_init_script(SCRIPT)
        self.address = address

    def __enter__(self) -> "Visit":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def first_answer(self) -> dict[str, float]:
        """Milliseconds until there are rows, and until a click on one was answered; the first paint."""
        self.page.goto(self.address, wait_until="commit")
        return self.page.evaluate("bench.firstAnswer()")  # type: ignore[no-any-return]

    def open(self) -> list[str]:
        """Until the page is quiet; the numbers of the claims on it."""
        self.page.goto(self.address, wait_until="commit")
        self.page.locator("[data-testid^=claim-actions-]").first.wait_for()
        self.page.wait_for_timeout(MILLISECONDS_TO_SETTLE)
        return self.page.evaluate("bench.numbers()")  # type: ignore[no-any-return]

    def actions(self, count: int) -> list[dict[str, float]]:
        """Milliseconds of so many row actions: the menu, the row gone, the row back."""
        return self.page.evaluate("bench.actions($)".replace("$", str(count)))  # type: ignore[no-any-return]

    def form(self, number: str) -> dict[str, dict[str, float]]:
        """What it took until Actions, the File Claim form, and its content were shown."""
        return self.page.evaluate("number => bench.form(number)", number)  # type: ignore[no-any-return]

    def weigh(self, encoding: str) -> Weight:
        """Opens the page as a browser that takes only this encoding ("br", "gzip")."""
        weight, developer = Weight(), self._developer()
        kinds: dict[str, str] = {}

        def asked(event: dict[str, Any]) -> None:
            weight.requests += 1
            kinds[event["requestId"]] = event.get("type", "Other")

        def answered(event: dict[str, Any]) -> None:
            weight.encodings.add(event["response"]["headers"].get("content-encoding", "none"))

        def loaded(event: dict[str, Any]) -> None:
            weight.bytes_by_kind[kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])

        developer.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": encoding}})
        developer.on("Network.requestWillBeSent", asked)
        developer.on("Network.responseReceived", answered)
        developer.on("Network.loadingFinished", loaded)
        frames = self.frames(developer)
        self.open()
        weight.bytes_by_kind["Socket"] += sum(size for _, size, _ in frames)
        return weight

    def frames(self, developer: CDPSession | None = None) -> list[tuple[str, int, str]]:
        """A list that grows by each message of the page's sockets: "up" or "down", its bytes, its text."""
        developer = developer or self._developer()
        seen: list[tuple[str, int, str]] = []

        def heard(way: str) -> Any:
            def hear(event: dict[str, Any]) -> None:
                text = event["response"]["payloadData"]
                seen.append((way, len(text.encode()), text))

            return hear

        developer.on("Network.webSocketFrameReceived", heard("down"))
        developer.on("Network.webSocketFrameSent", heard("up"))
        return seen

    def _developer(self) -> CDPSession:
        developer = self.context.new_cdp_session(self.page)
        developer.send("Network.enable")
        return developer
