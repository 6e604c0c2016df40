"""Somebody sends nonsense through the very socket of an open page: it is refused, and the page goes on."""

import json
from typing import Any

from playwright.sync_api import Page, expect
from tab import handlers

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from tests.doors.arguments import WRONG
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.wire import Gatekeeper

HANDLERS = (
    "claims_state.turn", "claims_state.put_away", "plans_state.load", "completion_state.open", "chart_state.load",
)  # fmt: skip
NAMES = ("number", "table", "way", "form", "value")
ODD = (
    "42/_event,[", '42/_event,["event"]', '42/_event,["event",{"name":[]}]', "42/_event,7", "451-/_event,[1]", "42",
    '42/_event,["event",' + "[" * 200 + "]" * 200 + "]",
)  # fmt: skip


def test_wrong_types_sizes_and_shapes_leave_the_page_as_it_works(page: Page, practice: PracticeUnderTest):
    line = Gatekeeper(page)
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    for name in full_names():
        for value in WRONG:
            line.server.send(event(name, dict.fromkeys(NAMES, value)))
            line.server.send(event(name, {"number": value}))
            line.server.send(event(name, value))
    for frame in ODD:
        line.server.send(frame)
    expect(chart.toast("That is not here any more. Reload the page to see how it stands.").first).to_be_visible()
    form.submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    expect(page.get_by_text("Traceback")).to_have_count(0)
    assert "traceback" not in practice.log.lower()


def full_names() -> list[str]:
    found = [name for name in handlers() if name.endswith(tuple(f"____{one}" for one in HANDLERS))]
    assert len(found) == len(HANDLERS)
    return found


def event(name: str, payload: Any) -> str:
    told = {"name": name, "payload": payload, "router_data": {"pathname": "/clients/R-0412/claim-center", "query": {}}}
    return f"42/_event,{json.dumps(['event', told])}"
