"""An imported ERA in the inbox, and as a page of its own."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class EraRow:
    """One ERA of the inbox."""

    id: str
    check: str  # 88120457
    received: str  # 11/12/2026
    payer: str
    amount: str
    matched: str  # 2 of 3
    status: str  # Posted, Needs review
    tone: str = "success"
    icon: str = "check"
    below: str = ""  # 1 line is not matched


@dataclass(frozen=True)
class EraClaimRow:
    """A claim of the ERA that found ours, and what was done with it."""

    control: str  # the control number that came back
    date: str
    service: str  # 90837 · Rowan Ellis
    claim_number: str
    agrees: str  # number, member and date agree
    charge: str
    paid: str
    adjustments: list[str] = field(default_factory=list)  # CO-45 $44.00
    status: str = ""  # Balanced
    tone: str = "success"
    icon: str = "check"
    below: str = ""  # C-1042-S, $23.20 to Cigna


@dataclass(frozen=True)
class EraReason:
    """One thing that agrees, or does not."""

    text: str
    agrees: bool = False


@dataclass(frozen=True)
class EraUnmatchedRow:
    """A claim of the ERA that is none of ours, and why."""

    control: str
    title: str  # Line 3 · 10/27/2026 · 90834
    detail: str  # ELLIS, ROWAN · member W2186 40973 · control number C-2210
    amount: str
    reasons: list[EraReason] = field(default_factory=list)


@dataclass(frozen=True)
class EraProblem:
    """Something in the file that needs a look."""

    title: str
    detail: str
    segment: str = ""  # the text as it came


@dataclass(frozen=True)
class EraView:
    """The page of one ERA. `found` is false for an id that is no ERA of this practice."""

    id: str = ""
    found: bool = True
    check: str = ""
    payer: str = ""
    amount: str = ""
    date: str = ""
    status: str = ""
    tone: str = "success"
    icon: str = "check"
    adds_up: bool = True
    sum_title: str = "Adds up"
    sum_words: str = ""  # $176.80 = $92.80 + $84.00 + $0.00
    posted: str = ""  # 2 payments posted.
    posted_more: str = ""  # 2 secondary claims are waiting under Pending Claims.
    matched: list[EraClaimRow] = field(default_factory=list)
    not_matched: list[EraUnmatchedRow] = field(default_factory=list)
    problems: list[EraProblem] = field(default_factory=list)
    href: str = ""  # the 835 as it came


@dataclass(frozen=True)
class ImportAnswer:
    """What came of importing one file: the sentence, in bold up to `title`; nothing yet while `title` is ""."""

    title: str = ""  # remit.835 is not an 835 file.
    detail: str = ""  # It is a PDF. Ask the payer for the electronic file. Nothing was saved.
    tone: str = "neutral"  # danger refused, warning partly bad, neutral duplicate, success posted
    icon: str = "info"
    link: str = ""  # Open it
    href: str = ""
