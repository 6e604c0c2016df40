"""The program's own server with two doors that somebody left open: whoever looks for open doors must find them.

`python -m tests.doors.server DATA.json`: says there which handlers and addresses it has, once it answers. With `before`
behind it only the gate stands, as it would in any program on Reflex: what a gate alone leaves open, is open.
"""

import inspect
import json
import os
import sys
from pathlib import Path
from typing import Any

import reflex as rx
from reflex_base.registry import RegistrationContext
from sqlmodel import Session, select
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route

from mbp_claims.db.engine import reading
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.launch import logs, program, server
from mbp_claims.settings import settings
from mbp_claims.state.base import attempt


class LeftOpen(rx.State):
    """What nobody should write: it loads past the person who asks."""

    name: str = ""

    @rx.event
    def look(self, number: str):
        with reading() as db:
            found = db.exec(select(Client).where(Client.number == _text(number))).first()
            self.name = found.name if found else ""

    @rx.event
    async def change(self, number: str):
        await attempt(_change, _text(number))

    @rx.event
    def look_unasked(self, number: str):
        """This one stands on the public list, too."""
        LeftOpen.look.fn(self, number)  # type: ignore[attr-defined]


def _change(db: Session, _: Clinician, number: str) -> None:
    for found in db.exec(select(Client).where(Client.number == number)):
        found.pronouns += "x"


def _text(number: object) -> str:
    return str(number)[:20].encode(errors="ignore").decode()


def handlers() -> dict[str, dict[str, str]]:
    """Every handler that a browser may call: the names of its arguments, and how they are annotated."""
    registered = RegistrationContext.ensure_context().event_handlers
    return {name: _arguments(one.handler.fn) for name, one in registered.items()}


def addresses(routes: list[BaseRoute], before: str = "") -> list[tuple[str, list[str]]]:
    """Every address of the program's own and of Reflex's, with its methods."""
    found: list[tuple[str, list[str]]] = []
    for route in routes:
        if isinstance(route, Mount):
            found += addresses(_inside(route.app), before + route.path)
        elif isinstance(route, Route):
            found.append((before + route.path, sorted(route.methods or ())))
    return found


def _arguments(handler: Any) -> dict[str, str]:
    _, *arguments = inspect.signature(handler).parameters.values()
    return {one.name: str(one.annotation) for one in arguments}


def _inside(app: Any, seen: frozenset[int] = frozenset()) -> list[BaseRoute]:
    """The routes of whatever apps stand around one another."""
    if id(app) in seen or len(seen) > 12:
        return []
    found = list(app.routes) if isinstance(app, Starlette) else []
    for inner in vars(app).values() if hasattr(app, "__dict__") else ():
        if callable(inner) and not inspect.isroutine(inner) and not inspect.isclass(inner):
            found += _inside(inner, seen | {id(app)})
    return found


def only_the_gate() -> None:
    """Takes away what stands beside the gate. Called before the program is made."""
    from mbp_claims.api import guard
    from mbp_claims.state import belonging, gate

    async def lets_in(*_: object) -> None:
        return None

    async def is_anybodys(_state: object) -> bool:
        return True

    guard.Guard._refusal = lets_in  # type: ignore[method-assign,assignment]
    gate.belongs = is_anybodys
    belonging.keep_apart = lambda app: None


def main(told: Path, before: bool) -> None:
    os.environ.update({name: value for name, value in server.PRODUCTION.items() if "MOUNT" not in name})
    logs.begin()
    from mbp_claims.state import gate

    if before:
        only_the_gate()
    gate.OPEN_TO_ALL.add(f"{LeftOpen.get_full_name()}.look_unasked")
    app = program.app()
    answers = {"handlers": handlers(), "addresses": addresses(_inside(app))}

    def say() -> None:
        """Whole or not at all: who waits for it reads it as soon as it is there."""
        told.with_suffix(".part").write_text(json.dumps(answers))
        told.with_suffix(".part").replace(told)

    running = server.Server(settings.host, settings.port, say)
    running.config.app, running.config.factory = app, False
    running.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), "before" in sys.argv[2:])
