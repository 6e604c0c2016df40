"""The gate before every event that a browser sends: who is not known, or asks for what is private, stays out."""

import inspect
from functools import lru_cache
from typing import Any

from reflex.app import App
from reflex.event import Event
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, OnLoadInternalState, State, StateUpdate, UpdateVarsInternalState
from reflex_base.constants import RouteVar
from reflex_base.event.context import EventContext
from reflex_base.registry import RegistrationContext
from reflex_base.utils.form import FORM_DATA_ENTRIES_KEY

from mbp_claims import tracing
from mbp_claims.domain.origin import asked_from
from mbp_claims.domain.outage import Outage
from mbp_claims.domain.refusing import NOT_SIGNED_IN, UNFIT
from mbp_claims.domain.user_session import session_key
from mbp_claims.state.base import asking, let_in
from mbp_claims.state.belonging import belongs
from mbp_claims.state.cookies import session_of
from mbp_claims.state.discretion import be_discreet
from mbp_claims.state.refusals import answering, note_refusal
from mbp_claims.state.toasts import over, refused

MOST_TEXT = 64 * 1024
DEEPEST = 4
MOST_NAMES = 1024
"""That are remembered: names are the caller's word, and there is no end of them."""
OPEN_TO_ALL = {
    f"{state.get_full_name()}.{name}"
    for state, names in {
        State: ("hydrate", "hydrate_and_load", "set_is_hydrated"),
        OnLoadInternalState: ("on_load_internal", "set_is_hydrated"),
        UpdateVarsInternalState: ("update_vars_internal",),
    }.items()
    for name in names
}
"""Reflex's own events, without which no page begins. They reach nothing of a client."""


class Gate(Middleware):
    """Refuses by answering with nothing. Each event of ours needs a known clinician, and arguments that fit."""

    def __init__(self) -> None:
        be_discreet()

    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:
        tracing.begin()
        asked_from(str(_router(state, event).get(RouteVar.CLIENT_IP, "")))
        answering(called(event.name))
        session = session_id(state, event)
        try:
            return await _answer(state, event, session)
        except Outage as outage:
            # Nothing was done, and what was typed is there still: it is said, and can be sent again.
            return StateUpdate(events=[refused(outage.sentence)])


async def _answer(state: BaseState, event: Event, session: str) -> StateUpdate | None:
    if not (let_in(session) or event.name in OPEN_TO_ALL):
        return _go_away(session)
    if not _is_public(event.name) or not _fits(event):
        note_refusal(UNFIT, asking(), session_key(session))
        return StateUpdate()
    return None if await belongs(state) else _go_away(session)


def _go_away(session: str) -> StateUpdate:
    note_refusal(NOT_SIGNED_IN, None, session_key(session))
    return StateUpdate(events=[over()])


def session_id(state: BaseState, event: Event) -> str:
    """What the browser's cookie holds, as it came with the handshake of the websocket."""
    return session_of(_router(state, event).get(RouteVar.HEADERS, {}))


def _router(state: BaseState, event: Event) -> dict[str, Any]:
    """The handshake with which an event came.

    An event that another one set off has the handshake of that one, by its context or, where that names only a page,
    by its tab. An upload has none: then it is the one that its tab came with, and `api/guard.py` has made sure that the
    upload comes from the same browser.
    """
    came = (event.router_data, _context(), state.router_data)
    return next((router for router in came if router.get(RouteVar.HEADERS)), {})


def called(name: str) -> str:
    """`ClaimsState.put_away`, of the handler's full name; a name of no handler says nothing."""
    registered = RegistrationContext.ensure_context().event_handlers.get(name)
    return f"{registered.states[0].__name__}.{name.rpartition('.')[2]}" if registered else "an unknown call"


def _context() -> dict[str, Any]:
    try:
        return EventContext.get().router_data
    except LookupError:
        return {}


def _is_public(name: str) -> bool:
    """`setvar` is Reflex's on every state: it would call any handler of ours whose name begins with set_."""
    handler = name.rpartition(".")[2]
    return not handler.startswith("_") and handler != "setvar"


def _fits(event: Event) -> bool:
    """Arguments by the names that the handler has, of modest size, and forms as Reflex's browser part sends them."""
    payload: Any = event.payload
    if not isinstance(payload, dict) or _weight(payload) > MOST_TEXT:
        return False
    wanted = _parameters(event.name)
    if wanted is None:
        return False
    named = all(name in wanted for name in payload) and all(
        name in payload for name, required in wanted.items() if required
    )
    return named and all(map(_is_sound, payload.values()))


@lru_cache(MOST_NAMES)
def _parameters(name: str) -> dict[str, bool] | None:
    """The handler's arguments by name, and whether each must be given. None where there is no such handler."""
    registered = RegistrationContext.ensure_context().event_handlers.get(name)
    if registered is None:
        return None
    _, *arguments = inspect.signature(registered.handler.fn).parameters.values()
    return {one.name: one.default is inspect.Parameter.empty for one in arguments}


@lru_cache(MOST_NAMES)
def takes_files(name: str) -> bool:
    """Whether a handler of that full name is there for uploads; Reflex fails on any other."""
    registered = RegistrationContext.ensure_context().event_handlers.get(name)
    given = inspect.signature(registered.handler.fn).parameters.values() if registered else ()
    return any("UploadFile" in str(one.annotation) for one in given)


def _is_sound(argument: Any) -> bool:
    """A form comes as pairs of name and value; Reflex fails on anything else, and logs it."""
    if not isinstance(argument, dict) or FORM_DATA_ENTRIES_KEY not in argument:
        return True
    pairs = argument[FORM_DATA_ENTRIES_KEY]
    return isinstance(pairs, list) and all(
        isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) for pair in pairs
    )


def _weight(payload: Any, depth: int = 0) -> int:
    """The size of an event's arguments; more than a form can hold, or nested deeper than one, weighs too much."""
    if depth > DEEPEST:
        return MOST_TEXT + 1
    if isinstance(payload, dict):
        return 1 + sum(_weight(part, depth + 1) for item in payload.items() for part in item)
    if isinstance(payload, list | tuple):
        return 1 + sum(_weight(part, depth + 1) for part in payload)
    return len(payload) if isinstance(payload, str) else 8
