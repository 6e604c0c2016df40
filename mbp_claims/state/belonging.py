"""A tab belongs to the person who opened it. Its token is no key: whoever else connects with it is given another one,
and with it an empty tab. What still runs for the tab goes on for its own person, and is sent to nobody."""

from collections import OrderedDict
from typing import Any
from urllib.parse import parse_qs, urlencode
from uuid import uuid4

import reflex as rx
from reflex.app import App
from reflex.state import BaseState
from reflex_base.constants import RouteVar

from mbp_claims.domain.origin import asked_in
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.base import asking, person_behind
from mbp_claims.state.cookies import in_cookies

MOST_TABS = 20_000
ANOTHER = "new_token"
"""What Reflex tells a browser whose token is another tab's: from then on it uses this one."""

_people: OrderedDict[str, Clinician] = OrderedDict()
"""Whose a token is, of the tabs that were used last, as they were then. The state itself knows it, too."""


class TabState(rx.State):
    """Whose tab this is: the id of a person, 0 while it is nobody's."""

    _person: int = 0


async def belongs(state: BaseState) -> bool:
    """Whether who asks may go on in this tab: it is theirs, or nobody's yet and theirs from now on."""
    tab, person = await state.get_state(TabState), asking()
    whose = (person.id or 0) if person else 0
    if tab._person not in (0, whose):
        return False
    if person and whose:
        if not tab._person:
            tab._person = whose
        token = str(state.router_data.get(RouteVar.CLIENT_TOKEN, ""))
        _remember(token, person)
        asked_in(token)
    return True


def is_nobodys(root: BaseState) -> bool:
    """Whether nobody has ever been let in at this tab. `root` is all that is kept for it."""
    tab: Any = root.substates.get(TabState.get_name())
    return tab is None or not tab._person


def person_of(token: str) -> Clinician | None:
    """Whose tab that is, as they were when they last did something in it."""
    return _people.get(token)


def keep_apart(app: App) -> None:
    """From now on nobody is connected to a tab of somebody else."""
    sockets = app.event_namespace
    assert sockets is not None
    connect = sockets.on_connect

    async def on_connect(sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        asked = parse_qs(environ.get("QUERY_STRING", ""))
        token = (asked.get("token") or [""])[0]
        owner = _people.get(token)
        if owner and owner.id != person_behind(in_cookies(environ.get("HTTP_COOKIE", ""))):
            asked["token"] = [str(uuid4())]
            environ = {**environ, "QUERY_STRING": urlencode(asked, doseq=True)}
            await sockets.emit(ANOTHER, asked["token"][0], to=sid)
        await connect(sid, environ, auth)

    sockets.on_connect = on_connect  # type: ignore[method-assign]


def _remember(token: str, person: Clinician) -> None:
    _people[token] = person
    _people.move_to_end(token)
    if len(_people) > MOST_TABS:
        _people.popitem(last=False)
