"""A practice under test: what /api/test does, as calls."""

import json
from collections.abc import Mapping
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from mbp_claims import routes

MAIN = "main"
SECONDS = 60
Adjustment = tuple[str, str, str] | tuple[str, str, str, int]
"""Group, reason, amount, and the service line where it is not the first: `("CO", "45", "44.00")`."""


class NotDone(Exception):
    """The server's sentence: what to change. Nothing was."""


class Practice:
    """One practice of a server in test mode. `alone`: the server has no other, and a scenario is loaded in
    milliseconds; else `name` is this tester's own, and no other's practice is touched."""

    def __init__(self, address: str, name: str = MAIN, alone: bool = False) -> None:
        self.address, self.name, self.alone = address, name, alone
        self.clock = Clock(self)

    def load_scenario(self, name: str) -> None:
        """The practice becomes that scenario; a browser of hers is hers still."""
        self.ask("POST", "reset", scenario=name, alone=self.alone)

    @property
    def cookie(self) -> dict[str, Any]:
        """With it a browser context is the owner's."""
        return self.sign_in()

    def sign_in(self, person: str = "") -> dict[str, Any]:
        """The cookie of somebody of the practice, by name or role."""
        cookie: dict[str, Any] = self.ask("POST", "sign-in", person=person)["cookie"]
        return cookie

    def deliver(self, file: Path | str, name: str = "", sync: bool = True) -> str:
        """Into the inbox at the clearinghouse: a file, or the text of one. What the program said when it fetched it."""
        content = file.read_text() if isinstance(file, Path) else file
        named = name or (file.name if isinstance(file, Path) else "payer.835")
        said: str = self.ask("POST", "deliver", name=named, content=content, sync=sync)["said"]
        return said

    def payer_answers(
        self, claim: str, *adjustments: Adjustment, kind: str = "835", status: str = "", **more: Any
    ) -> dict[str, str]:
        """The payer of a filed claim answers: the files that came, by name. Without adjustments it was paid in full.

        `kind` is 835, 999 or 277CA; `more` as in the body of /api/test/answer: taken, deliver, sync, check.
        """
        fields = ("group", "reason", "amount", "line")
        told = [dict(zip(fields, one, strict=False)) for one in adjustments]
        answered = {"claim": claim, "adjustments": told, "status": status}
        return _by_name(self.ask("POST", "answer", kind=kind, claims=[answered], **more))

    def sent(self) -> dict[str, str]:
        """The 837P files that went to the clearinghouse, by name."""
        return _by_name(self.ask("GET", "sent"))

    def ask(self, method: str, what: str, **told: Any) -> Any:
        """One call of /api/test. NotDone with the server's sentence where it refuses."""
        told = {"practice": self.name, **told}
        host = urlsplit(self.address)
        path = f"{routes.TEST_MODE}/{what}"
        opened = HTTPConnection(host.hostname or "", host.port, timeout=SECONDS)
        try:
            if method == "GET":
                opened.request(method, f"{path}?{urlencode(told)}")
            else:
                opened.request(method, path, json.dumps(told), {"Content-Type": "application/json"})
            answer = opened.getresponse()
            text = answer.read().decode()
        finally:
            opened.close()
        if answer.status != 200:
            raise NotDone(json.loads(text)["problem"] if text.startswith("{") else f"{answer.status} {text[:200]}")
        return json.loads(text)


class Clock:
    """The practice's clock. It stands still, and the test moves it forward."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice

    @property
    def now(self) -> datetime:
        return datetime.fromisoformat(self._practice.ask("GET", "clock")["now"])

    def forward(self, signed_in: bool = True, **by: int) -> datetime:
        """By `days`, `hours` and `minutes`. With `signed_in=False` sessions end as they do."""
        return self._told({**by, "signed_in": signed_in})

    def set(self, now: datetime, signed_in: bool = True) -> datetime:
        return self._told({"now": now.isoformat(), "signed_in": signed_in})

    def _told(self, told: Mapping[str, Any]) -> datetime:
        return datetime.fromisoformat(self._practice.ask("POST", "clock", **told)["now"])


def _by_name(answer: dict[str, Any]) -> dict[str, str]:
    return {one["name"]: one["content"] for one in answer["files"]}
