"""What is answered to the forms of assets/session.js: JSON that nobody keeps, and the session's cookie."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from mbp_claims import routes
from mbp_claims.api.asking import caller, is_ours
from mbp_claims.api.in_turn import InTurn
from mbp_claims.domain.outage import Outage
from mbp_claims.domain.throttle import TooMany
from mbp_claims.domain.user_session import LONGEST, Opened, Stage
from mbp_claims.settings import settings
from mbp_claims.state.arguments import told as read
from mbp_claims.state.base import NOBODY, Done, calmly, let_in
from mbp_claims.words import _

FAILED = _("That did not work just now. Nothing was lost. Try again.")
ELSEWHERE = _("Sign in on the program’s own page.")
LARGEST_FORM = 16 * 1024
PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
turns = InTurn()
Answering = Callable[[Request], Awaitable[Response]]
Filling = Callable[[Request, dict[str, str]], Awaitable[Response]]


def form(answering: Filling) -> Answering:
    """Only a form that one of our own pages sends, and no more than a form holds."""

    @wraps(answering)
    async def answer(request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not is_ours(request):
            return told({"problem": ELSEWHERE}, 403)
        if not length.isdecimal() or int(length) > LARGEST_FORM:
            return told({"problem": FAILED}, 413)
        # The trail tells from where, whatever is done.
        caller(request)
        return await answering(request, _texts(await request.form()))

    return answer


def known(answering: Filling) -> Answering:
    """The same for who is signed in; what `attempt_in_thread` does inside is done for this person."""

    @form
    async def answer(request: Request, given: dict[str, str]) -> Response:
        # Not in a thread: what it finds out is for what follows here, and the threads that this begins.
        try:
            if not let_in(caller(request).session_id):
                return told({"problem": NOBODY}, 401)
        except Outage as outage:
            return told({"problem": outage.sentence}, 503)
        return await answering(request, given)

    return answer


async def worked(work: Callable[..., Any], *given: Any) -> Done:
    """What comes of work in a thread."""
    return await run_in_threadpool(calmly, work, *given)


async def weighed(request: Request, work: Callable[..., Any], *given: Any) -> Done:
    """What comes of work that looks at a password: when it is its address's turn."""
    try:
        done: Done = await turns.take(caller(request).address, calmly, work, *given)
    except TooMany as crowded:
        return Done(refused=crowded)
    return done


def opened(done: Done[Opened], back: str) -> Response:
    """Signed in, or as far as the second factor; else why not."""
    if done.value is None:
        return refused(done)
    if done.value.stage == Stage.IN:
        answer = told({"goes_to": routes.way_back(back), "again": done.value.again})
    else:
        answer = told({"step": done.value.stage, "again": done.value.again})
    return with_cookie(answer, done.value.session_id)


def refused(done: Done) -> Response:
    """`problem` in a sentence, and by fields where it belongs to some."""
    if done.failed or done.refused is None:
        return told({"problem": FAILED}, 503)
    return told({"problem": done.refused.sentence, "fields": done.refused.fields}, 422)


def with_cookie(answer: Response, session_id: str) -> Response:
    """Empty takes the cookie away."""
    answer.set_cookie(
        settings.session_cookie, session_id, max_age=int(LONGEST.total_seconds()) if session_id else 0, path="/",
        secure=settings.is_secure, httponly=True, samesite="strict",
    )  # fmt: skip
    return answer


def told(content: dict[str, Any], status: int = 200) -> JSONResponse:
    return JSONResponse(content, status_code=status, headers=PRIVATE)


def _texts(given: FormData) -> dict[str, str]:
    return {name: read(value, LARGEST_FORM) for name, value in given.items() if isinstance(value, str)}
