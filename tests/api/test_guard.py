"""Pages and uploads before anybody is known: sent to sign in with the way back, or refused."""

from types import SimpleNamespace
from typing import Any

import pytest
from reflex_base.utils.format import format_event_handler
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from visitor import Web

from mbp_claims.api.guard import Guard, sign_in_page
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_import import ImportState
from tests.sign_in import cookie_of

PAGE = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
TAB = "token-of-a-tab"
TAKES = format_event_handler(ImportState.event_handlers["take"])


async def inside(scope: Any, receive: Any, send: Any) -> None:
    await PlainTextResponse(f"inside {Request(scope).url.path}")(scope, receive, send)


def sockets(cookie: str) -> SimpleNamespace:
    """Reflex's sockets, with one tab that came with that cookie."""
    record = SimpleNamespace(sid="sid")
    return SimpleNamespace(
        _token_manager=SimpleNamespace(token_to_socket={TAB: record}),
        _static_router_data={"sid": {"headers": {"cookie": cookie}}},
    )


def browser(cookie: str = "", tab: str = "") -> Web:
    return Web(Guard(inside, lambda: sockets(tab)), {"cookie": cookie} if cookie else {})


@pytest.mark.parametrize(
    ("asked", "back"),
    [
        ("/clients/R-0412/claim-center", "/clients/R-0412/claim-center"), ("/clients/", "/clients/"),
        ("/claims?from=mail", "/claims%3Ffrom%3Dmail"), ("/gone", "/gone"),
    ],
)  # fmt: skip
def test_who_is_not_signed_in_is_sent_to_sign_in_with_the_way_back(clinician: Clinician, asked: str, back: str):
    answer = browser().get(asked, **PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in/?back={back}")
    assert answer.headers["cache-control"] == "no-store"


def test_the_first_address_leads_to_signing_in(clinician: Clinician):
    assert browser().get("/", **PAGE).headers["location"] == "/sign-in/"


def test_an_address_that_could_lead_elsewhere_is_not_gone_back_to(clinician: Clinician):
    scope = {"type": "http", "method": "GET", "path": "//evil.example/x", "query_string": b"", "headers": []}
    assert sign_in_page(Request(scope)) == "/sign-in/?back=/"


def test_who_is_signed_in_gets_the_page(clinician: Clinician):
    assert browser(cookie_of()).get("/clients/", **PAGE).text == "inside /clients/"


@pytest.mark.parametrize("path", ["/sign-in/", "/assets/app.js", "/session", "/fonts/a.woff2", "/tokens.css", "/ping"])
def test_what_the_sign_in_page_needs_is_there_for_everybody(clinician: Clinician, path: str):
    assert browser().get(path).text == f"inside {path}"


def test_an_upload_comes_from_the_browser_whose_tab_it_names(clinician: Clinician):
    mine = browser(cookie_of(), tab=cookie_of())
    assert mine.post("/_upload", reflex_client_token=TAB, reflex_event_handler=TAKES).text == "inside /_upload"


@pytest.mark.parametrize("handler", ["", "x", "__import__", format_event_handler(ErasState.event_handlers["load"])])
def test_an_upload_to_what_takes_no_files_is_refused(clinician: Clinician, handler: str):
    """Reflex answers it with a failure of the server."""
    mine = browser(cookie_of(), tab=cookie_of())
    answer = mine.post("/_upload", reflex_client_token=TAB, reflex_event_handler=handler)
    assert (answer.status_code, answer.text) == (404, "Not found")


@pytest.mark.parametrize(
    ("cookie", "tab", "token"),
    [
        ("", cookie_of(), TAB), (cookie_of(2), cookie_of(), TAB), (cookie_of(), cookie_of(2), TAB),
        (cookie_of(), cookie_of(), "another"), (cookie_of(), cookie_of(), ""), ("", "", TAB), ("x=y", "x=y", TAB),
        (cookie_of(99), cookie_of(99), TAB),
    ],
)  # fmt: skip
def test_an_upload_with_anothers_tab_is_refused(clinician: Clinician, cookie: str, tab: str, token: str):
    for path in ("/_upload", "/_upload/", "/_upload/x"):
        answer = browser(cookie, tab).post(path, reflex_client_token=token)
        assert answer.status_code == 401, path


def test_an_upload_from_a_page_that_is_not_ours_is_refused(clinician: Clinician):
    mine = browser(cookie_of(), tab=cookie_of())
    assert mine.post("/_upload", origin="https://evil.example", reflex_client_token=TAB).status_code == 401
