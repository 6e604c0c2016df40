"""Clients as the list shows them."""

from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.client import Client

SORTS = ("name", "born", "pending", "to_bill", "last")
"""By name, birth, how many claims wait, what those ask for, and the last service."""


@dataclass(frozen=True)
class ClientOrder:
    """One of SORTS, the largest or latest first if `down`; `start` is how many come before (of a name order: none)."""

    by: str = "name"
    down: bool = False
    start: int = 0

    @property
    def is_usual(self) -> bool:
        return self.by == "name" and not self.down


@dataclass(frozen=True)
class ClientLine:
    """A client in the list, with what waits: counts and cents of pending claims, letters of the active plans."""

    client: Client
    letters: tuple[str, ...]
    has_plans: bool
    pending: int
    rejected: int
    to_bill_cents: int
    last_service: date | None


@dataclass(frozen=True)
class ClientPage:
    lines: tuple[ClientLine, ...]
    total: int
    has_more: bool
