"""Where a click meets an action: one transaction, the clinician who asks, and an answer that never leaks."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Concatenate, Generic, NoReturn, ParamSpec, TypeVar

from sqlmodel import Session

from mbp_claims import tracing
from mbp_claims.actions.who_asks import who_asks
from mbp_claims.clock import keep_time_of
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.changed import ChangedSince
from mbp_claims.domain.outage import Busy, Outage
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Cancelled
from mbp_claims.domain.refusing import NOT_THERE
from mbp_claims.domain.roles import NotAllowed
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.settings import settings
from mbp_claims.state.faults import log_failure
from mbp_claims.state.refusals import note_refusal
from mbp_claims.words import _

FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.1
NOBODY = _("You are not signed in. Sign in to go on.")
GONE = _("That is not here any more. Reload the page to see how it stands.")

_asking: ContextVar[Clinician | None] = ContextVar("asking", default=None)
"""Whom the gate has let in with what is being answered."""

_session: ContextVar[str] = ContextVar("session", default="")
"""By which session. A part of something longer asks again whether it is still open."""

T = TypeVar("T")
P = ParamSpec("P")
Action = Callable[Concatenate[Session, Clinician, P], T]


@dataclass(frozen=True)
class Done(Generic[T]):
    """What came of an action: its value; or why it was refused; or that it failed, with everything as it was.

    `cancelled`: the person who waited has called it off. `busy`: another's work was being saved all the while.
    """

    value: T | None = None
    refused: RuleViolation | None = None
    failed: bool = False
    cancelled: bool = False
    busy: bool = False

    @property
    def well(self) -> bool:
        return self.refused is None and not self.failed and not self.cancelled

    @property
    def errors(self) -> dict[str, str]:
        """Sentences by field; one that belongs to no field stands under `form`."""
        return (self.refused.fields or {"form": self.refused.sentence}) if self.refused else {}

    def seen(self, before: int) -> int:
        """The version that the person knows of now, who knew of `before`: what another did is told once."""
        return self.refused.version if isinstance(self.refused, ChangedSince) else before

    @property
    def phase(self) -> str:
        """Of a page that shows what came: ready; refused where her role has no part in it; error."""
        if self.value is not None:
            return "ready"
        return "refused" if isinstance(self.refused, NotAllowed) else "error"

    def sentence(self, failure: str) -> str:
        """What to tell when there is no form to tell it in."""
        return self.refused.sentence if self.refused else failure


def let_in(session_id: str) -> bool:
    """Asks the database whose session this is, anew for each event and request; what answers them need not ask again.

    False for nobody. One query by an index, and nothing is written: every click waits for it. Outage where the database
    does not say who that is: nobody need sign in again for it.
    """
    _asking.set(None)
    _session.set(session_id)
    keep_time_of(0)
    try:
        asking = _who()
    except Outage as outage:
        log_failure("let_in", outage.__cause__ or outage)
        raise
    except Exception as failure:
        log_failure("let_in", failure)
        asking = None
    _asking.set(asking)
    tracing.person.set(asking.id if asking else None)
    return asking is not None


def asking() -> Clinician | None:
    """Whom the gate has let in with the event that is being handled."""
    return _asking.get()


def asking_session() -> str:
    """The session id with which the gate has let somebody in."""
    return _session.get()


def person_behind(session_id: str) -> int:
    """The id of whose session this is, 0 for nobody's. Asked where two sessions are to be told apart."""
    with reading() as db:
        found = who_asks(db, session_id)
    return found.id or 0 if found else 0


def _who() -> Clinician | None:
    with reading() as db:
        return who_asks(db, _session.get())


async def attempt(action: Action[P, T], *args: P.args, **kwargs: P.kwargs) -> Done[T]:
    """Runs an action in one transaction, for the clinician who asks: all of it, or nothing.

    While another's work is being saved, the loop answers others, and the action is tried again and again.
    """
    done: Done[T] = _done(transaction, action, args, kwargs)
    if done.busy:
        for pause in _pauses():
            await asyncio.sleep(pause)
            done = _done(transaction, action, args, kwargs)
            if not done.busy:
                break
    return done


def attempt_in_thread(action: Action[P, T], *args: P.args, **kwargs: P.kwargs) -> Done[T]:
    """The same for what runs in a thread, which waits by itself."""
    return _done(transaction, action, args, kwargs)


def look(action: Action[P, T], *args: P.args, **kwargs: P.kwargs) -> Done[T]:
    """Runs an action that only reads."""
    return _done(reading, action, args, kwargs)


def step(action: Action[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """One step of something longer, in a transaction of its own; what it raises goes on to whoever takes the steps."""
    return _step(transaction, action, args, kwargs)


def looking_step(action: Action[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The same for one that only reads."""
    return _step(reading, action, args, kwargs)


def _step(session: Any, action: Callable[..., T], args: Any, kwargs: Any) -> T:
    try:
        with session() as db:
            return action(db, who_asks(db, _session.get()) or _nobody(), *args, **kwargs)
    except NotAllowed as refusal:
        note_refusal(refusal.sentence.rstrip("."), asking())
        raise


def openly(action: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The same for what nobody need be known for: signing in and out."""
    with transaction() as db:
        return action(db, *args, **kwargs)


def glance(action: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The same for what only reads."""
    with reading() as db:
        return action(db, *args, **kwargs)


def calmly(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Done[T]:
    """Runs what needs no database."""
    return _told(work, args, kwargs)


def _done(opening: Callable[[], Any], action: Any, args: Any, kwargs: Any) -> Done:
    def asked(*given: Any, **named: Any) -> Any:
        with opening() as db:
            return action(db, clinician, *given, **named)

    clinician = _asking.get()
    if clinician is None:
        return Done(refused=RuleViolation(NOBODY))
    return _told(asked, args, kwargs, action)


def _pauses() -> Iterator[float]:
    """Seconds between tries, growing, until it has lasted too long."""
    end, pause = time.monotonic() + settings.wait_seconds, FIRST_PAUSE
    while time.monotonic() < end:
        yield pause
        pause = min(pause * 1.5, LONGEST_PAUSE)


def _nobody() -> NoReturn:
    raise RuleViolation(NOBODY)


def _told(work: Any, args: Any, kwargs: Any, action: Any = None) -> Done:
    try:
        return Done(work(*args, **kwargs))
    except NotAllowed as refusal:
        note_refusal(refusal.sentence.rstrip("."), asking())
        return Done(refused=refusal)
    except RuleViolation as violation:
        return Done(refused=violation)
    except NotFound:
        note_refusal(NOT_THERE, asking())
        return Done(refused=RuleViolation(GONE))
    except Cancelled:
        return Done(cancelled=True)
    except Outage as outage:
        if not isinstance(outage, Busy):
            log_failure(getattr(action or work, "__name__", "action"), outage.__cause__ or outage)
        return Done(refused=RuleViolation(outage.sentence), busy=isinstance(outage, Busy))
    except Exception as failure:
        log_failure(getattr(action or work, "__name__", "action"), failure)
        return Done(failed=True)
