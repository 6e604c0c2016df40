"""The settings of a practice: what claims may say of it, or a sentence beside the field."""

from datetime import date

import pytest

from mbp_claims.domain.cast.practice import demo_practice
from mbp_claims.domain.draft import Entries
from mbp_claims.domain.practice import Practice
from mbp_claims.domain.practice_draft import DRAFTS, Draft, Part, shown_tax_id

TODAY = date(2026, 11, 23)
IDENTITY = {
    "kind": "organization", "name": "Quiet Cove Counseling", "address": "14 Larkspur Landing", "city": "Portland",
    "state": "ME", "zip": "04101-0014", "phone": "(207) 555-0100", "contact_name": "Billing office",
}  # fmt: skip
NUMBERS = {"npi": "1234567893", "tax_id_type": "EI", "tax_id": "98-7654321", "taxonomy": "1041c0700x"}
SENDING = {
    "submitter_id": "QUIETCOVE", "receiver_name": "Clearinghouse One", "receiver_id": "CLEARHOUSE1", "usage": "P"
}  # fmt: skip
FORMS = {Part.IDENTITY: IDENTITY, Part.NUMBERS: NUMBERS, Part.SENDING: SENDING}


def read(part: Part, practice: Practice | None = None, **changes: object) -> tuple[Draft, dict[str, str]]:
    entries = Entries(FORMS[part] | changes, TODAY)
    return DRAFTS[part].parse(entries, practice or demo_practice()), entries.errors


def test_whole_forms_are_taken():
    assert [read(part)[1] for part in Part] == [{}, {}, {}]
    numbers = read(Part.NUMBERS)[0]
    assert numbers == DRAFTS[Part.NUMBERS]("1234567893", "EI", "987654321", "1041C0700X")  # type: ignore[call-arg]
    identity = read(Part.IDENTITY)[0]
    assert (identity.zip, identity.phone, identity.first_name) == ("041010014", "2075550100", "")  # type: ignore[union-attr]


def test_a_person_has_a_first_name_and_an_organization_has_none():
    assert read(Part.IDENTITY, kind="person", first_name="June")[0].first_name == "June"  # type: ignore[union-attr]
    assert read(Part.IDENTITY, first_name="June")[0].first_name == ""  # type: ignore[union-attr]
    assert read(Part.IDENTITY, kind="person")[1] == {"first_name": "Enter the first name"}


@pytest.mark.parametrize(
    ("part", "name", "typed", "sentence"),
    [
        (Part.IDENTITY, "kind", "robot", "Choose who bills"),
        (Part.IDENTITY, "name", "", "Enter the practice’s name"),
        (Part.IDENTITY, "name", "診療所", "Use Latin letters, as payers have it"),
        (Part.IDENTITY, "address", "P.O. Box 12", "Enter a street address. Payers refuse a PO box here."),
        (Part.IDENTITY, "state", "XX", "Choose a state"),
        (Part.IDENTITY, "zip", "04101", "ZIP code must have all 9 digits, like 04101-0014"),
        (Part.IDENTITY, "phone", "555", "Phone must be 10 digits, like (207) 555-0142"),
        (Part.IDENTITY, "contact_name", " ", "Enter whom payers may ask for"),
        (Part.NUMBERS, "npi", "123456789", "NPI must be 10 digits"),
        (Part.NUMBERS, "npi", "1234567890", "This is not a real NPI. Check its ten digits."),
        (Part.NUMBERS, "tax_id_type", "TIN", "Choose which number the tax ID is"),
        (Part.NUMBERS, "tax_id", "12345", "Employer number (EIN) must be 9 digits, like 12-3456789"),
        (Part.NUMBERS, "tax_id", "00-1234567", "Employer number (EIN) must be 9 digits, like 12-3456789"),
        (Part.NUMBERS, "taxonomy", "LCSW", "Taxonomy code has 10 characters and ends in X, like 1041C0700X"),
        (Part.SENDING, "submitter_id", "", "Enter the submitter ID that your clearinghouse gave you"),
        (Part.SENDING, "submitter_id", "QUIET*COVE", "Use 2 to 15 letters and digits"),
        (Part.SENDING, "receiver_id", "X" * 16, "Use 2 to 15 letters and digits"),
        (Part.SENDING, "receiver_name", "", "Enter the clearinghouse’s name"),
        (Part.SENDING, "usage", "", "Choose whether claims are tests"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(part: Part, name: str, typed: str, sentence: str):
    assert read(part, **{name: typed})[1] == {name: sentence}


@pytest.mark.parametrize("typed", ["000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "1234"])
def test_a_social_security_number_that_nobody_has_is_refused(typed: str):
    wrong = "Social security number must be 9 digits, like 123-45-6789"
    assert read(Part.NUMBERS, tax_id_type="SY", tax_id=typed)[1] == {"tax_id": wrong}


def test_of_a_social_security_number_only_the_end_is_shown_and_sending_that_back_keeps_it():
    practice = demo_practice()
    practice.tax_id_type, practice.tax_id = "SY", "123456789"
    shown = shown_tax_id(practice)
    assert shown == "•••-••-6789"
    assert read(Part.NUMBERS, practice, tax_id_type="SY", tax_id=shown)[0].tax_id == "123456789"  # type: ignore[union-attr]
    assert list(read(Part.NUMBERS, practice, tax_id_type="EI", tax_id=shown)[1]) == ["tax_id"]
    assert list(read(Part.NUMBERS, demo_practice(), tax_id_type="SY", tax_id="•••-••-4321")[1]) == ["tax_id"]
