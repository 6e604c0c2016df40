"""Names that were made to be found are typed into every kind of door; the end of the session looks for them in the log.

See `server` in conftest.py: whatever any test of the suite sends is looked for as well.
"""

import json

from playwright.sync_api import BrowserContext, Page, expect

from mbp_claims import routes
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.typed import Typed, told_in

MARKED = "Zebulon Quill-Marked"
SPOILT = f"ISA*00*{MARKED}"


def test_what_is_refused_is_not_written_down(page: Page, practice: PracticeUnderTest, typed: Typed):
    """A form with mistakes, a file that is none, an address that is nobody's."""
    chart = ClaimCenterPage(page).open("R-0412")
    chart.primary("Aetna").edit().member_id.fill(f"{MARKED} 1")
    page.keyboard.press("Control+Enter")
    page.goto(f"/clients/{MARKED}/claim-center")
    page.goto(routes.ERAS)
    page.locator("input[type=file]").first.set_input_files(
        {"name": f"{MARKED}.835", "mimeType": "text/plain", "buffer": SPOILT.encode()}
    )
    expect(page.get_by_text("Nothing was saved.").first).to_be_visible()
    typed.words |= {MARKED, SPOILT}
    assert practice.log
    assert not told_in(practice.log, typed.words)


def test_what_is_made_to_fail_is_not_written_down(context: BrowserContext, practice: PracticeUnderTest, typed: Typed):
    """Events that nobody's page sends: unknown, misshapen, for a handler of Reflex's own."""
    page = context.new_page()
    page.goto(routes.CLIENTS)
    expect(page.locator("html[data-ready=true]")).to_be_attached()
    frames = [
        "42/_event," + json.dumps(["event", told])
        for told in (
            {"name": f"nobody.{MARKED}", "payload": {"note": MARKED}, "router_data": {}}, MARKED, [MARKED], {"name": 7},
            {"name": "reflex___state____state.set_is_hydrated", "payload": {"value": [MARKED], "x": MARKED}},
        )
    ]  # fmt: skip
    page.evaluate(
        """async (frames) => {
            const address = `${location.origin.replace("http", "ws")}/_event/?token=marked&EIO=4&transport=websocket`;
            const socket = new WebSocket(address, ["0.10.1"]);
            await new Promise((heard) => (socket.onmessage = heard));
            socket.send("40/_event,");
            await new Promise((heard) => (socket.onmessage = heard));
            for (const frame of frames) socket.send(frame);
            socket.send("42/_event," + JSON.stringify(["ping"]));
            await new Promise((heard) => (socket.onmessage = heard));
        }""",
        frames,
    )
    page.request.post("/_upload", multipart={"files": {"name": MARKED, "mimeType": "x/y", "buffer": b"x"}})
    typed.words |= {MARKED}
    assert not told_in(practice.log, {MARKED})
