"""How far a long command has come: one line on a terminal that is written over, nothing anywhere else."""

import shutil
import sys
import time
from typing import Self

WIDTH = 24
SECONDS_BETWEEN = 0.1
ERASE = "\r\x1b[K"


class Progress:
    """`total` may be unknown. To be used with `with`: the line is gone afterwards."""

    def __init__(self, total: int | None = None):
        self._total = total
        self._terminal = sys.stderr if sys.stderr.isatty() else None
        self._shown_at = 0.0
        self._is_shown = False

    def show(self, done: int, words: str) -> None:
        """`done` of the total, and what that is in words: `claims read: 1,200`. Cheap enough for every claim."""
        if self._terminal and (now := time.monotonic()) - self._shown_at > SECONDS_BETWEEN:
            line = f"{_bar(done, self._total)}{words}"[: shutil.get_terminal_size().columns - 1]
            self._write(ERASE + line)
            self._shown_at, self._is_shown = now, True

    def clear(self) -> None:
        """Before anything else is written."""
        if self._is_shown:
            self._write(ERASE)
            self._is_shown = False

    def _write(self, text: str) -> None:
        if self._terminal:
            self._terminal.write(text)
            self._terminal.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()


def _bar(done: int, total: int | None) -> str:
    if not total:
        return ""
    part = min(done / total, 1)
    filled = int(part * WIDTH)
    return f"[{'#' * filled}{'.' * (WIDTH - filled)}] {part:4.0%}  "
