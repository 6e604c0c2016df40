"""A browser tab without a browser: what a person does goes in, what she would see and hear comes out."""

import asyncio
import importlib
import inspect
import json
import pkgutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

import reflex as rx
from reflex.istate.manager.memory import StateManagerMemory
from reflex.state import State, StateUpdate
from reflex_base.event import Event, EventHandler
from reflex_base.event.context import EventContext
from reflex_base.event.processor.base_state_processor import process_event
from reflex_base.registry import RegisteredEventHandler, RegistrationContext
from reflex_base.utils.format import format_event_handler, json_dumps

import mbp_claims.domain.tables
import mbp_claims.state
from mbp_claims.db.engine import transaction
from mbp_claims.domain.news import News
from mbp_claims.state.base import let_in
from mbp_claims.state.gate import session_id
from mbp_claims.state.live import look_again
from tests.sign_in import FIRST, cookie_of, signed_in

for module in pkgutil.iter_modules(mbp_claims.state.__path__):
    importlib.import_module(f"mbp_claims.state.{module.name}")

S = TypeVar("S", bound=rx.State)
ADDRESS = "http://127.0.0.1:3000"
CENTER = "/clients/R-0412/claim-center"
SUCCESS = ("said", "saidWith", "saidOf", "movedOn")
OFFERS_UNDO = {"said": 2, "movedOn": 2, "saidWith": 4}
"""Verbs of a toast, and with so many words after the verb the last takes it back."""


