"""File Claim and Complete Claim: why the payer did not pay all of it, line by line, and whether it adds up."""

from dataclasses import dataclass, field

from mbp_claims.words import _


@dataclass(frozen=True)
class AdjustmentRow:
    """One adjustment. `key` changes when the row must show other text than was typed (restored, filled in)."""

    id: str  # in the names of its inputs: group-7, reason-7, amount-7
    key: str
    number: str  # runs through all lines, so that names are unique
    line: str  # the key of its line
    place: str  # its place in the line, from 1
    group: str = ""  # CO
    reason: str = ""  # 45
    amount: str = ""  # 44.00
    meaning: str = ""  # Write-off. You cannot bill this to the client or to Cigna.
    era_said: str = ""  # ERA said $23.20, on a row that was edited
    remaining: str = ""  # $23.20: offers "Use remaining $23.20"


@dataclass(frozen=True)
class BalanceView:
    """charge = paid + adjusted."""

    charge: str = ""
    paid: str = ""
    adjusted: str = ""
    state: str = _("Balanced")  # or $4.00 short, $4.00 over
    balanced: bool = True


@dataclass(frozen=True)
class LineForm:
    """One service line, or the claim as a whole (`key` "0")."""

    key: str  # 1
    label: str  # Service line 1, or Whole claim
    title: str  # 11/03/2026 · 90837
    words: str = ""  # Psychotherapy, 60 min
    charge: str = ""  # $160.00
    payer: str = ""  # who paid: Aetna
    paid: str = ""  # 92.80
    paid_fixed: bool = False  # an ERA said so
    rows: list[AdjustmentRow] = field(default_factory=list)
    balance: BalanceView = BalanceView()
    removed: str = ""  # Adjustment 2 removed: offers Undo


@dataclass(frozen=True)
class EraBanner:
    """What the form knows of the ERA. `kind`: "" (no banner), era, none, arrived."""

    kind: str = ""
    title: str = ""  # Filled in from the ERA.
    text: str = ""  # Aetna, 11/12/2026, check
    check: str = ""  # 88120457
    more: str = ""  # Review the amounts, then submit.
    href: str = ""  # View ERA
    differs: str = ""  # 1 amount differs from the ERA.


@dataclass(frozen=True)
class FileClaimView:
    """The File Claim form. A new `key` starts it afresh; with the same key what was typed stays."""

    key: str = ""
    number: str = ""
    badge: str = ""
    subtitle: str = ""  # C-1042-S · Rowan Ellis · Cigna, secondary
    payer: str = ""  # Cigna
    bill: str = ""  # $23.20
    banner: EraBanner = EraBanner()
    lines: list[LineForm] = field(default_factory=list)
    total: BalanceView = BalanceView()
    adjusts: bool = True  # false for a claim to the primary: nothing has been adjusted yet
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""  # The claim was not filed. Your entries are still here.
    on_paper: bool = False  # submitting prints
    replaces: bool = False  # the payer has it already: a replacement, under its number
    reference: str = ""  # the payer's own number of the claim, as far as it is known


@dataclass(frozen=True)
class VoidView:
    """The question before a claim is voided."""

    key: str = ""
    number: str = ""
    badge: str = ""
    subtitle: str = ""  # C-1042-S · Rowan Ellis · Cigna, secondary
    payer: str = ""
    reference: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""  # The void was not filed. Your entries are still here.


@dataclass(frozen=True)
class CompleteClaimView:
    """A paper EOB, typed in."""

    key: str = ""
    number: str = ""
    badge: str = ""
    subtitle: str = ""  # C-1051 · Rowan Ellis · Aetna, primary
    payer: str = ""
    lines: list[LineForm] = field(default_factory=list)
    total: BalanceView = BalanceView()
    control_number: str = ""
    eob_date: str = ""
    later: bool = False  # the adjustments come when the secondary is filed
    follows: str = ""  # C-1051-S will appear under Pending Claims, for Cigna.
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
