"""Signing in and out: what sets the session's cookie. Read and written by assets/session.js."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from mbp_claims import routes
from mbp_claims.actions import sign_in as signing_in
from mbp_claims.actions.open_account import FirstPerson, check_first, is_first, open_first_account
from mbp_claims.actions.passwords import hash_password
from mbp_claims.actions.second_factor import SetUp
from mbp_claims.actions.sessions import sign_out as end
from mbp_claims.actions.sign_in_code import FromTheStart, end_set_up, open_set_up, sign_in_code, whose_code
from mbp_claims.actions.watch_session import Remaining, stay, watch_session
from mbp_claims.api.answers import form, opened, refused, told, weighed, with_cookie, worked
from mbp_claims.api.asking import caller, is_this_machine
from mbp_claims.api.knocking import knocked
from mbp_claims.domain.draft import LONGEST, printable
from mbp_claims.domain.throttle import TooMany
from mbp_claims.domain.user_session import Opened
from mbp_claims.settings import settings
from mbp_claims.state.base import Done, glance, openly
from mbp_claims.words import _

Texts = dict[str, str]


async def watch(request: Request) -> Response:
    """How long the session of this browser lasts, and what there is to do for who has none."""
    return await _remaining(request, await worked(glance, watch_session, caller(request).session_id))


@form
async def keep(request: Request, _given: Texts) -> Response:
    """Its person is there."""
    return await _remaining(request, await worked(openly, stay, caller(request).session_id))


@form
async def sign_in(request: Request, given: Texts) -> Response:
    email, password = given.get("email", ""), given.get("password", "")
    done: Done[Opened] = await weighed(request, signing_in.sign_in, openly, email, password, caller(request))
    if done.refused:
        knocked("Signing in", done, await worked(glance, signing_in.whom_tried, email))
    return opened(done, given.get("back", ""))


@form
async def code(request: Request, given: Texts) -> Response:
    """The second factor, or a recovery code."""
    who = caller(request)
    done: Done[Opened] = await worked(sign_in_code, openly, given.get("code", ""), who)
    if isinstance(done.refused, TooMany):
        knocked("The code", done, await worked(glance, whose_code, who.session_id))
    return _or_from_the_start(done) or opened(done, given.get("back", ""))


@form
async def set_up(request: Request, _given: Texts) -> Response:
    """The picture and the key for the app of who has to have a second factor, and has none."""
    done: Done[SetUp] = await worked(openly, open_set_up, caller(request).session_id)
    if done.value is None:
        return _or_from_the_start(done) or refused(done)
    return told({"picture": done.value.picture, "key": done.value.key})


@form
async def set_up_code(request: Request, given: Texts) -> Response:
    done: Done[tuple[Opened, list[str]]] = await worked(openly, end_set_up, given.get("code", ""), caller(request))
    if done.value is None:
        return _or_from_the_start(done) or refused(done)
    session, codes = done.value
    answer = told({"step": "codes", "codes": codes, "goes_to": routes.way_back(given.get("back", ""))})
    return with_cookie(answer, session.session_id)


@form
async def demo(request: Request, given: Texts) -> Response:
    """Only while the demo flag is on, and only for who sits at this machine."""
    if not _offers_demo(request):
        return told({"problem": signing_in.NO_DEMO}, 403)
    return opened(await worked(openly, signing_in.sign_in_demo, caller(request)), given.get("back", ""))


@form
async def first(request: Request, given: Texts) -> Response:
    """The first account of all, for who sits at this machine: nobody is known yet who could let her in."""
    if not await _offers_first(request):
        return told({"problem": _("This practice has been set up already. Sign in.")}, 403)
    practice, name, email = (printable(given.get(one, ""))[:LONGEST] for one in ("practice", "name", "email"))
    person = FirstPerson(practice, name, email, given.get("password", ""))
    done: Done[Opened] = await weighed(request, _open_first, person, caller(request))
    return opened(done, "")


@form
async def sign_out(request: Request, _given: Texts) -> Response:
    done = await worked(openly, end, caller(request).session_id)
    if not done.well:
        return refused(done)
    answer = with_cookie(told({"goes_to": f"{routes.SIGN_IN}/", "out": True}), "")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def _open_first(person: FirstPerson, who: Any) -> Opened:
    check_first(person)
    openly(open_first_account, person, hash_password(person.password))
    return signing_in.sign_in(openly, person.email, person.password, who)


async def _remaining(request: Request, done: Done[Remaining]) -> Response:
    if done.value is None:
        return refused(done)
    if not done.value.is_over:
        goes_to = routes.way_back(request.query_params.get("back", ""))
        lasts = {"seconds": done.value.seconds, "idle": settings.idle_minutes * 60, "why": done.value.why}
        return told({**lasts, "goes_to": goes_to})
    offers = {"demo": _offers_demo(request), "first": await _offers_first(request)}
    return told({"over": done.value.why, "stage": done.value.stage, "was_demo": done.value.demo, **offers})


def _or_from_the_start(done: Done) -> Response | None:
    if isinstance(done.refused, FromTheStart):
        return told({"step": "sign-in", "problem": done.refused.sentence}, 422)
    return None


def _offers_demo(request: Request) -> bool:
    return settings.demo and is_this_machine(request)


async def _offers_first(request: Request) -> bool:
    return not settings.demo and is_this_machine(request) and bool((await worked(glance, is_first)).value)
