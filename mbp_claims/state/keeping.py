"""A restart keeps what screens show and what is half typed: put down when the program ends, taken up when it starts.

In one file in a folder that only its owner reads, sealed where the database has a key, and gone once it was read. What
another version of the program wrote, or what is spoilt, is not taken up: those screens begin anew.
"""

import base64
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken
from reflex.state import BaseState, State

from mbp_claims.sealing import SEALED, unseal, write_sealed
from mbp_claims.settings import settings
from mbp_claims.state.base import log_failure

FOLDER = 0o700


@asynccontextmanager
async def keeping_screens(app: Any) -> AsyncIterator[None]:
    """For as long as the program runs."""
    manager = app.state_manager
    if not isinstance(manager, StateManagerMemory):
        yield
        return
    try:
        take_up(manager)
    except Exception as failure:
        log_failure("take_up", failure)
    yield
    try:
        put_down(manager)
    except Exception as failure:
        log_failure("put_down", failure)


def put_down(manager: StateManagerMemory) -> None:
    """Writes what every tab has, in place of what was written before."""
    tabs = {
        tab: {one.get_full_name(): base64.b64encode(one._serialize()).decode() for one in _below(root)}
        for tab, root in manager.states.items()
        if isinstance(root, State)
    }
    _sweep()
    if tabs:
        settings.screens.mkdir(mode=FOLDER, parents=True, exist_ok=True)
        settings.screens.chmod(FOLDER)
        write_sealed(_file(), json.dumps(tabs).encode(), settings.database_key)


def take_up(manager: StateManagerMemory) -> None:
    """Gives every tab what it had. The file is gone afterwards, whatever came of it."""
    try:
        tabs = _read()
    finally:
        _sweep()
    for tab, kept in tabs.items():
        root = _grown(State(_reflex_internal_init=True), kept)  # type: ignore[call-arg]
        for screen in _below(root):
            # What was on its way when the program ended is so no more.
            getattr(screen, "_interrupted", lambda: None)()
        manager.states[tab] = root
        manager._track_token(BaseStateToken(ident=tab, cls=State))


def _read() -> dict[str, dict[str, str]]:
    sealed = _file().with_name(f"{_file().name}{SEALED}")
    if settings.database_key and sealed.exists():
        content = unseal(settings.database_key, sealed.read_bytes())
    elif not settings.database_key and _file().exists():
        content = _file().read_bytes()
    else:
        return {}
    return dict(json.loads(content))


def _grown(fresh: BaseState, kept: dict[str, str]) -> BaseState:
    """The state as it was kept, with all below it; a fresh one where it was not, or another version kept it."""
    one = _opened(kept.get(fresh.get_full_name(), "")) or fresh
    one.substates = dict(fresh.substates)
    for name, below in fresh.substates.items():
        one.substates[name] = _grown(below, kept)
        one.substates[name].parent_state = one
    return one


def _opened(written: str) -> BaseState | None:
    if not written:
        return None
    try:
        return State._deserialize(data=base64.b64decode(written))
    except Exception as failure:
        log_failure("open_screen", failure)
        return None


def _below(state: BaseState) -> Iterator[BaseState]:
    """Not the root: it has the cookie of the tab's handshake and nothing of a screen; the next handshake brings it."""
    for below in state.substates.values():
        yield below
        yield from _below(below)


def _file() -> Path:
    return settings.screens / "screens"


def _sweep() -> None:
    for path in settings.screens.glob("*") if settings.screens.is_dir() else ():
        path.unlink()
