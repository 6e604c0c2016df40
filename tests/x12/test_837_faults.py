"""Our own checks notice what the structure checker cannot; the gate notices both."""

import pytest

from mbp_claims.x12.check_837 import faults
from mbp_claims.x12.gate import gate, structure_faults
from tests.x12.filings import golden_text
from tests.x12.mutations import Change, add_after, broken, drop, move_behind, put

BY_LINE = golden_text("ex1")
MEDICARE_SECOND = golden_text("ex4")
AS_A_WHOLE = golden_text("ex7")
OFTEN_PAID = "What EVERGREEN HEALTH PLAN paid is missing."
NOT_MEDICARE = "The reason why Medicare pays second belongs to Medicare only, and never to the plan that pays first."

ONLY_WE_NOTICE: dict[str, tuple[str, Change, str]] = {
    "no AMT*D": (BY_LINE, drop("AMT", "D"), OFTEN_PAID),
    "line CAS off by one": (BY_LINE, put("CAS", "CO", element=3, value="71"), "Line 1 is $1.00 over."),
    "claim CAS off by one": (AS_A_WHOLE, put("CAS", "CO", element=3, value="110.5"), "The claim is $1.00 over."),
    "AMT*D wrong": (BY_LINE, put("AMT", "D", element=2, value="225"), "The claim is $1.00 over."),
    "AMT*D not what the lines paid": (BY_LINE, put("AMT", "D", element=2, value="225"), "come to $224.00"),
    "SVD01 is another payer": (BY_LINE, put("SVD", element=1, value="60054X"), "Line 1 names a payer that"),
    "CLM02 not the sum": (BY_LINE, put("CLM", element=2, value="460"), "charge of $460.00 is not the $450.00"),
    "reason 9999": (BY_LINE, put("CAS", element=2, value="9999"), "Adjustment reason “9999”"),
    "reason ZZ": (BY_LINE, put("CAS", element=2, value="ZZ"), "Adjustment reason “ZZ”"),
    "group CR": (BY_LINE, put("CAS", element=1, value="CR"), "Adjustment group CR"),
    "a later reason unknown": (BY_LINE, put("CAS", "PR", element=5, value="9999"), "Adjustment reason “9999”"),
    "billing NPI check digit": (BY_LINE, put("NM1", "85", element=9, value="1234567894"), "The NPI of CALM HARBOR"),
    "rendering NPI check digit": (BY_LINE, put("NM1", "82", element=9, value="1245319590"), "The NPI of OKAFOR"),
    "ICD with a dot": (BY_LINE, put("HI", element=1, value="ABK:F41.1"), "Diagnosis “F41.1”"),
    "SBR01 twice": (BY_LINE, put("SBR", "P", element=1, value="S"), "Two payers hold the same place"),
    "SVD02 negative": (
        BY_LINE, put("SVD", element=2, value="-104"), "SVD02: a payer cannot have paid -$104.00",
    ),
    "CAS of zero": (BY_LINE, put("CAS", "PR", element=6, value="0"), "CAS06: an adjustment of zero"),
    "EAF at both levels": (
        BY_LINE, add_after("AMT", "D", segment="AMT*EAF*106"), "What the client still owes of EVERGREEN",
    ),
    "date of the answer at both levels": (
        BY_LINE, add_after("NM1", "PR", nth=1, segment="DTP*573*D8*20260202"), "The date of the answer of EVERGREEN",
    ),
    "no date of the answer": (AS_A_WHOLE, drop("DTP", "573"), "The date of the answer of QUARRY VALLEY HMO is"),
    "Medicare second without a reason": (
        MEDICARE_SECOND, put("SBR", "S", element=5, value=""), "Medicare as second payer needs the reason",
    ),
    "MSP type on a plan that is not Medicare": (BY_LINE, put("SBR", "S", element=5, value="12"), NOT_MEDICARE),
    "MSP type on the plan that pays first": (MEDICARE_SECOND, put("SBR", "P", element=5, value="12"), NOT_MEDICARE),
}  # fmt: skip


@pytest.mark.parametrize("good, change, sentence", ONLY_WE_NOTICE.values(), ids=ONLY_WE_NOTICE.keys())
def test_what_the_structure_checker_misses_we_notice(good: str, change: Change, sentence: str):
    text = broken(good, change)
    assert structure_faults(text) == []
    assert any(sentence in said for said in faults(text)), faults(text)


STRUCTURE: dict[str, Change] = {
    "SE01 wrong": put("SE", element=1, value="50"),
    "SE02 is not ST02": put("SE", element=2, value="9999"),
    "GE02 is not GS06": put("GE", element=2, value="202"),
    "GE01 wrong": put("GE", element=1, value="2"),
    "IEA02 is not ISA13": put("IEA", element=2, value="000000202"),
    "2320 SBR missing": drop("SBR", "P"),
    "2320 OI missing": drop("OI"),
    "2330A missing": drop("NM1", "IL", nth=1, many=3),
    "2330B missing": drop("NM1", "PR", nth=1),
    "2430 DTP*573 missing": drop("DTP", "573"),
    "2430 SVD missing": drop("SVD"),
    "CAS group XX": put("CAS", element=1, value="XX"),
    "CAS amount missing": put("CAS", "PR", element=3, value=""),
    "CAS amount with a letter": put("CAS", element=3, value="7O"),
    "LX 1 then 3": put("LX", "2", element=1, value="3"),
    "AMT*D behind OI": move_behind("AMT", "D", behind=("OI",)),
    "place of service 77": put("CLM", element=5, value="77:B:1"),
    "accented name": put("NM1", "IL", element=3, value="RIVERÉ"),
    "impossible date": put("DTP", "472", element=3, value="20261332"),
    "small letters": put("CAS", element=0, value="cas"),
    "unknown segment": add_after("SVD", segment="ZZQ*1"),
    "separators at the end": put("CAS", element=5, value=""),
}
ANOTHER_GUIDE = put("GS", element=8, value="005010X222")


@pytest.mark.parametrize("change", STRUCTURE.values(), ids=STRUCTURE.keys())
def test_the_gate_notices_a_broken_structure(change: Change):
    assert gate(broken(BY_LINE, change))


def test_another_guide_is_noticed():
    assert gate(broken(BY_LINE, ANOTHER_GUIDE))


@pytest.mark.parametrize("change", STRUCTURE.values(), ids=STRUCTURE.keys())
def test_our_own_checks_notice_it_by_themselves_and_say_it_in_words(change: Change):
    said = faults(broken(BY_LINE, change))
    assert said and all(sentence[0].isupper() and sentence[-1] == "." for sentence in said), said


@pytest.mark.parametrize("text", ["", "hello world", "\ufeff" + BY_LINE, BY_LINE[:900], BY_LINE[106:], "\n" + BY_LINE])
def test_the_gate_refuses_what_is_not_one_whole_file(text: str):
    assert structure_faults(text)


@pytest.mark.parametrize("text", ["", "hello world", BY_LINE[:900], BY_LINE + BY_LINE])
def test_our_own_checks_ask_for_one_whole_claim(text: str):
    assert faults(text)


def test_a_finding_says_where_and_what():
    text = broken(BY_LINE, drop("DTP", "573"))
    assert structure_faults(text) == [
        'Line 40 of the file: Mandatory segment "Line Check or Remittance Date" (DTP) missing'
    ]


@pytest.mark.parametrize("text", [BY_LINE, MEDICARE_SECOND, AS_A_WHOLE, golden_text("ex3"), golden_text("ex5")])
def test_a_good_file_has_no_faults(text: str):
    assert faults(text) == []
