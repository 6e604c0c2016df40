"""The first page of a client's chart."""

from dataclasses import dataclass, field

from mbp_claims.views.claim import CentPart, TimelineRow


@dataclass(frozen=True)
class Tile:
    """One figure that answers a question, and what it is made of."""

    label: str  # To bill
    value: str  # $151.20
    note: str = ""  # 3 pending claims


@dataclass(frozen=True)
class NextStep:
    """What to do now, with the button that leads there; `icon` is one of ui.overview.ICONS."""

    title: str = ""  # 1 claim is ready to file, 2 need a look
    words: str = ""  # Cigna can be billed $23.20 now.
    tone: str = "ready"
    icon: str = "send"


@dataclass(frozen=True)
class YearView:
    """Where the charges of this year's sessions went; the widths of the parts add up to them."""

    words: str = ""  # 22 sessions since 01/06/2026
    amount: str = ""  # $3,430.00
    parts: list[CentPart] = field(default_factory=list)


@dataclass(frozen=True)
class PlanLine:
    """A plan in one line; `badge` is "" for one that is not active yet."""

    badge: str
    payer: str
    detail: str  # Primary · Open Choice PPO
    status: str
    tone: str
    icon: str


@dataclass(frozen=True)
class Fact:
    """Something that goes into every claim; what has a code shows it first."""

    term: str
    words: str
    code: str = ""


@dataclass(frozen=True)
class OverviewView:
    """Of the client with that number. `center` is the address of the Claim Center."""

    number: str = ""
    center: str = ""
    tiles: list[Tile] = field(default_factory=list)
    next: NextStep = NextStep()
    year: YearView = YearView()
    activity: list[TimelineRow] = field(default_factory=list)
    plans: list[PlanLine] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
