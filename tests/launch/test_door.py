import asyncio

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from web import HOME, ask, in_pieces, knock

from mbp_claims.launch.door import FROM_ELSEWHERE, LARGEST_BODY, LARGEST_UPLOAD, NOT_OURS, TOO_LARGE, Door
from mbp_claims.launch.headers import SecurityHeaders
from mbp_claims.launch.visits import Visits

PUBLIC = "https://claims.example.org"
STRANGERS = ("https://evil.example", "null", "http://127.0.0.1:3000.evil.example", "https://127.0.0.1:3000")


OTHER_NAMES = (
    "evil.example", "evil.example:3000", "127.0.0.1", "127.0.0.1:3001", "claims.example.org.evil.example", ""
)  # fmt: skip
NO_UPLOADS = (("GET", "/_upload/era.835"), ("HEAD", "/_upload/era.835"), ("GET", "/_upload"), ("POST", "/_upload/x"))


async def read(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{len(await request.body())}")


@pytest.fixture
def heard() -> list[str]:
    """The paths that came through the door."""
    return []


@pytest.fixture
def door(heard: list[str]) -> Door:
    routes = [Route(path, read, methods=["GET", "POST"]) for path in ("/", "/_upload", "/healthz", "/sign-in")]
    inner = Starlette(routes=[*routes, Mount("/_upload", Starlette(routes=[Route("/era.835", read)]))])

    async def listening(scope, receive, send):  # type: ignore[no-untyped-def]
        heard.append(scope["path"])
        await inner(scope, receive, send) if scope["type"] == "http" else await send({"type": "websocket.accept"})

    return Door(listening, [HOME, PUBLIC, "http://localhost:3000"])


@pytest.mark.parametrize("origin", STRANGERS)
def test_a_page_of_another_site_is_refused_whatever_it_asks(door: Door, heard: list[str], origin: str):
    for method in ("GET", "POST", "OPTIONS"):
        answer = ask(door, "/", method, headers={"origin": origin})
        assert (answer.status_code, answer.text) == (403, FROM_ELSEWHERE)
    assert knock(door, host="127.0.0.1:3000", origin=origin)[0]["type"] == "websocket.close"
    assert heard == []


@pytest.mark.parametrize("host", OTHER_NAMES)
def test_a_name_that_leads_here_but_is_not_ours_is_refused(door: Door, heard: list[str], host: str):
    """Else any site could have its own name lead to this machine, and read the answers as its own."""
    answer = ask(door, "/", headers={"host": host})
    assert (answer.status_code, answer.text) == (421, NOT_OURS)
    assert knock(door, host=host)[0]["type"] == "websocket.close"
    assert heard == []


def test_what_is_said_twice_is_not_believed(door: Door, heard: list[str]):
    for name, said, status in (("host", "127.0.0.1:3000", 421), ("origin", HOME, 403)):
        rest = [] if name == "host" else [("host", "127.0.0.1:3000")]
        twice = [(name, said), (name, "https://evil.example")]
        for headers in ([*rest, *twice], [*rest, *twice[::-1]]):
            assert ask(door, "/", headers=headers).status_code == status
    assert heard == []


@pytest.mark.parametrize("host", ["127.0.0.1:3000", "LOCALHOST:3000", "claims.example.org", "claims.example.org:443"])
def test_our_own_names_and_pages_come_in(door: Door, host: str):
    for origin in (HOME, PUBLIC):
        assert ask(door, "/", headers={"host": host, "origin": origin}).status_code == 200
        assert knock(door, host=host, origin=origin) == [{"type": "websocket.accept"}]


def test_what_watches_over_the_server_may_use_its_number(door: Door):
    assert ask(door, "/healthz", headers={"host": "10.1.2.3"}).status_code == 200


def test_no_file_is_served_from_the_folder_of_uploads(door: Door, heard: list[str]):
    for method, path in NO_UPLOADS:
        assert ask(door, path, method).status_code == 404
    assert heard == []


@pytest.mark.parametrize(("path", "most"), [("/sign-in", LARGEST_BODY), ("/_upload", LARGEST_UPLOAD)])
def test_a_body_may_be_so_large_and_not_a_byte_larger(door: Door, heard: list[str], path: str, most: int):
    assert ask(door, path, "POST", content=bytes(min(most, LARGEST_BODY))).status_code == 200
    answer = ask(door, path, "POST", content=b"", headers={"content-length": str(most + 1)})
    assert (answer.status_code, answer.text) == (413, TOO_LARGE)
    assert heard == [path]


@pytest.mark.parametrize("said", ["-1", "x", "1e3", "9" * 40, "٣"])
def test_a_size_that_is_no_number_is_refused(door: Door, heard: list[str], said: str):
    assert ask(door, "/sign-in", "POST", headers=[("content-length", said.encode())]).status_code == 413
    assert heard == []


def test_a_body_of_unsaid_size_is_counted_as_it_comes(door: Door):
    assert ask(door, "/sign-in", "POST", content=in_pieces(4, LARGEST_BODY // 4)).status_code == 200
    answer = ask(door, "/sign-in", "POST", content=in_pieces(5, LARGEST_BODY // 4))
    assert (answer.status_code, answer.text) == (413, TOO_LARGE)


def test_the_messages_of_a_socket_go_past_all_of_it():
    """Row actions travel there: only the opening of a socket is looked at."""
    handed: list[object] = []

    async def inner(scope, receive, send):  # type: ignore[no-untyped-def]
        handed.extend((receive, send))

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: object) -> None: ...

    app = Visits(SecurityHeaders(Door(inner, [HOME]), "", ""))
    scope = {"type": "websocket", "path": "/_event/", "headers": [(b"host", b"127.0.0.1:3000")]}
    asyncio.run(app(scope, receive, send))
    assert handed == [receive, send]
