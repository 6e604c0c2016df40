"""Files for the one who may have them."""

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from mbp_claims.actions.open_file import OpenFile, OpenStream
from mbp_claims.actions.record_readings import record_seen
from mbp_claims.api.asking import caller
from mbp_claims.domain.outage import Outage
from mbp_claims.domain.refusing import NOT_SIGNED_IN
from mbp_claims.domain.user_session import session_key
from mbp_claims.state.arguments import numbered
from mbp_claims.state.base import NOBODY, Done, attempt_in_thread, let_in, look
from mbp_claims.state.refusals import answering, note_refusal
from mbp_claims.words import _

PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def file(opening: Callable[..., OpenFile | OpenStream]) -> Any:
    """Answers with what the action opens for the person who asks, by the id in the address."""
    return _answering(opening, lambda request: numbered(request.path_params.get("id")))


def found(opening: Callable[..., OpenFile | OpenStream]) -> Any:
    """The same by the words behind the address."""
    return _answering(opening, lambda request: dict(request.query_params))


def _answering(opening: Callable[..., OpenFile | OpenStream], asked: Callable[[Request], Any]) -> Any:
    async def answer(request: Request) -> Response:
        session_id = caller(request).session_id
        answering(f"GET {_route(request)}")
        found = await run_in_threadpool(_handed_out, session_id, opening, asked(request))
        if found is None:
            note_refusal(NOT_SIGNED_IN, None, session_key(session_id))
            return PlainTextResponse(NOBODY, status_code=401, headers=PRIVATE)
        if found.failed:
            return PlainTextResponse(_("The file did not load. Try again."), status_code=503)
        if found.refused and found.refused.fields:
            return PlainTextResponse("\n".join(found.errors.values()), status_code=409, headers=PRIVATE)
        if found.value is None:
            return PlainTextResponse(_("Not found"), status_code=404)
        return _given(found.value)

    return answer


def _given(kept: OpenFile | OpenStream) -> Response:
    name = "".join(c if c.isascii() and (c.isalnum() or c in "-_. ") else "_" for c in kept.name)
    way = "inline" if isinstance(kept, OpenFile) and kept.inline else "attachment"
    headers = {**PRIVATE, "Content-Disposition": f'{way}; filename="{name}"'}
    if isinstance(kept, OpenStream):
        return StreamingResponse(kept.chunks, media_type=kept.media_type, headers=headers)
    return Response(kept.content, media_type=kept.media_type, headers=headers)


def _route(request: Request) -> str:
    """`/files/837`: the address without what was asked for."""
    return "/".join(request.url.path.split("/")[:3])


def _handed_out(
    session_id: str, opening: Callable[..., OpenFile | OpenStream], asked: Any
) -> Done[OpenFile | OpenStream] | None:
    """None for nobody: the twin of the gate, each request asks anew. Nothing leaves that the trail does not have."""
    try:
        if not let_in(session_id):
            return None
    except Outage:
        return Done(failed=True)
    found = look(opening, asked)
    if found.value and found.value.seen:
        kept = attempt_in_thread(record_seen, found.value.seen)
        return found if kept.well else Done(failed=True)
    return found
