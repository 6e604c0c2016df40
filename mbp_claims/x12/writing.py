"""Segments and their envelope as text: separators, capital ASCII, counts and control numbers computed."""

from collections.abc import Sequence
from datetime import date, datetime

from mbp_claims.domain.latin import latin
from mbp_claims.domain.practice import Practice

GUIDE = "005010X222A1"
ELEMENT, COMPONENT, REPETITION, TERMINATOR = "*", ":", "^", "~"

Element = str | tuple[str, ...]


def segment(*elements: Element) -> str:
    """A segment without its terminator; a tuple is a composite. Nothing empty stays at an end."""
    return ELEMENT.join(_without_empty_end([_written(element) for element in elements]))


def text(value: str, longest: int) -> str:
    """As X12 may carry it, cut to the element's greatest length."""
    return latin(value)[:longest].rstrip()


def digits(value: str) -> str:
    return "".join(c for c in value if c in "0123456789")


def day(value: date) -> str:
    return value.strftime("%Y%m%d")


def interchange(practice: Practice, control: int, at: datetime, bodies: Sequence[Sequence[str]]) -> str:
    """The whole file around what stands between each ST and SE; one segment a line."""
    ours, theirs = text(practice.submitter_id, 15), text(practice.receiver_id, 15)
    segments = [
        isa(practice.submitter_id, practice.receiver_id, at, control, practice.usage),
        segment("GS", "HC", ours, theirs, day(at), f"{at:%H%M}", str(control), "X", GUIDE),
        *(written for number, body in enumerate(bodies, 1) for written in _transaction(number, body)),
        segment("GE", str(len(bodies)), str(control)),
        segment("IEA", "1", f"{control:09d}"),
    ]
    return "".join(f"{written}{TERMINATOR}\n" for written in segments)


def _transaction(number: int, body: Sequence[str]) -> list[str]:
    control = f"{number:04d}"
    return [segment("ST", "837", control, GUIDE), *body, segment("SE", str(len(body) + 2), control)]


def isa(sender: str, receiver: str, at: datetime, control: int, usage: str) -> str:
    """The one segment of fixed width: 106 characters with its terminator. `usage` is P, or T for a test."""
    elements = [
        "ISA", "00", " " * 10, "00", " " * 10, "ZZ", text(sender, 15).ljust(15), "ZZ", text(receiver, 15).ljust(15),
        f"{at:%y%m%d}", f"{at:%H%M}", REPETITION, "00501", f"{control:09d}", "0", text(usage, 1), COMPONENT,
    ]  # fmt: skip
    return ELEMENT.join(elements)


def _written(element: Element) -> str:
    if isinstance(element, str):
        return latin(element)
    return COMPONENT.join(_without_empty_end([latin(part) for part in element]))


def _without_empty_end(parts: list[str]) -> list[str]:
    while parts and not parts[-1]:
        parts = parts[:-1]
    return parts
