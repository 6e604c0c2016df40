"""The practice's own clock: the wall clock in its time zone, or the moment that MBP_NOW freezes it at."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from mbp_claims.settings import settings

_past: ContextVar[datetime | None] = ContextVar("_past", default=None)


def now() -> datetime:
    """This moment, aware, in the practice's time zone; inside `as_of` the moment that is told there."""
    return (_past.get() or settings.frozen_now or datetime.now(settings.timezone)).astimezone(settings.timezone)


def today() -> date:
    """The practice's calendar day: an evening session counts for that evening, whatever day it is elsewhere."""
    return (settings.frozen_now or datetime.now(settings.timezone)).astimezone(settings.timezone).date()


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
