import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from web import ask

from mbp_claims.launch.headers import ALWAYS, SecurityHeaders

BUILT = {"etag": '"a1"'}
KEPT = [
    ("/assets/page-a1b2.js", "public, max-age=31536000, immutable"),
    ("/fonts/figtree.woff2", "public, max-age=604800"),
    ("/clients", "no-cache"),
    ("/mbp.js", "no-cache"),
    ("/files/837/1", "no-store"),
    ("/ping", "no-store"),
    ("/assets/gone-c3d4.js", "no-store"),
]


def app(**how: bool) -> SecurityHeaders:
    built = ("/assets/page-a1b2.js", "/fonts/figtree.woff2", "/mbp.js")
    return SecurityHeaders(
        Starlette(
            routes=[
                *(Route(path, lambda request: PlainTextResponse("here", headers=BUILT)) for path in built),
                Route("/clients", lambda request: HTMLResponse("<p>", headers=BUILT)),
                Route("/files/837/1", lambda request: PlainTextResponse("hers", headers={"X-Frame-Options": "OWN"})),
                Route("/ping", lambda request: PlainTextResponse("pong")),
            ]
        ),
        "the page's", "the others'", **how,
    )  # fmt: skip


@pytest.mark.parametrize(("path", "how"), KEPT)
def test_a_browser_keeps_what_was_built_and_nothing_that_was_made_for_somebody(path: str, how: str):
    assert ask(app(), path).headers.get_list("cache-control") == [how]


@pytest.mark.parametrize("path", [path for path, _ in KEPT])
def test_every_answer_has_every_header_once(path: str):
    headers = ask(app(), path).headers
    for name in (*ALWAYS, "content-security-policy"):
        assert len(headers.get_list(name)) == 1, name
    assert "strict-transport-security" not in headers


def test_a_page_has_the_pages_policy_and_all_else_the_strictest():
    assert ask(app(), "/clients").headers["content-security-policy"] == "the page's"
    assert ask(app(), "/mbp.js").headers["content-security-policy"] == "the others'"
    assert ask(app(), "/nowhere").headers["content-security-policy"] == "the others'"


def test_a_page_that_did_not_change_keeps_the_policy_it_came_with():
    """A browser lays the headers of such an answer over those that it has kept."""

    async def unchanged(scope, receive, send):  # type: ignore[no-untyped-def]
        await Response(status_code=304, headers=BUILT)(scope, receive, send)

    headers = ask(SecurityHeaders(unchanged, "the page's", "the others'"), "/clients").headers
    assert "content-security-policy" not in headers
    assert headers["cache-control"] == "no-cache"


def test_what_an_answer_says_for_itself_stays():
    assert ask(app(), "/files/837/1").headers["x-frame-options"] == "OWN"


def test_behind_tls_a_browser_is_told_to_try_nothing_else():
    assert ask(app(secure=True), "/ping").headers["strict-transport-security"] == "max-age=63072000"
