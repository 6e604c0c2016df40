"""Connections are of the SQLite file that stands at its address now.

A file that was moved away under a running program would be written on where nobody looks, and SQLite would make an
empty one in its place and begin its log anew: what the log still held would be lost.
"""

from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

IN_PLACE = "mbp_file"
READ_ONLY = "readonly database"


def keep_to_the_file(made: Engine, path: Path) -> None:
    """From now on nothing is made in its place; a connection of what stood there before is closed, not used."""

    def opens(_dialect: Any, _record: Any, told: list[Any], named: dict[str, Any]) -> None:
        _let_follow(path)
        told[0] = f"file:{quote(str(path))}?mode=rw"
        named["uri"] = True

    def opened(_raw: Any, record: Any) -> None:
        record.info[IN_PLACE] = _standing(path)

    def lent(_raw: Any, record: Any, _fairy: Any) -> None:
        if record.info.get(IN_PLACE) != _standing(path):
            raise InvalidatePoolError("another file stands there")

    def failed(context: Any) -> None:
        # Opened while it could only be read: it could never be written to, whatever is allowed since.
        if READ_ONLY in str(context.original_exception):
            context.is_disconnect = True

    event.listen(made, "do_connect", opens)
    event.listen(made, "connect", opened)
    event.listen(made, "checkout", lent)
    event.listen(made, "handle_error", failed)


def _let_follow(path: Path) -> None:
    """What SQLite lays beside the file has the rights that the file had then, and keeps them when those change."""
    with suppress(OSError):
        rights = path.stat().st_mode & 0o777
        for beside in (path.with_name(f"{path.name}{part}") for part in ("-wal", "-shm")):
            if beside.exists() and beside.stat().st_mode & 0o777 != rights:
                beside.chmod(rights)


def _standing(path: Path) -> tuple[int, int, int] | None:
    """Which file, and who may write it: one that was opened while it could only be read stays so."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mode
