"""The start page: what is owed, by whom, and what there is to do."""

from dataclasses import dataclass, field

from mbp_claims.views.claim import CentPart
from mbp_claims.words import _


@dataclass(frozen=True)
class WorkRow:
    """One thing to do: what it is about, and one button with a verb that names the remedy."""

    key: str  # C-1042-S, or the id of an ERA
    title: str  # Rowan Ellis
    href: str  # the page behind the title
    detail: str  # C-1042-S · Cigna, secondary · 11/03/2026
    amount: str  # $23.20
    verb: str  # File Claim
    label: str  # File Claim C-1042-S
    leads_to: str = ""  # where the button leads; "" opens the File Claim form
    tone: str = "ready"
    icon: str = "file-check"


@dataclass(frozen=True)
class MonthBar:
    """What came in one month; heights are parts of a hundred of the best month."""

    name: str  # Nov
    words: str  # 2.1k
    primary: int
    secondary: int
    now: bool = False


@dataclass(frozen=True)
class AgeCell:
    """What a payer owes of one age; both texts are "" where it owes nothing."""

    label: str  # 31–60
    amount: str = ""
    claims: str = ""  # 2 claims


@dataclass(frozen=True)
class PayerRow:
    """What a payer owes by age; `href` leads to its claims."""

    payer: str
    href: str
    ages: list[AgeCell] = field(default_factory=list)
    amount: str = ""


@dataclass(frozen=True)
class OwingRow:
    """A client who owes something after every payer has answered."""

    name: str
    href: str
    amount: str


@dataclass(frozen=True)
class WorkSection:
    """A list of things to do: the first few, their sum, and how many more there are."""

    rows: list[WorkRow] = field(default_factory=list)
    amount: str = ""
    more: str = ""  # and 3 more


@dataclass(frozen=True)
class ReceivedView:
    """What payers paid in the last months; `label` tells all of it to those who do not see the bars."""

    words: str = ""  # June to November, $15,458.60
    label: str = ""
    bars: list[MonthBar] = field(default_factory=list)
    primary: str = ""
    secondary: str = ""


@dataclass(frozen=True)
class TodayView:
    """`file_all` is the button that files all that is ready, "" where nothing is."""

    greeting: str = ""  # Good evening, June
    summary: str = ""  # Monday, 11/23/2026. 3 claims are ready to file.
    file_all: str = ""  # File 3 claims, $177.80
    owed: str = ""
    parts: list[CentPart] = field(default_factory=list)
    ready: WorkSection = WorkSection()
    look: WorkSection = WorkSection()
    payers: list[PayerRow] = field(default_factory=list)
    sums: PayerRow = PayerRow(_("All payers"), "")
    clients: list[OwingRow] = field(default_factory=list)
    clients_amount: str = ""
    clients_more: str = ""  # and 12 more
    received: ReceivedView = ReceivedView()
    is_done: bool = False
