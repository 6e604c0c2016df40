"""What the New Claim form says, checked."""

from datetime import date

import pytest

from mbp_claims.domain.claim_draft import ClaimDraft
from mbp_claims.domain.violation import RuleViolation
from tests.domain.nouns import TODAY

GOOD = {
    "service_date": "11/3/26", "place": "11", "rendering": "7", "diagnosis-a": "F41.1", "procedure-1": "90837",
    "charge-1": "160",
}  # fmt: skip


def parse(lines: tuple[str, ...] = ("1",), diagnoses: tuple[str, ...] = ("a",), **changes: object) -> ClaimDraft:
    named = {name.replace("_of_", "-"): value for name, value in changes.items()}
    return ClaimDraft.parse({**GOOD, **named}, lines, diagnoses, TODAY)


def errors(lines: tuple[str, ...] = ("1",), diagnoses: tuple[str, ...] = ("a",), **changes: object) -> dict[str, str]:
    with pytest.raises(RuleViolation) as refused:
        parse(lines, diagnoses, **changes)
    return refused.value.fields


def test_a_good_form_becomes_a_claim_of_one_line():
    draft = parse()
    (line,) = draft.lines
    assert (draft.service_date, draft.diagnoses, draft.charge_cents) == (date(2026, 11, 3), ("F411",), 16000)
    assert (line.units, line.modifiers, line.pointers, line.place_of_service) == (1, (), (1,), "11")


def test_each_line_may_have_its_own_day_place_units_modifiers_and_diagnoses():
    draft = parse(
        ("1", "x"), ("a", "b"), diagnosis_of_b="F33.1", procedure_of_x="g0444", charge_of_x="$1,200.50",
        date_of_x="11/10/2026", place_of_x="10", units_of_x="4", modifiers_of_x="95, ho", pointers_of_x="2 1",
    )  # fmt: skip
    line = draft.lines[1]
    assert (line.procedure, line.charge_cents, line.units) == ("G0444", 120050, 4)
    assert (line.service_date, line.place_of_service) == (date(2026, 11, 10), "10")
    assert (line.modifiers, line.pointers) == (("95", "HO"), (2, 1))
    assert draft.days == (date(2026, 11, 3), date(2026, 11, 10))


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("service_date", "", "Enter the date of service"),
        ("service_date", "11/31/2026", "Date of service must be a real date, like 11/03/2026"),
        ("service_date", "11/24/2026", "11/24/2026 is in the future. A claim is for a service that was given."),
        ("place", "", "Choose a place of service"),
        ("place", "77", "Choose a place of service"),
        ("rendering", "", "Choose who rendered the service"),
        ("diagnosis-a", "", "Enter at least one diagnosis code"),
        ("procedure-1", "", "Enter the procedure code of line 1"),
        ("procedure-1", "9083", "Procedure code of line 1 has five letters or digits, like 90837"),
        ("charge-1", "", "Enter the charge of line 1"),
        ("charge-1", "free", "Charge of line 1 must be dollars and cents, like 160.00"),
        ("charge-1", "0.00", "Charge of line 1 must be more than zero"),
        ("charge-1", "-5", "Charge of line 1 must be more than zero"),
        ("units-1", "0", "Units of line 1 must be a whole number from 1 to 999"),
        ("units-1", "1.5", "Units of line 1 must be a whole number from 1 to 999"),
        ("units-1", "1000", "Units of line 1 must be a whole number from 1 to 999"),
        ("modifiers-1", "955", "Modifiers of line 1 have two characters each, four at most, like 95 HO"),
        ("modifiers-1", "95 HO GT U1 U2", "Modifiers of line 1 have two characters each, four at most, like 95 HO"),
        ("pointers-1", "2", "Diagnoses of line 1 are numbers from 1 to 1, four at most, like 1 2"),
        ("pointers-1", "1 1", "Diagnoses of line 1 are numbers from 1 to 1, four at most, like 1 2"),
        ("pointers-1", "one", "Diagnoses of line 1 are numbers from 1 to 1, four at most, like 1 2"),
        ("place-1", "77", "Choose a place of service"),
        ("date-1", "tomorrow", "Date of line 1 must be a real date, like 11/03/2026"),
        ("date-1", "11/24/2026", "11/24/2026 is in the future. A claim is for a service that was given."),
    ],
)
def test_what_cannot_stand_is_told_beside_its_field(field: str, typed: str, sentence: str):
    assert errors(**{field: typed}) == {field: sentence}


def test_a_diagnosis_that_is_no_icd_10_code_is_named():
    wrong = errors(**{"diagnosis-a": "anxious"})
    assert wrong["diagnosis-a"] == "“anxious” is not an ICD-10 code. Use one like F41.1"


def test_a_diagnosis_stands_once():
    assert errors(("1",), ("a", "b"), diagnosis_of_b="f411") == {"diagnosis-b": "f411 appears twice. Remove one."}


def test_a_claim_has_twelve_diagnoses_at_most():
    many = tuple(str(n) for n in range(13))
    codes = {f"diagnosis-{n}": f"F{n:02d}.1" for n in range(13)}
    assert errors(("1",), many, **codes) == {
        "diagnosis-12": "A claim has 12 diagnosis codes at most. Remove one."
    }  # fmt: skip
    assert len(parse(("1",), many[:12], **codes).diagnoses) == 12


@pytest.mark.parametrize("lines", [(), tuple(str(n) for n in range(51))])
def test_a_claim_has_one_to_fifty_lines(lines: tuple[str, ...]):
    assert errors(lines)["lines"] == "A claim has one to 50 service lines"


def test_a_claim_has_fifty_lines_at_most_and_that_many_are_fine():
    lines = tuple(str(n) for n in range(50))
    rows = {f"procedure-{n}": "90837" for n in lines} | {f"charge-{n}": "1.00" for n in lines}
    assert len(parse(lines, **rows).lines) == 50


def test_charges_that_no_database_could_add_up_are_two_claims():
    rows = {"procedure-2": "90837", "charge-2": "9999999.99"}
    assert errors(("1", "2"), **rows) == {
        "lines": "The charges come to more than $9,999,999.99. Make two claims."
    }  # fmt: skip
