"""Files for the one who may have them."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from mbp_claims.actions.open_file import OpenFile
from mbp_claims.actions.record_readings import record_seen
from mbp_claims.state.base import NOBODY, Done, attempt_in_thread, let_in, look, numbered
from mbp_claims.state.gate import in_cookies

PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def file(opening: Callable[..., OpenFile]) -> Any:
    """Answers with what the action opens for the person who asks, by the id in the address."""

    async def answer(request: Request) -> Response:
        session_id = in_cookies(request.headers.get("cookie", ""))
        found = await run_in_threadpool(_handed_out, session_id, opening, numbered(request.path_params.get("id")))
        if found is None:
            return PlainTextResponse(NOBODY, status_code=401, headers=PRIVATE)
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


def _handed_out(session_id: str, opening: Callable[..., OpenFile], number: int) -> Done[OpenFile] | None:
    """None for nobody: the twin of the gate, each request asks anew. Nothing leaves that the trail does not have."""
    if not let_in(session_id):
        return None
    found = look(opening, number)
    if found.value and found.value.seen:
        kept = attempt_in_thread(record_seen, found.value.seen)
        return found if kept.well else Done(failed=True)
    return found
