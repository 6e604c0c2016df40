"""What a person does with her own account: password, second factor, signing out everywhere."""

from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from mbp_claims import routes
from mbp_claims.actions import own_account
from mbp_claims.actions.change_password import SpentLink, change_password, use_reset_link
from mbp_claims.actions.second_factor import SetUp
from mbp_claims.api.answers import form, known, refused, told, weighed, with_cookie, worked
from mbp_claims.api.asking import caller
from mbp_claims.api.knocking import knocked
from mbp_claims.domain.user_session import Opened
from mbp_claims.state.base import Done, openly, step

Texts = dict[str, str]


@known
async def password(request: Request, given: Texts) -> Response:
    """Ends every session, and begins a new one here."""
    old, new = given.get("old", ""), given.get("password", "")
    done: Done[Opened] = await weighed(request, change_password, step, old, new, caller(request))
    if done.value is None:
        return refused(done)
    return with_cookie(told({"goes_to": f"{routes.ACCOUNT}/?done=password"}), done.value.session_id)


@form
async def reset(request: Request, given: Texts) -> Response:
    """By a link that an owner made. Signing in comes after it, second factor included."""
    done = await weighed(request, use_reset_link, openly, given.get("link", ""), given.get("password", ""))
    if isinstance(done.refused, SpentLink):
        knocked("Choosing a password", done, Done())
    return told({"goes_to": f"{routes.SIGN_IN}/?done=password"}) if done.well else refused(done)


@known
async def set_up(request: Request, given: Texts) -> Response:
    """The picture and the key for the app; the password is asked for, because this tab may have been left alone."""
    old, who = given.get("old", ""), caller(request)
    done: Done[SetUp] = await weighed(request, own_account.begin_second_factor, step, old, who)
    if done.value is None:
        return refused(done)
    return told({"step": "set-up", "picture": done.value.picture, "key": done.value.key})


@known
async def set_up_code(request: Request, given: Texts) -> Response:
    return _codes(await worked(step, own_account.confirm_second_factor, given.get("code", "")))


@known
async def new_codes(request: Request, given: Texts) -> Response:
    return _codes(await weighed(request, own_account.new_codes, step, given.get("old", ""), caller(request)))


@known
async def turn_off(request: Request, given: Texts) -> Response:
    done = await weighed(request, own_account.turn_off_second_factor, step, given.get("old", ""), caller(request))
    return told({"goes_to": f"{routes.ACCOUNT}/?done=off"}) if done.well else refused(done)


@known
async def sign_out_everywhere(request: Request, _given: Texts) -> Response:
    done = await worked(partial(step, own_account.sign_out_everywhere))
    return with_cookie(told({"goes_to": f"{routes.SIGN_IN}/", "out": True}), "") if done.well else refused(done)


def _codes(done: Done[Any]) -> Response:
    if done.value is None:
        return refused(done)
    return told({"step": "codes", "codes": done.value, "goes_to": f"{routes.ACCOUNT}/?done=codes"})
