"""A superbill in words, ready to be shown: the page and the PDF both draw this, so that they cannot differ."""

from dataclasses import dataclass, field
from datetime import date, datetime

from mbp_claims.domain.codes import diagnosis_words, icd10_shown, procedure_words
from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.superbill import Bill, BillLine, Party, Totals
from mbp_claims.words import _


@dataclass(frozen=True)
class Fact:
    """Two words that belong together."""

    label: str
    value: str


@dataclass(frozen=True)
class SheetLine:
    """A row of the table of services."""

    key: str
    day: str
    code: str  # 90837 95
    words: str
    place: str  # 11
    diagnoses: str  # A, B
    units: str
    fee: str
    paid: str


@dataclass(frozen=True)
class Sheet:
    """`number` is "" of one that is not made yet. `about` is who made it, and when."""

    number: str = ""
    about: str = ""
    period: str = ""
    practice: list[str] = field(default_factory=list)
    practice_facts: list[Fact] = field(default_factory=list)
    client: list[str] = field(default_factory=list)
    client_facts: list[Fact] = field(default_factory=list)
    diagnoses: list[Fact] = field(default_factory=list)
    lines: list[SheetLine] = field(default_factory=list)
    fee: str = ""
    paid: str = ""
    totals: list[Fact] = field(default_factory=list)
    signed_by: str = ""


class Heads:
    """What stands over the parts of the sheet; COLUMNS are those of the services."""

    TITLE = _("Superbill")
    DIAGNOSES = _("Diagnoses")
    COLUMNS = (_("Date"), _("Service"), _("Place"), _("Diagnosis"), _("Units"), _("Fee"), _("Paid"))
    TOTAL = _("Total")
    TOTALS = _("Totals")
    SIGNATURE = _("Signature")
    DATE = _("Date")


def sheet(bill: Bill, number: str = "", made_at: datetime | None = None, made_by: str = "") -> Sheet:
    """`made_at` on the practice's own clock."""
    letters = {code: _letter(place) for place, code in enumerate(bill.diagnoses)}
    totals = bill.totals
    made = _("Made {day} by {who}", day=show_day(made_at.date()), who=made_by) if made_at else ""
    tax_id = _("Tax ID (EIN)") if bill.tax_id_type == "EI" else _("Tax ID (SSN)")
    return Sheet(
        number, made, period(bill.first, bill.last),
        _lines_of(bill.practice), [Fact(_("NPI"), bill.practice.number), Fact(tax_id, bill.tax_id)],
        _lines_of(bill.client),
        [Fact(_("Date of birth"), show_day(bill.born)), Fact(_("Client number"), bill.client.number)],
        [Fact(letters[code], _diagnosis(code)) for code in bill.diagnoses],
        [_line(line, letters) for line in bill.lines], format_cents(totals.fee), format_cents(totals.paid),
        _totals(totals), _signed_by(bill),
    )  # fmt: skip


def period(first: date, last: date) -> str:
    """Both days are in it."""
    return _("{first} to {last}", first=show_day(first), last=show_day(last))


def _lines_of(party: Party) -> list[str]:
    return [party.name, *party.lines, *([party.phone] if party.phone else [])]


def _diagnosis(code: str) -> str:
    return " ".join(filter(None, (icd10_shown(code), diagnosis_words(code))))


def _line(line: BillLine, letters: dict[str, str]) -> SheetLine:
    return SheetLine(
        str(line.service_id), show_day(line.day), " ".join((line.procedure, *line.modifiers)),
        procedure_words(line.procedure), line.place, ", ".join(letters[code] for code in line.diagnoses),
        str(line.units), format_cents(line.fee_cents), format_cents(line.paid_cents),
    )  # fmt: skip


def _totals(totals: Totals) -> list[Fact]:
    """What the fees came to; what is nothing is left out, but not what was charged and paid."""
    parts = (
        (_("Fees"), totals.fee, True), (_("Paid by insurance"), totals.paid, True),
        (_("Adjustments"), totals.adjusted, False), (_("Client owes"), totals.client, False),
        (_("Not settled yet"), totals.open, False), (_("Overpaid by insurance"), totals.overpaid, False),
    )  # fmt: skip
    return [Fact(label, format_cents(cents)) for label, cents, always in parts if cents or always]


def _signed_by(bill: Bill) -> str:
    """Everybody who rendered one of the services."""
    found = dict.fromkeys(_("{name}, NPI {npi}", name=one.provider, npi=one.provider_npi) for one in bill.lines)
    return "; ".join(found)


def _letter(place: int) -> str:
    """A to Z, then AA."""
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
