"""The practice's own clock: the wall clock in its time zone, or the moment that MBP_NOW freezes it at.

In test mode each practice has a clock of its own, which tests move forward.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from mbp_claims.settings import settings

_past: ContextVar[datetime | None] = ContextVar("_past", default=None)
_practice: ContextVar[int] = ContextVar("_practice", default=0)
_moved: dict[int, datetime] = {}


def now() -> datetime:
    """This moment, aware, in the practice's time zone; inside `as_of` the moment that is told there."""
    return (_past.get() or _present()).astimezone(settings.timezone)


def today() -> date:
    """The practice's calendar day: an evening session counts for that evening, whatever day it is elsewhere."""
    return _present().astimezone(settings.timezone).date()


def _present() -> datetime:
    return _moved.get(_practice.get()) or settings.frozen_now or datetime.now(settings.timezone)


def keep_time_of(practice_id: int) -> None:
    """From here on it is as late as it is for that practice; 0 is nobody's. A difference in test mode alone."""
    _practice.set(practice_id)


def move(practice_id: int, to: datetime | None) -> None:
    """Sets the clock of one practice, or with None back to everybody's. RuntimeError outside of test mode."""
    if not settings.test_mode:
        raise RuntimeError("Only in test mode can a clock be moved.")
    _moved.pop(practice_id, None)
    if to is not None:
        _moved[practice_id] = to


def move_all_back() -> None:
    """Every practice has everybody's time again."""
    _moved.clear()


@contextmanager
def as_of(past: datetime) -> Iterator[None]:
    """What is done inside is done at that moment of the past; which plans are in force is still told from today."""
    told = _past.set(past)
    try:
        yield
    finally:
        _past.reset(told)


def local(moment: datetime) -> datetime:
    """A kept moment on the practice's own clock."""
    return moment.astimezone(settings.timezone)


def midnight(day: date) -> datetime:
    """The moment at which that day begins on the practice's own clock."""
    return datetime.combine(day, time(), settings.timezone)
