"""The chain of the activity trail: a digest covers an entry and the digest before it, so that a change shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring_ascii as quoted
from types import MappingProxyType
from typing import Any, NamedTuple

START = ""
COVERED = (
    "practice_id", "place", "at", "clinician_id", "who", "address", "kind", "what", "before", "after", "client_id",
    "plan_id", "claim_id", "remittance_id",
)  # fmt: skip
"""The columns of an entry that its digest covers: all but its id, which nothing refers to."""


class Entry(NamedTuple):
    """An entry as it is kept."""

    practice_id: int
    place: int
    at: datetime
    clinician_id: int | None
    who: str
    address: str
    kind: str
    what: str
    before: str
    after: str
    client_id: int | None
    plan_id: int | None
    claim_id: int | None
    remittance_id: int | None
    digest: str


@dataclass(frozen=True)
class Head:
    """Where a trail ended at some moment: its last entry's place and digest."""

    place: int = 0
    digest: str = START


@dataclass(frozen=True)
class Break:
    """A place at which a trail is not as it was written."""

    place: int
    why: str


def link(before: str, told: tuple[Any, ...]) -> str:
    """SHA-256, in hex, of the digest before and the values of COVERED: a JSON array in ASCII, moments in UTC."""
    practice, place, at, person, who, address, kind, what, was, came, client, plan, claim, remittance = told
    whole = (
        f'[{quoted(before)},{practice},{place},"{moment(at, at.fold)}",{_id(person)},{quoted(who)},{quoted(address)},'
        f"{quoted(kind)},{quoted(what)},{quoted(was)},{quoted(came)},{_id(client)},{_id(plan)},{_id(claim)},{_id(remittance)}]"
    )
    return sha256(whole.encode("ascii")).hexdigest()


def breaks(
    entries: Iterable[Entry], head: Head | None, kept: Mapping[int, str] = MappingProxyType({})
) -> Iterator[Break]:
    """Every place at which the trail is not whole. `entries` in order of place; `head` is the one in the database.

    `kept` are heads that were written down elsewhere, digests by place: they show what somebody who can write to the
    database, and has made the chain anew, cannot hide.
    """
    last, sought = Head(), dict(kept)
    for entry in entries:
        if entry.place <= last.place:
            yield Break(entry.place, "stands twice")
            continue
        whole = entry.place == last.place + 1
        if not whole:
            yield Break(last.place + 1, _missing(last.place + 1, entry.place - 1))
        # After a gap nothing tells what this entry was chained to.
        if whole and link(last.digest, entry[:-1]) != entry.digest:
            yield Break(entry.place, "is not what was written here, or does not follow from the entry before it")
        if sought.pop(entry.place, entry.digest) != entry.digest:
            yield Break(entry.place, "is not the one whose digest was kept elsewhere")
        last = Head(entry.place, entry.digest)
    yield from _at_the_end(last, head, sought)


def _at_the_end(last: Head, head: Head | None, sought: Mapping[int, str]) -> Iterator[Break]:
    if head is None:
        if last.place:
            yield Break(last.place, "is the last, but the record of where the trail ends is gone")
    elif head.place > last.place:
        yield Break(last.place + 1, _missing(last.place + 1, head.place))
    elif head.place < last.place:
        yield Break(head.place + 1, "and what follows stand behind the end of the trail")
    elif head.digest != last.digest:
        yield Break(last.place, "is the last, but the record of where the trail ends says otherwise")
    for place in sorted(sought):
        yield Break(place, "is missing: its digest was kept elsewhere")


def _missing(first: int, last: int) -> str:
    return "is missing" if first == last else f"to {last} are missing"


@lru_cache
def moment(at: datetime, fold: int) -> str:
    """`2026-11-23T21:40:00.000000+00:00`. Of two moments in the hour that a clock repeats, `fold` tells which."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _id(value: int | None) -> int | str:
    return "null" if value is None else value