@dataclass
class Heard:
    """What came back from one event and all that it set off."""

    deltas: list[dict[str, Any]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def told(self) -> list[tuple[str, ...]]:
        """What the browser is told to do: ("close", "plan-dialog") and the like."""
        steps = (step for event in self.events if event.name == "_tell" for step in event.payload["do"])
        return [tuple(step[2:] if step[0] == "unlessOpen" else step) for step in steps]

    @property
    def toasts(self) -> list[tuple[str, str]]:
        """Kind (success, error) and sentence."""
        kinds = dict.fromkeys(SUCCESS, "success") | {"refused": "error"}
        return [(kinds[verb], words[0]) for verb, *words in self.told if verb in kinds]

    @property
    def said(self) -> list[str]:
        return [words for kind, words in self.toasts if kind == "success"]

    @property
    def refused(self) -> list[str]:
        return [words for kind, words in self.toasts if kind == "error"]

    @property
    def offers_undo(self) -> bool:
        return any(len(words) == OFFERS_UNDO.get(verb) for verb, *words in self.told)

    @property
    def undo(self) -> tuple[Any, ...]:
        """What the event brings along that takes it back."""
        offered = [words[-1] for verb, *words in self.told if len(words) == OFFERS_UNDO.get(verb)]
        return tuple(offered[0][1].values()) if offered else ()  # type: ignore[attr-defined]

    @property
    def goes_to(self) -> str:
        """The address that the browser is sent to, or ""."""
        return next((event.payload["path"] for event in self.events if event.name == "_redirect"), "")

    @property
    def bytes_sent(self) -> int:
        """As Reflex writes the deltas into the socket."""
        return sum(len(json_dumps(StateUpdate(delta=delta), separators=(",", ":")).encode()) for delta in self.deltas)

    @property
    def changed(self) -> set[str]:
        """Names of the variables that were sent: `ClaimsState.patch`."""
        short = {of.get_full_name(): of.__name__ for of in states()}
        return {
            f"{short.get(of, of)}.{name.removesuffix('_rx_state_')}"
            for delta in self.deltas
            for of, changes in delta.items()
            for name in changes
        }

    def closes(self, dialog: str) -> bool:
        return any(step[:2] == ("close", dialog) for step in self.told)

    def points_at_problem(self, dialog: str) -> bool:
        return ("problem", dialog) in self.told


class Tab:
    """One tab, open at an address. Handlers run as Reflex runs them, with arguments as a browser sends them."""

    def __init__(self, path: str = "/clients", who: int = FIRST) -> None:
        """`who` is the id of the person who is signed in, where there is one."""
        self.who = who
        self._sign_in()
        self.root = State(_reflex_internal_init=True)  # type: ignore[call-arg]
        self.path = path
        self._arrive()

    def go(self, path: str) -> "Tab":
        self.path = path
        self._arrive()
        return self

    def of(self, state: type[S]) -> S:
        return asyncio.run(self.root.get_state(state))

    def do(self, handler: Any, *arguments: Any) -> Heard:
        """`tab.do(ClaimsState.turn, "pending", "older")`: that handler, and those that it sets off."""
        return asyncio.run(self.run(handler, *arguments))

    async def run(self, handler: Any, *arguments: Any) -> Heard:
        """The same beside others in one loop, as the server runs them."""
        event_handler = getattr(handler, "handler", handler)
        given = zip(names_of(event_handler), arguments, strict=False)
        return await self._run(self._event(format_event_handler(event_handler), dict(given)), None)

    def hear(self, news: News) -> Heard:
        """What comes by itself when others have changed something."""
        heard = Heard()

        async def look() -> None:
            EventContext.set(self._context(heard, []))
            await look_again(self.root, news)
            if delta := await self.root._get_resolved_delta():
                heard.deltas.append(json.loads(json_dumps(delta)))
            self.root._clean()

        asyncio.run(look())
        return heard

    def send(self, name: str, payload: dict[str, Any], before: Callable[..., Awaitable[Any]] | None = None) -> Heard:
        """An event by its full name, as it comes through the socket. `before` may refuse it, as the gate does."""
        return asyncio.run(self._run(self._event(name, payload), before))

    def _event(self, name: str, payload: dict[str, Any]) -> Event:
        return Event(name=name, payload=payload, router_data=self.root.router_data)

    async def _run(self, event: Event, before: Callable[..., Awaitable[Any]] | None) -> Heard:
        heard = Heard()
        waiting = [event]
        EventContext.set(self._context(heard, waiting))
        while waiting:
            following = waiting.pop(0)
            registered = handlers()[following.name]
            if before is None and not let_in(session_id(self.root, following)):
                # The test has emptied the database since.
                self._sign_in()
                let_in(session_id(self.root, following))
            if before is None or await before(None, self.root, following) is None:
                state = await self.root.get_state(registered.states[0])
                await process_event(registered.handler, following.payload, state, self.root)
        return heard

    def _context(self, heard: Heard, waiting: list[Event]) -> EventContext:
        async def sent(_token: str, delta: Any) -> None:
            heard.deltas.append(json.loads(json_dumps(delta)))

        async def told(_token: str, *events: Event) -> None:
            heard.events.extend(events)

        async def queued(_token: str, *events: Event) -> None:
            waiting.extend(events)

        return EventContext(
            token="tab", state_manager=StateManagerMemory(), enqueue_impl=queued, emit_delta_impl=sent,
            emit_event_impl=told,
        )  # fmt: skip

    def _sign_in(self) -> None:
        with transaction() as db:
            signed_in(db, self.who)

    def _arrive(self) -> None:
        headers = {"origin": ADDRESS, "cookie": cookie_of(self.who)}
        router = {"pathname": self.path, "asPath": self.path, "headers": headers, "query": {}}
        self.root.router_data = self.root._update_router_vars(router, self.root.router_data)
        self.root._clean()


def handlers() -> dict[str, RegisteredEventHandler]:
    """All that a browser may call, Reflex's own included, by full name."""
    return RegistrationContext.ensure_context().event_handlers


def states() -> list[type[rx.State]]:
    """The app's own states."""
    ours = (of for of in State.get_substates() if of.__module__.startswith("mbp_claims."))
    return sorted(ours, key=lambda of: of.__name__)


def names_of(handler: EventHandler) -> list[str]:
    """The handler's arguments."""
    _, *names = inspect.signature(handler.fn).parameters
    return names


def upload(name: str, content: bytes, size: int | None = None) -> rx.UploadFile:
    """A file as Reflex hands it to a handler; `size` is what the browser says."""
    return rx.UploadFile(file=BytesIO(content), path=Path(name), size=len(content) if size is None else size)
