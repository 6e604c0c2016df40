"""The field's codes: reasons, groups, remarks, procedures, diagnoses and NPIs, and what they mean for the money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain import codes
from mbp_claims.domain.codes import GroupCode, code_list

RETIRED_NUMBERS = {
    15, 17, 25, 28, 30, 36, 37, 38, 41, 42, 43, 46, 47, 48, 52, 57, 62, 63, 64, 65, 67, 68, 71, 72, 73, 77, 79, 80,
    81, 82, 83, 84, 86, 87, 88, 92, 93, 98, 99, 113, 120, 123, 124, 125, 126, 127, 138, 141, 145, 156, 162, 165, 168,
    191, 196, 214, 217, 218, 220, 221, 230, 244, 255,
}  # fmt: skip
WHOLE_CARC = {
    *map(str, range(1, 309)), *(f"A{n}" for n in range(9)), *(f"B{n}" for n in range(1, 24)),
    *(f"D{n}" for n in range(1, 24)), *(f"P{n}" for n in range(1, 33)), *(f"W{n}" for n in range(1, 10)),
    *(f"Y{n}" for n in range(1, 4)),
}  # fmt: skip


def test_every_reason_ever_published_is_known_and_only_those_in_force_are_offered():
    assert len(WHOLE_CARC) == 407
    known = {code for code in WHOLE_CARC if codes.reason(code)}
    assert known == WHOLE_CARC
    in_force = {code for code in WHOLE_CARC if codes.reason(code).in_force}
    assert {int(code) for code in WHOLE_CARC - in_force if code.isdecimal()} == RETIRED_NUMBERS
    assert {code for code, _ in codes.reason_choices()} == in_force
    assert len(in_force) == 297


def test_an_unknown_reason_breaks_nothing():
    assert codes.reason("999") is None
    assert codes.meaning("999") == "Reason 999, not in our list"
    assert codes.plain_meaning("PR", "999", "Cigna") == "Billed to Cigna on this claim."
    assert codes.remark("N9999") == "Remark N9999, not in our list"


@given(st.text())
def test_no_text_at_all_can_break_a_look_up(text: str):
    assert codes.meaning(text)
    assert codes.remark(text)
    assert codes.plain_meaning(text, text, None)
    assert codes.who_carries(text, text)
    assert isinstance(codes.icd10_ok(text), bool)
    assert codes.npi_ok(text) in (True, False)
    assert codes.procedure_words(text) == codes.procedure_words(text.strip())


def test_a_reason_is_found_however_it_was_typed():
    assert codes.reason(" b7 ") == codes.reason("B7")
    assert codes.reason("45").label == "45 Above the contracted or allowed fee"


def test_the_usual_reasons_of_a_group_are_reasons_in_force_that_come_with_it():
    for group in codes.GROUP_CODES:
        usual = codes.usual_reasons(group)
        assert usual
        assert len(usual) == len(set(usual))
        assert [code for code in usual if not codes.reason(code).in_force] == []
        assert [code for code in usual if group not in codes.reason(code).groups] == []
    assert codes.usual_reasons("XX") == ()


def test_usual_groups_of_a_reason_are_groups_that_can_be_chosen():
    groups = {group for code, _ in codes.reason_choices() for group in codes.reason(code).groups}
    assert groups == set(codes.GROUP_CODES)


@pytest.mark.parametrize(("group", "first"), [("PR", "1 2 3"), ("CO", "45 97 29"), ("OA", "23 94"), ("PI", "45")])
def test_the_choices_of_a_group_begin_with_its_usual_reasons_and_leave_none_out(group: str, first: str):
    offered = [code for code, _ in codes.reason_choices(group)]
    assert offered[: len(first.split())] == first.split()
    assert sorted(offered) == sorted(code for code, _ in codes.reason_choices())


def test_correction_groups_are_read_but_not_offered():
    assert GroupCode("CR") not in codes.GROUP_CODES
    assert codes.plain_meaning("CR", "45", "Cigna") == "An old correction code. A new claim cannot carry it."
    assert list(codes.GROUP_CODES.values()) == [
        "Contractual", "Patient responsibility", "Other adjustment", "Payer initiated",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("group", "reason", "payer", "sentence"),
    [
        ("CO", "45", "Cigna", "Write-off. You cannot bill this to the client or to Cigna."),
        ("CO", "45", None, "Write-off. You cannot bill this to the client."),
        ("PR", "2", "Cigna", "Billed to Cigna on this claim."),
        ("PR", "2", None, "The client owes this."),
        ("OA", "209", "Cigna", "You cannot bill this to the client. Cigna may pay it."),
        ("OA", "209", None, "You cannot bill this to the client. A next payer may pay it."),
    ],
)
def test_the_plain_meaning_says_where_the_money_goes(group: str, reason: str, payer: str | None, sentence: str):
    assert codes.plain_meaning(group, reason, payer) == sentence


def test_a_denial_that_can_be_fixed_says_so():
    late = codes.plain_meaning("CO", "29", "Cigna")
    assert late.startswith("Write-off. You cannot bill this to the client or to Cigna. ")
    assert late.endswith("Correct or appeal it with the first payer, if you can.")
    assert codes.plain_meaning("OA", "109", "Cigna").endswith("Check the order of the plans first.")


@pytest.mark.parametrize("group", ["OA", "PI"])
def test_neither_other_nor_payer_initiated_adjustments_promise_a_write_off(group: str):
    for code, _ in codes.reason_choices():
        assert not codes.plain_meaning(group, code, "Cigna").startswith("Write-off")
    assert codes.who_carries(group, "Cigna") == "Needs a look"


def test_who_carries_an_adjustment():
    assert codes.who_carries("CO", "Cigna") == codes.who_carries("CO", None) == "Nobody, write-off"
    assert codes.who_carries("PR", "Cigna") == "Cigna, then the client"
    assert codes.who_carries("PR", None) == "The client"


def test_denial_classes_hold_codes_that_exist():
    assert {"16", "18", "22", "29", "31", "109", "197"} <= codes.FIX_THE_PRIMARY
    assert [c for c in codes.FIX_THE_PRIMARY | codes.PATIENT_SHARE_REASONS if not codes.reason(c).in_force] == []
    assert not codes.FIX_THE_PRIMARY & codes.PATIENT_SHARE_REASONS
    assert [remark for remark in codes.CROSSOVER_REMARKS if remark not in codes.REMARKS] == []


def test_the_remarks_that_speak_of_other_payers_are_there():
    assert {"MA04", "N4", "N479", "MA130", "MA64", "N811", "N522", "MA68", "N387"} <= codes.REMARKS.keys()
    assert len(codes.REMARKS) >= 60


def test_procedures_have_words_and_a_short_form():
    assert codes.procedure_words("90837") == "Psychotherapy, 60 min"
    assert codes.procedure_short("90837") == "60 min"
    assert codes.procedure_words("h0031").startswith("Mental health assessment")
    assert codes.procedure_words("00000") == codes.procedure_short("00000") == ""
    assert [row for row in code_list("procedure") if not 2 < len(row[2]) <= 18] == []
    assert ("90791", "Intake evaluation") in codes.procedure_choices()


@pytest.mark.parametrize("code", ["F41.1", "F411", "f41.1", " F41.1 ", "F20", "F32.A", "R45.851", "Z63.0", "F50.819"])
def test_a_diagnosis_in_the_form_of_icd_10_is_taken(code: str):
    assert codes.icd10_ok(code)


@pytest.mark.parametrize(
    "code", ["", "41.1", "F4", "FF1.1", "F41.", "F41.12345", "F41..1", "F4.11", "F41 1", "Ｆ41.1", "F٤1"]
)
def test_anything_else_is_no_diagnosis_code(code: str):
    assert not codes.icd10_ok(code)


@given(st.from_regex(r"\A[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?\Z"))
def test_a_diagnosis_loses_and_finds_its_dot(shown: str):
    assert codes.icd10_ok(shown)
    assert codes.icd10_ok(codes.icd10_plain(shown))
    assert "." not in codes.icd10_plain(shown)
    assert codes.icd10_shown(codes.icd10_plain(shown)) == codes.icd10_shown(shown) == shown


def test_usual_diagnoses_are_icd_10_codes_as_a_person_reads_them():
    assert [c for c in codes.DIAGNOSES if not codes.icd10_ok(c) or codes.icd10_shown(c) != c] == []
    assert len(codes.DIAGNOSES) >= 80
    assert codes.diagnosis_words("F411") == codes.diagnosis_words("F41.1") == "Generalized anxiety"
    assert codes.diagnosis_words("Q99.9") == ""


@pytest.mark.parametrize("npi", ["1234567893", "1245319599"])
def test_a_real_npi_passes_its_check_digit(npi: str):
    assert codes.npi_ok(npi)


@given(npi=st.sampled_from(["1234567893", "1245319599"]), place=st.integers(0, 9), digit=st.integers(0, 9))
def test_one_wrong_digit_is_always_noticed(npi: str, place: int, digit: int):
    wrong = npi[:place] + str(digit) + npi[place + 1 :]
    assert codes.npi_ok(wrong) == (wrong == npi)


@given(st.integers(1_000_000_00, 2_999_999_99))
def test_of_ten_last_digits_exactly_one_is_right(body: int):
    assert sum(codes.npi_ok(f"{body}{last}") for last in range(10)) == 1


@pytest.mark.parametrize(
    "npi", ["", "123456789", "12345678930", "0000000000", "3234567893", "123456789３", "1234567893 ", "abc"]
)
def test_what_is_not_ten_digits_of_a_person_or_organisation_is_no_npi(npi: str):
    assert not codes.npi_ok(npi)
