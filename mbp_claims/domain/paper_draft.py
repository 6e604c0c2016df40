"""What the print form says of the payer's mail room and of the practice's printer, checked."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mbp_claims.domain.draft import LONGEST, Entries, printable
from mbp_claims.domain.paper_terms import MOST_ADDRESS_LINES
from mbp_claims.words import _

MOST_OFFSET = 200
"""Tenths of a millimetre: a printer that is off by more than 2 cm has the wrong paper."""
WIDEST = 38


@dataclass(frozen=True)
class PaperDraft:
    """`right` and `down` in tenths of a millimetre; `test` asks for the test page in place of the claim."""

    only: bool
    leaves_29: bool
    address: str
    lined: bool
    right: int
    down: int
    test: bool

    @classmethod
    def parse(cls, form: object, today: date) -> "PaperDraft":
        """RuleViolation with a sentence for each field that cannot stand."""
        entries = Entries(form, today)
        draft = cls(
            entries.checked("only"), entries.checked("leaves_29"), _address(entries), entries.checked("lined"),
            _offset(entries, "right"), _offset(entries, "down"), entries.checked("test"),
        )  # fmt: skip
        entries.settle()
        return draft


def _address(entries: Entries) -> str:
    typed = entries.form.get("address")
    lines = [printable(line) for line in typed[:LONGEST].splitlines()] if isinstance(typed, str) else []
    lines = [line for line in lines if line]
    if len(lines) > MOST_ADDRESS_LINES:
        entries.refuse(
            "address",
            _(
                "Use {most_address_lines} lines or fewer; the payer’s name is printed above them",
                most_address_lines=MOST_ADDRESS_LINES,
            ),
        )
    if any(len(line) > WIDEST for line in lines):
        entries.refuse("address", _("Use {widest} characters a line or fewer", widest=WIDEST))
    return "\n".join(lines)


def _offset(entries: Entries, name: str) -> int:
    typed = entries.text(name).replace("−", "-") or "0"
    if not re.fullmatch(r"-?\d{1,3}(\.\d)?", typed, re.ASCII) or abs(Decimal(typed)) * 10 > MOST_OFFSET:
        entries.refuse(name, _("Enter millimeters from -20 to 20, like 1.5"))
        return 0
    return int(Decimal(typed) * 10)
