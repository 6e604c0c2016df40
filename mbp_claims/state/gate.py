"""The gate before every event that a browser sends: who is not known, or asks for what is private, stays out."""

from typing import Any

from reflex.app import App
from reflex.event import Event
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate

from mbp_claims.state.base import look

MOST_TEXT = 64 * 1024
FRAMEWORK = ("hydrate", "on_load_internal", "hydrate_and_load", "update_vars_internal", "set_is_hydrated")


class Gate(Middleware):
    """Refuses by answering with nothing. Reflex's own few events pass; each of ours needs a known clinician."""

    async def preprocess(self, app: App, state: BaseState, event: Event) -> StateUpdate | None:
        handler = event.name.rpartition(".")[2]
        if handler in FRAMEWORK:
            return None
        if handler.startswith("_") or _weight(event.payload) > MOST_TEXT or not _known():
            return StateUpdate()
        return None


def _known() -> bool:
    return look(lambda db, clinician: clinician.id).well


def _weight(payload: Any, depth: int = 0) -> int:
    """The size of an event's arguments; more than a form can hold, or nested deeper than one, weighs too much."""
    if depth > 4:
        return MOST_TEXT + 1
    if isinstance(payload, dict):
        return sum(_weight(part, depth + 1) for item in payload.items() for part in item)
    if isinstance(payload, list | tuple):
        return sum(_weight(part, depth + 1) for part in payload)
    return len(payload) if isinstance(payload, str) else 8
