"""Moments that have passed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.clock import now, today
from mbp_claims.settings import settings


def day(days: int) -> date:
    """So many days ago."""
    return today() - timedelta(days=days)


def moment(days: int, at: str) -> datetime:
    """`at` 20:55 on the practice's clock so many days ago, but never later than now."""
    return min(datetime.combine(day(days), time.fromisoformat(at), settings.timezone), now())


@contextmanager
def as_of(db: Session, past: datetime) -> Iterator[None]:
    """What is done inside happened at that moment, and is saved with it."""
    with clock.as_of(past):
        yield
        db.flush()
