"""Long work beside other people's: what it writes is worked out while they save, and only then written, in one
transaction."""

from collections.abc import Callable
from typing import Any, TypeVar

P = TypeVar("P")
R = TypeVar("R")
Run = Callable[..., Any]
"""Runs an action with its arguments, for the clinician, and gives what it gives or raises what it raises."""
TRIES = 3


def apart(prepare: Callable[[], P], write: Callable[[P], R | None], at_last: Callable[[], R]) -> R:
    """What `write` gives of what was prepared. None of it: somebody changed something of it meanwhile, and it is worked
    out anew; after some tries nobody else is let in, and `at_last` does both at once."""
    for _ in range(TRIES):
        written = write(prepare())
        if written is not None:
            return written
    return at_last()
