"""What the client form says, checked."""

from datetime import date

import pytest

from mbp_claims.domain.client import ClientDraft
from mbp_claims.domain.violation import RuleViolation
from tests.domain.nouns import TODAY

GOOD = {
    "first_name": "Rowan", "last_name": "Ellis", "born": "3/14/88", "sex": "F", "address": "27 Thistledown Row",
    "city": "Portland", "state": "ME", "zip": "04101-1234", "phone": "+1 (207) 555-0142", "email": "rowan@example.com",
}  # fmt: skip


def errors(**changes: object) -> dict[str, str]:
    with pytest.raises(RuleViolation) as refused:
        ClientDraft.parse({**GOOD, **changes}, TODAY)
    return refused.value.fields


def test_a_good_form_becomes_values():
    draft = ClientDraft.parse(GOOD, TODAY)
    assert (draft.born, draft.zip, draft.phone) == (date(1988, 3, 14), "041011234", "2075550142")


def test_only_name_birth_date_and_sex_are_needed():
    draft = ClientDraft.parse({"first_name": "Rowan", "last_name": "Ellis", "born": "3/14/88", "sex": "U"}, TODAY)
    assert (draft.address, draft.state, draft.zip, draft.phone, draft.email) == ("", "", "", "", "")


def test_names_lose_what_cannot_be_printed_and_keep_their_letters():
    draft = ClientDraft.parse({**GOOD, "first_name": "  Zoë\t\x00 Ann ", "last_name": "O’Neill-Øster"}, TODAY)
    assert (draft.first_name, draft.last_name) == ("Zoë Ann", "O’Neill-Øster")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("first_name", " ", "Enter the first name"),
        ("first_name", "R" * 61, "Use 60 characters or fewer"),
        ("last_name", "", "Enter the last name"),
        ("born", "", "Enter the date of birth"),
        ("born", "31/31/88", "Date of birth must be a real date, like 03/14/1988"),
        ("born", "11/23/2026", "Date of birth must be in the past"),
        ("born", "01/01/2040", "Date of birth must be in the past"),
        ("sex", "X", "Choose the sex on file with the payer"),
        ("state", "ZZ", "Choose a state"),
        ("zip", "0410", "ZIP code must be 5 or 9 digits"),
        ("zip", "041011", "ZIP code must be 5 or 9 digits"),
        ("zip", "٠٤١٠١", "ZIP code must be 5 or 9 digits"),
        ("phone", "555-0142", "Phone must be 10 digits, like (207) 555-0142"),
        ("email", "rowan at example", "Email must look like name@example.com"),
    ],
)
def test_what_cannot_stand_is_told_beside_its_field(field: str, typed: str, sentence: str):
    assert errors(**{field: typed}) == {field: sentence}


def test_sentences_come_in_the_order_of_the_form():
    wrong = errors(first_name="", last_name="", born="", sex="", zip="1", email="x")
    assert list(wrong) == ["first_name", "last_name", "born", "sex", "zip", "email"]
