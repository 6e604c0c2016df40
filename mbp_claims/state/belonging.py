"""A tab belongs to the person who opened it. Its token is no key: whoever else connects with it is given another one,
and with it an empty tab. What still runs for the tab goes on for its own person, and is sent to nobody."""

from collections import OrderedDict
from typing import Any
from urllib.parse import parse_qs, urlencode
from uuid import uuid4

import reflex as rx
from reflex.app import App
from reflex.state import BaseState

from mbp_claims.state.base import asking, person_behind
from mbp_claims.state.cookies import in_cookies

MOST_TABS = 20_000
ANOTHER = "new_token"
"""What Reflex tells a browser whose token is another tab's: from then on it uses this one."""

_people: OrderedDict[str, int] = OrderedDict()
"""Whose a token is, of the tabs that were used last. The state itself knows it, too."""


class TabState(rx.State):
    """Whose tab this is: the id of a person, 0 while it is nobody's."""

    _person: int = 0


async def belongs(state: BaseState) -> bool:
    """Whether who asks may go on in this tab: it is theirs, or nobody's yet and theirs from now on."""
    tab, person = await state.get_state(TabState), asking()
    whose = (person.id or 0) if person else 0
    if tab._person not in (0, whose):
        return False
    if whose and not tab._person:
        tab._person = whose
        _remember(state.router.session.client_token, whose)
    return True


def is_nobodys(root: BaseState) -> bool:
    """Whether nobody has ever been let in at this tab. `root` is all that is kept for it."""
    tab: Any = root.substates.get(TabState.get_name())
    return tab is None or not tab._person


def keep_apart(app: App) -> None:
    """From now on nobody is connected to a tab of somebody else."""
    sockets = app.event_namespace
    assert sockets is not None
    connect = sockets.on_connect

    async def on_connect(sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        asked = parse_qs(environ.get("QUERY_STRING", ""))
        token = (asked.get("token") or [""])[0]
        owner = _people.get(token, 0)
        if owner and owner != person_behind(in_cookies(environ.get("HTTP_COOKIE", ""))):
            asked["token"] = [str(uuid4())]
            environ = {**environ, "QUERY_STRING": urlencode(asked, doseq=True)}
            await sockets.emit(ANOTHER, asked["token"][0], to=sid)
        await connect(sid, environ, auth)

    sockets.on_connect = on_connect  # type: ignore[method-assign]


def _remember(token: str, person: int) -> None:
    _people[token] = person
    _people.move_to_end(token)
    if len(_people) > MOST_TABS:
        _people.popitem(last=False)
