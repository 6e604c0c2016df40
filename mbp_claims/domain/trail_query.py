"""What somebody asks of the activity trail, and what is found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.client import Client
from mbp_claims.domain.days import parse_day

LONGEST = 100


@dataclass(frozen=True)
class TrailQuery:
    """`person` is a clinician's id, 0 for what nobody of the practice did; `client` is words of a client search;
    `before` is where the page before ended."""

    person: int | None = None
    kind: str = ""
    client: str = ""
    first: date | None = None
    last: date | None = None
    before: tuple[datetime, int] | None = None

    @classmethod
    def parse(cls, told: Mapping[str, object], today: date) -> "TrailQuery":
        """From the fields of the page or of an address; what cannot be understood is not asked for."""
        person, kind = _text(told, "person"), _text(told, "kind")
        return cls(
            int(person) if person.isascii() and person.isdecimal() and len(person) < 10 else None,
            kind if kind in list(Kind) else "", _text(told, "client"), _day(told, "first", today),
            _day(told, "last", today),
        )  # fmt: skip


@dataclass(frozen=True)
class TrailLine:
    """An entry, and the client it is about."""

    entry: Activity
    client: Client | None = None


def _text(told: Mapping[str, object], name: str) -> str:
    value = told.get(name)
    return value[:LONGEST] if isinstance(value, str) else ""


def _day(told: Mapping[str, object], name: str, today: date) -> date | None:
    try:
        return parse_day(_text(told, name), today)
    except ValueError:
        return None
