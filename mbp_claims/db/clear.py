"""Empties a database of demonstrations and tests. A practice's own is never emptied: its trail only grows."""

from sqlmodel import Session, SQLModel, select, text

import mbp_claims.domain.tables  # noqa: F401
from mbp_claims.domain.practice import Practice

REAL = "P"
ONLY_GROW = ("activity", "trail_head", "ledger_entry", "document", "superbill")


def is_empty(db: Session) -> bool:
    """Whether nobody has a practice here yet."""
    return db.exec(select(Practice.id)).first() is None


def is_real(db: Session) -> bool:
    """Whether a practice in it files claims to be paid."""
    return db.exec(select(Practice.id).where(Practice.usage == REAL)).first() is not None


def clear(db: Session) -> None:
    """Every table as a new database has it, within the caller's transaction.

    RuntimeError when a practice in it files claims to be paid (its usage is P).
    """
    if is_real(db):
        raise RuntimeError("This database holds a practice that files claims to be paid. It is not emptied.")
    db.expunge_all()
    if db.get_bind().dialect.name == "sqlite":
        _make_tables_anew(db)
    else:
        _empty_tables(db)


def _empty_tables(db: Session) -> None:
    """Triggers refuse to empty the trail, the ledger and the documents, so they rest meanwhile."""
    for table in ONLY_GROW:
        db.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
    names = ", ".join(f'"{table.name}"' for table in SQLModel.metadata.sorted_tables)
    db.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    for table in ONLY_GROW:
        db.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))


def _make_tables_anew(db: Session) -> None:
    """Rows of the trail cannot be deleted, so its table goes, and comes back with its triggers as migrated."""
    ours = {table.name for table in SQLModel.metadata.sorted_tables}
    made = db.execute(text("SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")).all()
    db.execute(text("UPDATE claim SET cob_id = NULL"))
    for table in reversed(SQLModel.metadata.sorted_tables):
        db.execute(text(f'DROP TABLE "{table.name}"'))
    for name, statement in made:
        if name in ours:
            db.connection().exec_driver_sql(statement)
