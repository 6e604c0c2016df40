"""One ERA as it is looked at before and after Post: does it add up, what each line causes, what is in its way."""

from dataclasses import dataclass, field

from mbp_claims.views.claim import Equation
from mbp_claims.views.era import EraRow
from mbp_claims.views.form import Option
from mbp_claims.words import _


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `differs` where the ERA and our record do not agree."""

    text: str
    differs: bool = False


@dataclass(frozen=True)
class Cut:
    """An adjustment: `CO-45`, what it means, how much."""

    code: str
    words: str
    amount: str


@dataclass(frozen=True)
class Correction:
    """A member ID that the payer says is right, while nobody has decided about it."""

    line_id: str = ""
    words: str = ""  # Aetna has member ID W218640973, the plan has W218640937.


@dataclass(frozen=True)
class MatchedLine:
    """A claim of the ERA that found ours; posted already, or what Post will cause."""

    id: str
    control: str  # the control number that came back
    date: str
    service: str  # 90837 · Rowan Ellis
    claim_number: str
    agrees: str  # number, member and date agree
    charge: str
    paid: str
    cuts: list[Cut] = field(default_factory=list)
    posted: bool = False
    status: str = ""  # Completes C-1042; once posted, how the claim stands
    tone: str = "success"
    icon: str = "check"
    causes: list[str] = field(default_factory=list)  # C-1042-S appears under Pending Claims, $23.20 to Cigna
    chosen: bool = False  # matched by a person, who may take it back
    correction: Correction = field(default_factory=Correction)


@dataclass(frozen=True)
class Reason:
    """One thing that agrees, or does not: words, then both texts with what differs marked."""

    text: str  # Member ID differs:
    agrees: bool = False
    theirs: list[Piece] = field(default_factory=list)
    ours: list[Piece] = field(default_factory=list)


@dataclass(frozen=True)
class CandidateView:
    """A claim that may be meant."""

    number: str
    client: str
    reasons: list[Reason] = field(default_factory=list)


@dataclass(frozen=True)
class LostLine:
    """A claim of the ERA that found none of ours, and why; or one that was skipped."""

    id: str
    position: str
    control: str
    title: str  # Line 3 · 10/27/2026 · 90834
    detail: str  # Rowan Ellis · member W218640973 · control number C-2210
    amount: str
    why: str
    skipped: bool = False
    equation: Equation = field(default_factory=Equation)
    candidates: list[CandidateView] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    suggested: str = ""  # C-1039


@dataclass(frozen=True)
class ProblemLine:
    """A claim of the ERA that cannot be posted as it is."""

    id: str
    position: str
    control: str
    title: str
    detail: str
    amount: str
    advice: str = ""
    claim_number: str = ""
    by_form: bool = False  # only the form can enter it
    equation: Equation = field(default_factory=Equation)  # no charge: none is shown


@dataclass(frozen=True)
class Segment:
    """A segment as it came, by its number; `bad` is the one that could not be read."""

    number: str
    text: str
    bad: bool = False


@dataclass(frozen=True)
class WithheldRow:
    """What the payer kept from the payment or added to it, about no claim."""

    code: str  # WO
    words: str  # Overpayment taken back
    reference: str
    amount: str  # −$50.00, as it changes the deposit


@dataclass(frozen=True)
class EraEvent:
    """Something that was done with the ERA."""

    what: str  # 2 payments posted
    who: str
    when: str
    iso: str


@dataclass(frozen=True)
class WholeFileView:
    """The file of an ERA, where it holds several; no rows for one that came alone."""

    name: str = ""  # remits_1112.835
    title: str = ""  # 3 ERAs in this file
    rows: list[EraRow] = field(default_factory=list)
    more: str = ""  # 12 more are in the ERA Inbox.
    ready: int = 0
    ready_cents: int = 0
    ready_eras: int = 0
    stay: str = ""  # 1 ERA does not add up: it stays.
    undo: str = ""  # the postings that can be undone at once: 12 13


@dataclass(frozen=True)
class EraView:
    """The page of one ERA but for its lines. `found` is false for an id that is no ERA of this practice."""

    id: str = ""
    found: bool = True
    check: str = ""
    payer: str = ""
    payer_id: str = ""
    amount: str = ""
    date: str = ""
    status: str = ""
    tone: str = "success"
    icon: str = "check"
    href: str = ""  # the 835 as it came
    adds_up: bool = True
    sum_title: str = _("Adds up")
    sum_words: str = ""  # $176.80 = $92.80 + $84.00 + $0.00
    settled: bool = True
    bank_title: str = ""  # All of the deposit is posted
    bank_words: str = ""  # $176.80 = $92.80 posted + $84.00 waiting
    before: list[str] = field(default_factory=list)  # whose payments were entered before, and what to do
    warning: str = ""  # what a quarantined ERA says
    all_chosen: bool = True  # whether a line is posted unless it is ticked off, or only when it is ticked
    matched: int = 0
    ready: int = 0
    ready_cents: int = 0
    lost: int = 0
    wrong: int = 0
    posted: str = ""  # 2 payments posted.
    posted_more: str = ""
    undo: str = ""  # the posting that can be undone
    reverse: str = ""  # the one that can only be reversed
    reverse_words: str = ""
    withheld: list[WithheldRow] = field(default_factory=list)
    withheld_total: str = ""
    events: list[EraEvent] = field(default_factory=list)
    file: WholeFileView = field(default_factory=WholeFileView)
