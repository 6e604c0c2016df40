"""What the forms of the Settings page say of the practice, checked, one part at a time."""

import re
from dataclasses import dataclass
from enum import StrEnum

from mbp_claims.domain.client import PHONE_MARKS
from mbp_claims.domain.codes import STATES, npi_ok
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.latin import latin
from mbp_claims.domain.practice import Practice
from mbp_claims.words import _

ORGANIZATION, PERSON = "organization", "person"
EIN, SSN = "EI", "SY"
TEST, PRODUCTION = "T", "P"
PO_BOX = re.compile(r"\bP\.?\s*O\.?\s*BOX\b|\bPOST OFFICE BOX\b", re.IGNORECASE)
NINE_DIGITS = _("ZIP code must have all 9 digits, like 04101-0014")
LATIN = _("Use Latin letters, as payers have it")
SSN_SHAPE = r"(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}"


class Part(StrEnum):
    """A section of the page with a form of its own."""

    IDENTITY = "identity"
    NUMBERS = "numbers"
    SENDING = "sending"


@dataclass(frozen=True)
class IdentityDraft:
    """Who bills and where (2010AA). A person has a first name; an organization has none."""

    name: str
    first_name: str
    address: str
    city: str
    state: str
    zip: str
    phone: str
    contact_name: str

    @classmethod
    def parse(cls, entries: Entries, practice: Practice) -> "IdentityDraft":
        kind = entries.choice("kind", (ORGANIZATION, PERSON), _("Choose who bills"))
        is_person = kind == PERSON
        name = _latin(entries, "name", _("Enter the last name") if is_person else _("Enter the practice’s name"), 60)
        first = _latin(entries, "first_name", _("Enter the first name"), 35) if is_person else ""
        street = _latin(entries, "address", _("Enter the street address"), 55)
        if PO_BOX.search(street):
            entries.refuse("address", _("Enter a street address. Payers refuse a PO box here."))
        return cls(
            name, first, street,
            _latin(entries, "city", _("Enter the city"), 30),
            entries.choice("state", STATES, _("Choose a state")),
            entries.matching("zip", r"\d{9}", NINE_DIGITS, _("Enter the ZIP code"), r"[\s-]"),
            entries.matching(
                "phone", r"\d{10}", _("Phone must be 10 digits, like (207) 555-0142"), _("Enter the phone number"),
                PHONE_MARKS,
            ),
            _latin(entries, "contact_name", _("Enter whom payers may ask for"), 60),
        )  # fmt: skip


@dataclass(frozen=True)
class NumbersDraft:
    """NPI, tax ID and specialty. `tax_id` is nine digits."""

    npi: str
    tax_id_type: str
    tax_id: str
    taxonomy: str

    @classmethod
    def parse(cls, entries: Entries, practice: Practice) -> "NumbersDraft":
        npi = entries.matching("npi", r"\d{10}", _("NPI must be 10 digits"), _("Enter the NPI"), r"[\s-]")
        if "npi" not in entries.errors and not npi_ok(npi):
            entries.refuse("npi", _("This is not a real NPI. Check its ten digits."))
        kind = entries.choice("tax_id_type", (EIN, SSN), _("Choose which number the tax ID is"))
        return cls(npi, kind, _tax_id(entries, kind, practice), _taxonomy(entries))


@dataclass(frozen=True)
class SendingDraft:
    """How electronic claims are addressed, and whether they are tests or to be paid."""

    submitter_id: str
    receiver_name: str
    receiver_id: str
    usage: str

    @classmethod
    def parse(cls, entries: Entries, practice: Practice) -> "SendingDraft":
        return cls(
            _identifier(entries, "submitter_id", _("Enter the submitter ID that your clearinghouse gave you")),
            _latin(entries, "receiver_name", _("Enter the clearinghouse’s name"), 60),
            _identifier(entries, "receiver_id", _("Enter the clearinghouse’s ID")),
            entries.choice("usage", (TEST, PRODUCTION), _("Choose whether claims are tests")),
        )


Draft = IdentityDraft | NumbersDraft | SendingDraft
DRAFTS: dict[Part, type[IdentityDraft] | type[NumbersDraft] | type[SendingDraft]] = {
    Part.IDENTITY: IdentityDraft, Part.NUMBERS: NumbersDraft, Part.SENDING: SendingDraft,
}  # fmt: skip


def shown_tax_id(practice: Practice) -> str:
    """`98-7654321`; of a social security number the last four digits: `•••-••-4321`."""
    digits = re.sub(r"\D", "", practice.tax_id)
    if practice.tax_id_type == SSN:
        return f"•••-••-{digits[-4:]}" if digits else ""
    return f"{digits[:2]}-{digits[2:]}" if len(digits) == 9 else practice.tax_id


def _tax_id(entries: Entries, kind: str, practice: Practice) -> str:
    """What the page showed of a social security number, sent back as it was, leaves the number as it is."""
    is_kept = entries.text("tax_id") == shown_tax_id(practice) and practice.tax_id_type == kind == SSN
    if is_kept and practice.tax_id:
        return practice.tax_id
    if kind == SSN:
        wrong = _("Social security number must be 9 digits, like 123-45-6789")
        return entries.matching("tax_id", SSN_SHAPE, wrong, _("Enter the social security number"), r"[\s-]")
    wrong = _("Employer number (EIN) must be 9 digits, like 12-3456789")
    return entries.matching("tax_id", r"(?!00)\d{9}", wrong, _("Enter the employer number (EIN)"), r"[\s-]")


def _taxonomy(entries: Entries) -> str:
    """Ten characters of the NUCC's list; it may be left out."""
    typed = entries.text("taxonomy").upper()
    if typed and not re.fullmatch(r"[0-9A-Z]{9}X", typed):
        entries.refuse("taxonomy", _("Taxonomy code has 10 characters and ends in X, like 1041C0700X"))
    return typed


def _latin(entries: Entries, name: str, missing: str, longest: int) -> str:
    typed = entries.text(name, missing, longest)
    if typed and not latin(typed):
        entries.refuse(name, LATIN)
    return typed


def _identifier(entries: Entries, name: str, missing: str) -> str:
    """ISA06 and ISA08 hold 15 characters; NM109 wants two at least."""
    typed = entries.text(name, missing)
    if typed and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,13}[A-Za-z0-9]", typed):
        entries.refuse(name, _("Use 2 to 15 letters and digits"))
    return typed
