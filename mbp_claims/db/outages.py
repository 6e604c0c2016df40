"""Which failures of a database are its own and not ours: locked, full, away, or only to be read."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from mbp_claims.domain.outage import AWAY, BUSY, DISK, FULL, READ_ONLY, Busy, Outage

# Of PostgreSQL: lock not available, deadlock, could not serialize; a class of codes by its first two characters.
STATES = {"55P03": BUSY, "40P01": BUSY, "40001": BUSY, "53100": FULL, "25006": READ_ONLY, "53": AWAY, "57": AWAY,
          "08": AWAY}  # fmt: skip
# Of SQLite, and of SQLCipher, whose driver gives no codes.
WORDS = {
    "is locked": BUSY, "disk is full": FULL, "readonly database": READ_ONLY, "unable to open database": AWAY,
    "disk I/O error": DISK,
}  # fmt: skip


@contextmanager
def plainly() -> Iterator[None]:
    """Raises an Outage in place of what the driver said; all else goes on as it is."""
    try:
        yield
    except DBAPIError as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise (Busy if sentence == BUSY else Outage)(sentence) from error


def _sentence(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None)
    if state:
        return STATES.get(state) or STATES.get(state[:2])
    told = next((sentence for words, sentence in WORDS.items() if words in str(error.orig)), None)
    if told is None and (error.connection_invalidated or type(error.orig).__module__.startswith("psycopg")):
        return AWAY if type(error.orig).__name__ in ("OperationalError", "InterfaceError") else None
    return told
