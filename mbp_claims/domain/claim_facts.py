"""Claims as they are read: a row with all that it tells, and one claim with everything about it."""

from dataclasses import dataclass
from datetime import date, datetime

from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.claim_file import FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.paper_terms import PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Remittance


@dataclass(frozen=True)
class ClaimQuery:
    """What is asked for: a section, one client's or the whole practice's, words to search by.

    `section` and `status`, to which it is narrowed, are keys of `sections.CHOICES`. `payer` is a payer's name, `age`
    one of `claim_age.AGES`.
    """

    section: str
    client_id: int | None = None
    status: str = ""
    search: str = ""
    before: tuple[date, int] | None = None
    payer: str = ""
    age: str = ""


@dataclass(frozen=True)
class ClaimFacts:
    """A claim and what its row tells: whom it asks, who comes next, what the primary paid (cents), what can be done.

    `on_paper`: its payer takes no electronic claims."""

    claim: Claim
    client: Client
    payer: str
    line: ServiceLine
    line_count: int
    primary: Claim | None
    next_payer: str
    actions: tuple[str, ...]
    from_era: bool
    on_paper: bool = False


@dataclass(frozen=True)
class ClaimList:
    """One page of claims; `total` and `to_bill_cents` are of all that match."""

    rows: tuple[ClaimFacts, ...]
    total: int
    to_bill_cents: int
    has_more: bool


@dataclass(frozen=True)
class ClaimCounts:
    """How many claims wait, what they ask for (cents), how many are with a payer, how many were answered; `practice`
    wait in all."""

    pending: int
    to_bill_cents: int
    filed: int
    completed: int
    practice: int

    @property
    def settled(self) -> int:
        return self.filed + self.completed


@dataclass(frozen=True)
class PayerFacts:
    """A payer's answer to its claim: as values, as kept, and the ERA it came in, if it came in one. `corrects` is the
    day of the ERA that said otherwise before."""

    claim: Claim
    payer: Payer
    answer: Answer | None = None
    kept: Adjudication | None = None
    remittance: Remittance | None = None
    corrects: date | None = None


@dataclass(frozen=True)
class FileFacts:
    """A file that a claim was filed with: its size in bytes, how many claims are in it, and whether whoever looks may
    have all of it."""

    filed: FiledClaim
    name: str
    created_at: datetime
    size: int
    claims: int = 1
    taken_back_at: datetime | None = None
    is_hers: bool = True


@dataclass(frozen=True)
class OpenClaim:
    """`primary` and `secondary` are the two payers' sides of the same services; the second may not exist yet.

    `waived` and `billed` are cents that the payers left open and a person wrote off or billed to the client.
    `opens_eras` and `opens_acknowledgements`: whether whoever looks may open the payers' files as a whole.
    """

    facts: ClaimFacts
    rendering: Clinician
    lines: tuple[ServiceLine, ...]
    primary: PayerFacts
    secondary: PayerFacts | None
    trail: tuple[Activity, ...]
    files: tuple[FileFacts, ...]
    forms: tuple[PrintedForm, ...] = ()
    acknowledgements: tuple[tuple[ClaimAcknowledgement, AckFile], ...] = ()
    opens_eras: bool = True
    opens_acknowledgements: bool = True
    waived: int = 0
    billed: int = 0

    @property
    def charges(self) -> dict[int, int]:
        """Cents by line position."""
        return {line.position: line.charge_cents for line in self.lines}


@dataclass(frozen=True)
class NewClaim:
    """`latest` is the client's last claim with its lines, from which a new one is proposed."""

    client: Client
    colleagues: tuple[Clinician, ...]
    latest: Claim | None
    lines: tuple[ServiceLine, ...]
