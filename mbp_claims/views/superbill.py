"""The Superbills tab of a chart: what can be billed, what was made, and a superbill on its page."""

from dataclasses import dataclass, field

from mbp_claims.domain.superbill_sheet import Fact, Heads, Sheet, SheetLine

__all__ = ("Fact", "Heads", "MadeRow", "MendRow", "SessionRow", "Sheet", "SheetLine", "SuperbillsView")

PICKS = "session-"
"""What the checkbox of a service is called in the form, before the id of its line."""


@dataclass(frozen=True)
class SessionRow:
    """A service that can be chosen; `note` says why it is not chosen at first."""

    key: str  # the id of its line
    day: str  # 11/03/2026
    code: str  # 90837 95
    words: str  # Psychotherapy, 60 min
    claim: str
    href: str
    fee: str
    paid: str
    note: str = ""  # On SB-1001
    ticked: bool = True


@dataclass(frozen=True)
class MadeRow:
    """A superbill that was made."""

    key: str
    number: str  # SB-1001
    period: str  # 11/01/2026 to 11/30/2026
    sessions: str  # 4 sessions
    fee: str
    paid: str
    made: str  # 11/23/2026
    by: str
    file: str  # the address of its PDF


@dataclass(frozen=True)
class MendRow:
    """What is missing, and where to mend it; `href` is "" where it is not hers to mend, and `why` says whose it is."""

    sentence: str
    href: str = ""
    why: str = ""


@dataclass(frozen=True)
class SuperbillsView:
    """`key` changes when the days are those of another client; `missing` blocks, `blocked` once it was asked for."""

    number: str = ""
    key: str = ""
    first: str = ""
    last: str = ""
    sessions: list[SessionRow] = field(default_factory=list)
    every: bool = False  # all of them are ticked
    made: list[MadeRow] = field(default_factory=list)
    missing: list[MendRow] = field(default_factory=list)
    blocked: bool = False
    errors: dict[str, str] = field(default_factory=dict)
