"""A claim as a row of a table, and as a page of its own."""

from dataclasses import dataclass, field

from mbp_claims.words import _


@dataclass(frozen=True)
class ClaimRow:
    """One claim in a table; what does not apply is "". Short names: fifty of them travel at once.

    `actions` names the items of the Actions menu in order, parted by spaces, the next step first: see
    `ui.actions_menu.ITEMS`; "-" draws a line. `where` is the table it belongs to: "pending", "filed", among the
    practice's also "completed"; or "gone".
    """

    number: str  # C-1042-S
    under: str = ""  # below the number: from C-1042, filed 11/18/2026
    service_date: str = ""  # 11/03/2026; rows are ordered by it
    service: str = ""  # 90837 · 60 min
    badge: str = ""  # P or S: who is billed
    payer: str = ""  # Cigna
    then_payer: str = ""  # the secondary that comes next, on a primary claim
    charge: str = ""
    paid: str = ""  # pending: what the primary paid; filed: what the billed payer paid
    to_bill: str = ""  # what is, or of the practice's filed ones was, asked for
    status: str = ""  # Ready to file
    tone: str = "neutral"  # neutral info ready success warning danger
    icon: str = "clock"  # see ui.feedback.CHIP_ICONS
    below: str = ""  # under the chip: ERA filled in 3 amounts
    actions: str = "details"
    where: str = "pending"
    client: str = ""  # in the practice-wide table only
    client_number: str = ""


@dataclass(frozen=True)
class CentPart:
    """One part of the charge: what it is, how much, and what follows. A part of $0.00 has no width."""

    kind: str  # gone (write-off), p, s, client, open, off (not explained)
    label: str  # Aetna paid
    amount: str  # $92.80
    note: str = ""  # Check
    code: str = ""  # 88120457, after the note
    width: int = 0  # its cents


@dataclass(frozen=True)
class EquationTerm:
    """One term on the right of the equation."""

    amount: str
    word: str  # write-off, paid, open


@dataclass(frozen=True)
class Equation:
    """The charge and what became of it."""

    charge: str = ""
    terms: list[EquationTerm] = field(default_factory=list)
    balanced: bool = True
    state: str = _("Balanced")  # or "$4.00 short", "$4.00 over"


@dataclass(frozen=True)
class LineRow:
    """One service line."""

    number: str  # 1
    date: str
    code: str  # 90837, with its modifiers
    words: str
    diagnosis: str
    units: str
    charge: str


@dataclass(frozen=True)
class AnswerRow:
    """One adjustment of a payer; `line` is "Line 2" where the claim has several, "Claim" at claim level."""

    code: str  # CO-45
    meaning: str
    carrier: str  # Nobody, write-off
    amount: str
    line: str = ""


@dataclass(frozen=True)
class PayerAnswer:
    """What one payer answered to the claim; `era_id` is "" where it was typed from a paper EOB."""

    badge: str  # P or S
    payer: str
    payer_id: str
    title: str  # Aetna’s answer
    note: str  # ERA of 11/12/2026, check
    check: str = ""
    paid: str = ""
    adjusted: str = ""  # the sum of the rows
    era_id: str = ""
    rows: list[AnswerRow] = field(default_factory=list)


@dataclass(frozen=True)
class TimelineRow:
    """One thing that happened, newest first; `latest` marks the first."""

    what: str  # C-1042 completed
    detail: str  # Aetna’s ERA, posted by June Marlow
    when: str  # 11/12/2026 4:02 PM
    iso: str  # 2026-11-12T16:02
    latest: bool = False


@dataclass(frozen=True)
class FileRow:
    """A file of the claim; `kind` is "837", "form" (CMS-1500), "835" or "eob"."""

    kind: str
    label: str  # Download 837 file
    note: str  # Sent 11/23/2026 · 2 kB
    href: str


@dataclass(frozen=True)
class ClaimView:
    """The page of one claim. `found` is false for a number that is no claim of this practice."""

    number: str = ""
    found: bool = True
    client: str = ""
    client_number: str = ""
    badge: str = ""
    payer: str = ""
    rank: str = ""  # primary, secondary
    from_number: str = ""
    status: str = ""
    tone: str = "neutral"
    icon: str = "clock"
    can_file: bool = False
    file_label: str = _("File Claim")
    actions: str = ""  # as in ClaimRow, without the details
    warning: str = ""  # $4.00 of the charge is not explained.
    warning_more: str = ""
    warning_tone: str = "danger"
    charge: str = ""
    explained: str = ""  # Aetna has paid its part. Cigna is next.
    parts: list[CentPart] = field(default_factory=list)
    equation: Equation = field(default_factory=Equation)
    lines_note: str = ""  # As sent to Aetna on 11/04/2026
    lines: list[LineRow] = field(default_factory=list)
    answers: list[PayerAnswer] = field(default_factory=list)
    timeline: list[TimelineRow] = field(default_factory=list)
    files: list[FileRow] = field(default_factory=list)


@dataclass(frozen=True)
class ReopenView:
    """The question before a claim is reopened; a new `key` when it has arrived."""

    key: str = ""
    number: str = ""
    body: str = ""  # Its answer stays on record. The claim waits for Aetna again. C-1042-S is withdrawn until then.
