"""Plain HTTP beside the pages: health, and files for the one who may have them."""

from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from mbp_claims import routes
from mbp_claims.actions.open_file import OpenFile, open_835, open_837, open_acknowledgement, open_card
from mbp_claims.actions.print_claim import open_eob, open_form, open_printed, open_test_page
from mbp_claims.actions.record_readings import record_seen
from mbp_claims.state.base import Done, attempt_in_thread, look, numbered

PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def http() -> Starlette:
    """The routes that stand before Reflex's own."""
    return Starlette(
        routes=[
            # With its slash: the built page is a folder, and without it the browser would be sent on once more.
            Route("/", lambda request: RedirectResponse(f"{routes.CLIENTS}/")),
            Route("/healthz", lambda request: PlainTextResponse("ok")),
            Route(routes.FILE_837, _file(open_837)),
            Route(routes.FILE_835, _file(open_835)),
            Route(routes.FILE_ACK, _file(open_acknowledgement)),
            Route(routes.FILE_CARD, _file(open_card)),
            Route(routes.FILE_FORM, _file(open_form)),
            Route(routes.FILE_PRINTED, _file(open_printed)),
            Route(routes.FILE_EOB, _file(open_eob)),
            Route(routes.FILE_TEST_PAGE, _file(open_test_page)),
        ]
    )


def _file(opening: Callable[..., OpenFile]) -> Any:
    async def answer(request: Request) -> Response:
        found = await run_in_threadpool(_handed_out, opening, numbered(request.path_params.get("id")))
        if found.failed:
            return PlainTextResponse("The file did not load. Try again.", status_code=503)
        if found.refused and found.refused.fields:
            return PlainTextResponse("\n".join(found.errors.values()), status_code=409, headers=PRIVATE)
        if found.value is None:
            return PlainTextResponse("Not found", status_code=404)
        kept = found.value
        name = "".join(c if c.isascii() and (c.isalnum() or c in "-_. ") else "_" for c in kept.name)
        way = "inline" if kept.inline else "attachment"
        headers = {**PRIVATE, "Content-Disposition": f'{way}; filename="{name}"'}
        return Response(kept.content, media_type=kept.media_type, headers=headers)

    return answer


def _handed_out(opening: Callable[..., OpenFile], number: int) -> Done[OpenFile]:
    """Nothing leaves that the trail does not have."""
    found = look(opening, number)
    if found.value and found.value.seen:
        kept = attempt_in_thread(record_seen, found.value.seen)
        return found if kept.well else Done(failed=True)
    return found
