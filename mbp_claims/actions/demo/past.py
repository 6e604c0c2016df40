"""Moments that have passed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from mbp_claims.clock import now, today
from mbp_claims.settings import settings

MOMENTS = ("at", "created_at", "imported_at", "filed_at", "completed_at", "removed_at")


def day(days: int) -> date:
    """So many days ago."""
    return today() - timedelta(days=days)


def moment(days: int, at: str) -> datetime:
    """`at` 20:55 on the practice's clock so many days ago, but never later than now."""
    return min(datetime.combine(day(days), time.fromisoformat(at), settings.timezone), now())


@contextmanager
def as_of(db: Session, past: datetime) -> Iterator[None]:
    """What is saved inside happened at that moment: the verbs, and the trail they write, only know now."""

    def settle(saving: Session, *_: object) -> None:
        for saved in (*saving.new, *saving.dirty):
            marks = inspect(saved).attrs
            for name in MOMENTS:
                if name in marks and any(marks[name].history.added or ()):
                    setattr(saved, name, past)

    def settle_rows(running: ORMExecuteState) -> None:
        rows = running.parameters if isinstance(running.parameters, list) else []
        for row in rows:
            for name in MOMENTS:
                for column in (name, f"to_{name}"):
                    if row.get(column) is not None:
                        row[column] = past

    event.listen(db, "before_flush", settle)
    event.listen(db, "do_orm_execute", settle_rows)
    try:
        yield
        db.flush()
    finally:
        event.remove(db, "before_flush", settle)
        event.remove(db, "do_orm_execute", settle_rows)
