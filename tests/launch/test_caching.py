import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from mbp_claims.launch.caching import Caching


def plain(request):
    return PlainTextResponse("here")


def private(request):
    return PlainTextResponse("hers", headers={"Cache-Control": "no-store"})


@pytest.fixture
def browser():
    kept = [Route(path, plain) for path in ("/assets/page-a1b2.js", "/fonts/figtree.woff2", "/clients", "/mbp.js")]
    served = httpx.ASGITransport(Caching(Starlette(routes=[*kept, Route("/files/837/1", private)])))

    async def get(path: str) -> httpx.Headers:
        async with httpx.AsyncClient(transport=served, base_url="http://127.0.0.1") as client:
            return (await client.get(path)).headers

    return lambda path: asyncio.run(get(path))


@pytest.mark.parametrize(
    ("path", "how"),
    [
        ("/assets/page-a1b2.js", "public, max-age=31536000, immutable"),
        ("/fonts/figtree.woff2", "public, max-age=604800"),
        ("/clients", "no-cache"),
        ("/mbp.js", "no-cache"),
        ("/files/837/1", "no-store"),
    ],
)
def test_a_browser_is_told_what_it_may_keep(browser, path, how):
    assert browser(path).get_list("cache-control") == [how]


def test_what_is_not_there_is_not_kept(browser):
    assert "cache-control" not in browser("/assets/gone-c3d4.js")
