"""From where somebody asks: told once, where the question comes in, and written into the trail with what was done."""

from contextvars import ContextVar

LONGEST = 64
_address: ContextVar[str] = ContextVar("address", default="")


def asked_from(address: str) -> None:
    """Whatever is recorded from here on in this task comes from there: an IP address, or `command line`."""
    _address.set(address[:LONGEST])


def origin() -> str:
    """Empty where nobody asked: what the program does by itself."""
    return _address.get()
