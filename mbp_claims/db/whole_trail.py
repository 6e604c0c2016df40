"""Reads trails from beginning to end, of every practice: for who checks that they are whole."""

from collections.abc import Iterator

from sqlmodel import Session, col, select, union

from mbp_claims.domain.activity import Activity, TrailHead
from mbp_claims.domain.chain import Entry, Head
from mbp_claims.domain.practice import Practice

AT_ONCE = 2000


def hold_still(db: Session) -> None:
    """Whatever is appended meanwhile, all that this session reads is of one moment. Ask it first."""
    if db.get_bind().dialect.name != "sqlite":
        db.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def practices_with_trails(db: Session) -> list[tuple[int, str]]:
    """Id and name of every practice; of one that is not there any more, but whose trail is, too."""
    kept = union(select(Practice.id), select(Activity.practice_id), select(TrailHead.practice_id)).subquery()
    named = select(kept.c.id, Practice.name).outerjoin(Practice, col(Practice.id) == kept.c.id).order_by(kept.c.id)
    return [(practice_id, name or "") for practice_id, name in db.execute(named)]


def entries_of(db: Session, practice_id: int) -> Iterator[Entry]:
    """In their places, a few at a time."""
    columns = [getattr(Activity, name) for name in Entry._fields]
    kept = select(*columns).where(Activity.practice_id == practice_id).order_by(col(Activity.place), col(Activity.id))
    return (Entry(*row) for row in db.execute(kept.execution_options(yield_per=AT_ONCE)))


def head_of(db: Session, practice_id: int) -> Head | None:
    kept = db.get(TrailHead, practice_id)
    return Head(kept.place, kept.digest) if kept else None
