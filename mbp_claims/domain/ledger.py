"""The ledger: every movement of a claim's money, appended and never edited. Balances are sums."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, Index, SQLModel

from mbp_claims.domain.columns import CENTS


class Account(StrEnum):
    """Where cents are counted. `patient` is what a payer calls patient responsibility: held while a secondary is
    open, the client's afterwards. `waived` and `billed` are what a person decided about an amount left open.
    """

    CHARGE = "charge"
    PAID = "paid"
    WRITTEN_OFF = "written_off"
    PATIENT = "patient"
    WAIVED = "waived"
    BILLED = "billed"


class LedgerEntry(SQLModel, table=True):
    """Cents added to an account of some services (the primary claim that holds their lines); below zero takes back.

    `claim_id` is the claim whose payer it concerns: the primary itself or its secondary.
    """

    __tablename__ = "ledger_entry"
    __table_args__ = (
        Index("ix_ledger_entry_services", "services_id", "account", "claim_id", "cents"),
        Index("ix_ledger_entry_posting", "posting_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    services_id: int = Field(foreign_key="claim.id")
    claim_id: int = Field(foreign_key="claim.id")
    posting_id: int = Field(foreign_key="posting.id")
    account: str
    cents: int = Field(sa_type=CENTS)
    at: datetime
    who: str


@dataclass(frozen=True)
class Balances:
    """Sums in cents. `open` is what is left of the charge; of it, `held` waits for the secondary, `client` is the
    client's, `undecided` is for a person to decide. When too much was paid, open is zero and `overpaid` says how much.
    """

    charge: int = 0
    paid: int = 0
    written_off: int = 0
    held: int = 0
    client: int = 0

    @property
    def balance(self) -> int:
        """Below zero only when somebody overpaid."""
        return self.charge - self.paid - self.written_off

    @property
    def open(self) -> int:
        return max(self.balance, 0)

    @property
    def overpaid(self) -> int:
        return max(-self.balance, 0)

    @property
    def undecided(self) -> int:
        return max(self.open - self.held - self.client, 0)


def balances(sums: Mapping[str, int], secondary_is_open: bool) -> Balances:
    """`sums` are cents by account."""
    def of(account: Account) -> int:
        return sums.get(account, 0)

    patient = of(Account.PATIENT)
    return Balances(
        of(Account.CHARGE), of(Account.PAID), of(Account.WRITTEN_OFF) + of(Account.WAIVED),
        patient if secondary_is_open else 0, of(Account.BILLED) + (0 if secondary_is_open else patient),
    )  # fmt: skip


@dataclass(frozen=True)
class ClientBalance:
    """What the client owes after the last payer of each service, and what waits for a secondary payer's answer (cents).

    What a payer overpaid is owed to that payer, never to the client.
    """

    owed: int = 0
    held: int = 0

    @classmethod
    def of(cls, services: Iterable[Balances]) -> "ClientBalance":
        stands = list(services)
        return cls(sum(one.client for one in stands), sum(one.held for one in stands))
