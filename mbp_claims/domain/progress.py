"""How far long work has come, told to whoever waits for it, who may call it off."""

from collections.abc import Callable

Step = Callable[[str, int, int], None]
"""Called with what is done (`read`, `matched`, `prepared`, `posted`), how many claims are, and of how many (0: not
known yet). While a file is read also with `bytes`, how many were read, and of how many.

To call the work off it raises `Cancelled`: the transaction is rolled back, nothing was changed.
"""


class Cancelled(Exception):
    """The person who waited has called it off."""


def silent(what: str, done: int, of: int) -> None:
    """Nobody waits."""
