"""Which request, and which person by number, a line of the log belongs to."""

from contextvars import ContextVar
from secrets import token_hex

request: ContextVar[str] = ContextVar("request", default="")
person: ContextVar[int | None] = ContextVar("person", default=None)


def begin() -> str:
    """A new request, of nobody yet. Its id says nothing of anybody."""
    made = token_hex(6)
    request.set(made)
    person.set(None)
    return made
