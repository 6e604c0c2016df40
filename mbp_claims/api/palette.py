"""What the command palette finds. By POST: no address, and so no log, holds whom somebody looked for."""

from dataclasses import asdict

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from mbp_claims.actions.find_anything import find_anything
from mbp_claims.api.answers import known, refused, told
from mbp_claims.state.base import look
from mbp_claims.views.show_found import palette_groups


@known
async def found(_request: Request, given: dict[str, str]) -> Response:
    done = await run_in_threadpool(look, find_anything, given.get("words", ""))
    if done.value is None:
        return refused(done)
    return told({"groups": [asdict(group) for group in palette_groups(done.value)]})
