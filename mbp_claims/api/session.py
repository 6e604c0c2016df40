"""Signing in and out: what sets the session's cookie. Read and written by assets/session.js."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from mbp_claims import routes
from mbp_claims.actions import sign_in as signing_in
from mbp_claims.actions import sign_out as signing_out
from mbp_claims.actions import watch_session as watching
from mbp_claims.api.asking import caller, is_ours, is_this_machine
from mbp_claims.domain.user_session import LONGEST
from mbp_claims.settings import settings
from mbp_claims.state.base import Done, calmly, openly

FAILED = "That did not work just now. Nothing was lost. Try again."
ELSEWHERE = "Sign in on the program’s own page."
LARGEST_FORM = 16 * 1024
PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
Answering = Callable[[Request], Awaitable[Response]]


def ours_alone(answering: Answering) -> Answering:
    """Only what one of our own pages sends, and no more than a form holds."""

    @wraps(answering)
    async def answer(request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not is_ours(request):
            return _told({"problem": ELSEWHERE}, 403)
        if not length.isdecimal() or int(length) > LARGEST_FORM:
            return _told({"problem": FAILED}, 413)
        return await answering(request)

    return answer


async def watch(request: Request) -> Response:
    """How long the session of this browser lasts, and what there is to do for who has none."""
    left: Any = await run_in_threadpool(calmly, openly, watching.watch_session, caller(request).session_id)
    return _remaining(request, left)


@ours_alone
async def stay(request: Request) -> Response:
    left: Any = await run_in_threadpool(calmly, openly, watching.stay, caller(request).session_id)
    return _remaining(request, left)


@ours_alone
async def sign_in(request: Request) -> Response:
    form = await request.form()
    email, password = str(form.get("email", "")), str(form.get("password", ""))
    done = await run_in_threadpool(calmly, signing_in.sign_in, openly, email, password, caller(request))
    return _opened(done, str(form.get("back", "")))


@ours_alone
async def demo(request: Request) -> Response:
    """Only while the demo flag is on, and only for who sits at this machine."""
    if not offers_demo(request):
        return _told({"problem": signing_in.NO_DEMO}, 403)
    form = await request.form()
    done: Any = await run_in_threadpool(calmly, openly, signing_in.sign_in_demo, caller(request))
    return _opened(done, str(form.get("back", "")))


@ours_alone
async def sign_out(request: Request) -> Response:
    done: Any = await run_in_threadpool(calmly, openly, signing_out.sign_out, caller(request).session_id)
    if not done.well:
        return _told({"problem": FAILED}, 503)
    answer = _told({"goes_to": f"{routes.SIGN_IN}/"})
    _set_cookie(answer, "", 0)
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def offers_demo(request: Request) -> bool:
    return settings.demo and is_this_machine(request)


def _opened(done: Done, back: str) -> Response:
    if done.failed:
        return _told({"problem": FAILED}, 503)
    if done.value is None:
        return _told({"problem": done.sentence(FAILED)}, 401)
    answer = _told({"goes_to": routes.way_back(back), "who": done.value.who, "stage": done.value.stage})
    _set_cookie(answer, done.value.session_id, int(LONGEST.total_seconds()))
    return answer


def _remaining(request: Request, done: Done) -> Response:
    if done.value is None:
        return _told({"problem": FAILED}, 503)
    if done.value.is_over:
        return _told({"over": done.value.why, "demo": offers_demo(request)})
    return _told({"seconds": done.value.seconds, "why": done.value.why})


def _set_cookie(answer: Response, value: str, seconds: int) -> None:
    answer.set_cookie(
        settings.session_cookie, value, max_age=seconds, path="/", secure=settings.is_secure, httponly=True,
        samesite="strict",
    )  # fmt: skip


def _told(content: dict[str, Any], status: int = 200) -> JSONResponse:
    return JSONResponse(content, status_code=status, headers=PRIVATE)
