"""The head of a request, from a caller that sends whatever it likes."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

import pytest
import uvicorn

from mbp_claims.launch import heads
from mbp_claims.launch.heads import LARGEST_HEAD, Heads

BEGIN = b"GET / HTTP/1.1\r\nHost: here\r\n"
LONG_POST = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 300000\r\n\r\n" + bytes(300_000)


async def app(scope, receive, send):  # type: ignore[no-untyped-def]
    size, more = 0, True
    while more:
        message = await receive()
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"6")]})
    await send({"type": "http.response.body", "body": f"{size:6}".encode()})


def told(*pieces: bytes, answers: int = 1) -> bytes:
    """What the server answers, in all."""

    async def asked() -> bytes:
        config = uvicorn.Config(app, http=Heads, lifespan="off", log_config=None)
        config.load()
        state = uvicorn.Server(config).server_state
        make: Callable[[], Heads] = lambda: Heads(config, server_state=state, app_state={})  # noqa: E731
        server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        answer = b""
        # Who is cut off while still sending may be told so by the connection alone.
        with suppress(ConnectionError):
            for piece in pieces:
                writer.write(piece)
                await asyncio.sleep(0)
            while answer.count(b"HTTP/1.1") < answers or not answer.endswith((b".", b"0")):
                if not (read := await asyncio.wait_for(reader.read(4096), 15)):
                    break
                answer += read
        writer.close()
        server.close()
        return answer

    return asyncio.run(asked())


@pytest.mark.parametrize(
    "pieces",
    [
        (BEGIN, *[b"X: " + bytes(9000).replace(b"\0", b"a") + b"\r\n"] * 10),
        (BEGIN + b"X: ", *[b"a" * 8000] * 10),
        (b"GET /" + b"a" * LARGEST_HEAD, b"a"),
        (BEGIN, *[b"X: a\r\n" * 1000] * 15),
    ],
    ids=["many", "one", "address", "small"],
)
def test_a_head_that_does_not_end_is_cut_off(pieces: tuple[bytes, ...]):
    answer = told(*pieces)
    assert not answer or answer.startswith(b"HTTP/1.1 431 ")


def test_a_long_body_is_none_and_the_next_request_on_the_connection_begins_anew():
    assert told(LONG_POST).endswith(b"300000")
    assert told(LONG_POST + BEGIN + b"\r\n", answers=2).count(b"HTTP/1.1 200") == 2


@pytest.mark.parametrize(
    "pieces", [(), (BEGIN,), (LONG_POST[:300],), (BEGIN + b"\r\n", BEGIN)], ids=["nothing", "head", "body", "next"]
)
def test_what_does_not_go_on_is_cut_off(pieces: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(heads, "PATIENCE", 0.05)
    answer = told(*pieces, answers=2)
    assert answer.count(b"HTTP/1.1") == len(pieces) // 2, "cut off, and not given up by who waits for it"
