"""What an acknowledgement says, parsed and never stored: TA1 of a file, 999 of a group, 277CA of claims (cents).

None of them is an adjudication. `Word` is where a claim stands by it: received < accepted, or rejected.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Word(StrEnum):
    """`received`: it arrived, and the payer has not spoken. `accepted`: the payer took it in to decide on it."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class InterchangeAck:
    """A TA1: whether the envelope with that control number (ISA13) was taken. `result` is A, E or R."""

    control_number: str
    result: str
    note: str

    @property
    def word(self) -> Word:
        return Word.REJECTED if self.result == "R" else Word.RECEIVED


@dataclass(frozen=True, slots=True)
class ElementFault:
    """An IK4. Positions count from 1; `bad` is what the receiver found, empty where it does not repeat it."""

    code: str
    element: int
    component: int | None = None
    repetition: int | None = None
    bad: str = ""


@dataclass(frozen=True, slots=True)
class SegmentFault:
    """An IK3. `position` counts from ST = 1 in the transaction that we sent: it says which segment is meant."""

    segment: str
    position: int
    loop: str
    code: str
    elements: tuple[ElementFault, ...] = ()
    claim_number: str = ""


@dataclass(frozen=True, slots=True)
class TransactionAck:
    """An AK2 to IK5: one ST of ours, by ST02. `result` is A, E (taken, with remarks) or R, M, W, X."""

    control_number: str
    result: str
    codes: tuple[str, ...] = ()
    faults: tuple[SegmentFault, ...] = ()

    @property
    def word(self) -> Word:
        return Word.RECEIVED if self.result in ("A", "E") else Word.REJECTED


@dataclass(frozen=True, slots=True)
class GroupAck:
    """A 999: one GS of ours, by GS06. Counts are of transactions; `result` is A, E, P (in part) or R, M, W, X."""

    control_number: str
    result: str
    codes: tuple[str, ...]
    included: int
    received: int
    accepted: int
    transactions: tuple[TransactionAck, ...]

    @property
    def word(self) -> Word:
        """What holds for a transaction that the 999 does not name."""
        return Word.RECEIVED if self.result in ("A", "E", "P") else Word.REJECTED


@dataclass(frozen=True, slots=True)
class StatusCode:
    """A composite of an STC: category (A0 to A8 ...), status, and the entity it speaks of. Kept as sent."""

    category: str
    status: str
    entity: str = ""

    def __str__(self) -> str:
        return ":".join(filter(None, (self.category, self.status, self.entity)))


@dataclass(frozen=True, slots=True)
class ClaimAck:
    """What a 277CA says of one claim, by CLM01 (TRN02). `action` is WQ (taken) or U (sent back)."""

    claim_number: str
    statuses: tuple[StatusCode, ...]
    action: str = ""
    charge_cents: int | None = None
    payer_control_number: str = ""
    member_id: str = ""
    said_on: date | None = None
    service_from: date | None = None
    free_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchAck:
    """A 277CA: who says it (`sender_kind` is PR for a payer, AY for a clearinghouse), of which batch (BHT03)."""

    sender: str
    sender_kind: str
    sender_id: str
    batch: str
    made_at: datetime | None
    statuses: tuple[StatusCode, ...]
    claims: tuple[ClaimAck, ...]
    counts: dict[str, int] = field(default_factory=dict)
    amounts: dict[str, int] = field(default_factory=dict)

    @property
    def from_payer(self) -> bool:
        return self.sender_kind == "PR"


Acknowledgement = InterchangeAck | GroupAck | BatchAck
