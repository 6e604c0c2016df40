"""Clients as the list shows them."""

from dataclasses import dataclass
from datetime import date

from mbp_claims.domain.client import Client


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
