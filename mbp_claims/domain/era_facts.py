"""Remittances as they are read: a payment of the inbox, its claims before and after Post, and whether it adds up."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_match import Agreement
from mbp_claims.domain.effect import Effect
from mbp_claims.domain.posting import Posting
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remittance import EraFile, Outcome, Remittance, RemittanceClaim, WithheldAmount


class Tab(StrEnum):
    """Where the preview shows a claim of a payment. `matched` holds what was posted already, too."""

    MATCHED = "matched"
    NOT_MATCHED = "not_matched"
    PROBLEMS = "problems"


IN_TAB: dict[str, tuple[Outcome, ...]] = {
    Tab.MATCHED: (Outcome.MATCHED, Outcome.POSTED),
    Tab.NOT_MATCHED: (Outcome.NOT_MATCHED, Outcome.SKIPPED),
    Tab.PROBLEMS: (Outcome.PROBLEM,),
}


@dataclass(frozen=True)
class EraFacts:
    """A payment, by whose name its payer goes with us, how many of its claims were posted, of how many."""

    remittance: Remittance
    payer: str
    posted: int
    claims: int


@dataclass(frozen=True)
class EnteredBefore:
    """A claim whose payer had paid so many cents before, by an earlier posting (perhaps typed from paper), when the
    payment answered it anew and took nothing back: its ledger says what it is paid now, and so only got the rest."""

    number: str
    cents: int
    at: datetime
    by_hand: bool


@dataclass(frozen=True)
class Reconciliation:
    """Cents: `posted` on claims + `before` (entered by earlier postings, of answers that this one stands in for)
    + `waiting` (matched or not) + `skipped` - `withheld` (PLB) = `deposit`, to the cent.

    `difference` is by how much it fails to: zero for every payment that adds up.
    """

    deposit: int
    posted: int
    waiting: int
    skipped: int
    withheld: int
    before: int = 0

    @property
    def difference(self) -> int:
        return self.posted + self.before + self.waiting + self.skipped - self.withheld - self.deposit


@dataclass(frozen=True)
class CandidateFacts:
    """A claim that may be meant, whose it is, and what speaks for and against it."""

    claim_id: int
    number: str
    client: str
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True)
class PreviewLine:
    """One claim of a payment. `row.outcome`, `row.problem`, `row.match` and `row.why` say how it stands.

    `remit` is what the payer said (None: it could not be read). For a matched one `number` is ours, `client` whose it
    is, `agreements` what agrees and what does not, and `effect` what Post causes, or (posted) None: see `ours` then.
    For one that is not matched, `candidates`, the likeliest first. `remit.corrected_insured` is shown while
    `row.proposal` is open. `refusal` says why a matched one could not be posted any more: ours changed since.
    `row.proposal` is open. `follower` is the secondary behind a posted one, as it stands now, asked of `next_payer`.
    """

    row: RemittanceClaim
    remit: RemitClaim | None
    number: str = ""
    client: str = ""
    ours: Claim | None = None
    agreements: tuple[Agreement, ...] = ()
    effect: Effect | None = None
    candidates: tuple[CandidateFacts, ...] = ()
    refusal: str = ""
    follower: Claim | None = None
    next_payer: str = ""


@dataclass(frozen=True)
class WholeFile:
    """The payments of a file that holds several, in its order; none for one that came alone.

    `ready` claims (cents) of `ready_eras` payments, which add up, would be posted at once. `undo` are ids of the
    postings that Undo takes back at once.
    """

    payments: tuple[EraFacts, ...] = ()
    ready: int = 0
    ready_cents: int = 0
    ready_eras: int = 0
    undo: tuple[int, ...] = ()


@dataclass(frozen=True)
class EraPreview:
    """One page of a tab of a payment: up to fifty lines after a position, and what holds for the whole payment.

    `counts` are claims by `Outcome`. `ready` and `ready_cents` are what the button Post would post. `undo` is the
    posting that Undo takes back, `reverse` the one that only Reverse… can: `sent` was filed since. `before`: whose
    payments were entered by earlier postings. `file` comes without its content. `terms` are what the first seven claims
    were paid.
    """

    facts: EraFacts
    file: EraFile
    reconciliation: Reconciliation
    withheld: tuple[WithheldAmount, ...]
    counts: dict[str, int]
    ready: int
    ready_cents: int
    lines: tuple[PreviewLine, ...]
    has_more: bool
    undo: Posting | None = None
    reverse: Posting | None = None
    postings: tuple[Posting, ...] = field(default=())
    terms: tuple[int, ...] = ()
    sent: str = ""
    whole: WholeFile = field(default_factory=WholeFile)
    before: tuple[EnteredBefore, ...] = ()

    @property
    def last_position(self) -> int:
        """For the next page."""
        return self.lines[-1].row.position if self.lines else 0
