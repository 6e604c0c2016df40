"""Many rows at once, as fast as the driver takes them: no work per row but its own."""

import gc
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Dialect
from sqlmodel import Session, SQLModel

Convert = Any
PLAIN = (str, int)
_quiet = threading.Lock()
_waiting = 0


class Rows(NamedTuple):
    """A statement and its rows, as the driver takes them: made without a lock, written later."""

    statement: str
    converted: list[Any]


def insertion(db: Session, table: type[SQLModel], names: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> Rows:
    """Rows are values in the order of `names`."""
    dialect = db.get_bind().dialect
    of = ", ".join(map(_quoted(dialect), names))
    marks = ", ".join([_mark(dialect)] * len(names))
    statement = f"INSERT INTO {_named(table, dialect)} ({of}) VALUES ({marks})"
    return Rows(statement, _converted(rows, _converters(table, names, dialect)))


def change(db: Session, table: type[SQLModel], names: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> Rows:
    """Rows are values in the order of `names`, then the id of the row to change."""
    dialect = db.get_bind().dialect
    changes = ", ".join(f"{name} = {_mark(dialect)}" for name in map(_quoted(dialect), names))
    statement = f"UPDATE {_named(table, dialect)} SET {changes} WHERE id = {_mark(dialect)}"
    return Rows(statement, _converted(rows, _converters(table, (*names, "id"), dialect)))


def write(db: Session, rows: Rows) -> None:
    """What was made before is written now."""
    if rows.converted:
        db.flush()
        db.connection().exec_driver_sql(*rows)


def insert_rows(db: Session, table: type[SQLModel], names: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> None:
    """As `insertion`, at once."""
    write(db, insertion(db, table, names, rows))


def update_rows(db: Session, table: type[SQLModel], names: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> None:
    """As `change`, at once."""
    write(db, change(db, table, names, rows))


@contextmanager
def without_collection() -> Iterator[None]:
    """Nothing is looked for that only the garbage collector would find: these rows refer to one another nowhere in a
    circle, and going through a hundred thousand of them again and again is a quarter of the time."""
    global _waiting
    with _quiet:
        _waiting += 1
        gc.disable()
    try:
        yield
    finally:
        with _quiet:
            _waiting -= 1
            if not _waiting:
                gc.enable()


def _converted(rows: Iterable[Sequence[Any]], converters: tuple[tuple[int, Convert], ...]) -> list[Any]:
    """As the driver wants each value, column by column; the same value, such as a moment, is converted once."""
    listed = list(rows)
    if not listed or not converters:
        return listed
    columns: list[Sequence[Any]] = list(zip(*listed, strict=True))
    for place, convert in converters:
        known = {value: None if value is None else convert(value) for value in set(columns[place])}
        columns[place] = [known[value] for value in columns[place]]
    return list(zip(*columns, strict=True))


@cache
def _converters(table: type[SQLModel], names: tuple[str, ...], dialect: Dialect) -> tuple[tuple[int, Convert], ...]:
    """Where in a row stand values that the driver does not take as they are."""
    columns = table.__table__.c  # type: ignore[attr-defined]
    kinds = [columns[name].type for name in names]
    found = [(place, kind.dialect_impl(dialect).bind_processor(dialect)) for place, kind in enumerate(kinds)]
    return tuple((place, convert) for place, convert in found if convert and kinds[place].python_type not in PLAIN)


def _mark(dialect: Dialect) -> str:
    return "?" if dialect.paramstyle == "qmark" else "%s"


def _quoted(dialect: Dialect):  # type: ignore[no-untyped-def]
    return dialect.identifier_preparer.quote


def _named(table: type[SQLModel], dialect: Dialect) -> str:
    return dialect.identifier_preparer.format_table(table.__table__)  # type: ignore[attr-defined]
