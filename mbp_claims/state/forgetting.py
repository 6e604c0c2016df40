"""What is kept for a tab stays while it is open; what is kept for nobody goes with its tab, and fills no memory."""

import asyncio
from typing import Any

from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken
from reflex.state import State

from mbp_claims.state.base import log_failure
from mbp_claims.state.belonging import is_nobodys

LOOK_SECONDS = 30


async def forget_nobodies(app: Any) -> None:
    """Again and again, for as long as the program runs."""
    manager = app.state_manager
    while isinstance(manager, StateManagerMemory):
        await asyncio.sleep(LOOK_SECONDS)
        connected = app.event_namespace._token_manager.token_to_socket
        try:
            keep(manager, connected)
            forget(manager, connected)
        except Exception as failure:
            log_failure("forget_nobodies", failure)


def keep(manager: StateManagerMemory, connected: Any) -> None:
    """A form may be half typed for longer than Reflex keeps a tab in which nothing is clicked: an hour."""
    for tab in connected:
        if tab in manager.states:
            manager._track_token(BaseStateToken(ident=tab, cls=State))


def forget(manager: StateManagerMemory, connected: Any) -> int:
    """Drops what is kept for tabs that nobody was ever signed in at, and that are gone; gives how many."""
    gone = [tab for tab, root in manager.states.items() if tab not in connected and _may_go(manager, tab, root)]
    for tab in gone:
        manager._purge_token(BaseStateToken(ident=tab, cls=State))
    return len(gone)


def _may_go(manager: StateManagerMemory, tab: str, root: Any) -> bool:
    busy = manager._states_locks.get(tab)
    return isinstance(root, State) and is_nobodys(root) and not (busy and busy.locked())
