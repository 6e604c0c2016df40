"""A good 835 with one fault at a time: each is refused, does not add up, or is told, at its place."""

import pytest
from mutations import Change, Segments, add_after, broken, drop, find, move_behind, put
from remits import GOOD, authored, refusal

from mbp_claims.domain.imbalance import Imbalance
from mbp_claims.x12.era_835 import read_835

CLAIM_LEVEL = authored("04").decode()


def recount(by: int) -> Change:
    def change(segments: Segments) -> None:
        end = segments[find(segments, "SE")]
        end[1] = str(int(end[1]) + by)

    return change


REFUSED = {
    "SE01 wrong": (recount(1), "Segment 29 (SE)", "element 1: “30” segments are announced, 29 were found"),
    "SE02 is not ST02": (put("SE", element=2, value="9999"), "Segment 29 (SE)", "element 2: “9999” is not the control"),
    "GE02 is not GS06": (put("GE", element=2, value="102"), "Segment GE", "element 2: “102” is not the control number"),
    "GE01 wrong": (put("GE", element=1, value="2"), "Segment GE", "element 1: “2” transactions are announced, 1 were"),
    "IEA02 is not ISA13": (put("IEA", element=2, value="000000102"), "Segment IEA", "element 2: “000000102” is not"),
    "small letters": (put("CAS", element=0, value="cas"), "segment 19 (cas)", "stands in small letters, capitals are"),
    "unknown segment": (add_after("DTM", "472", segment="ZZQ*1"), "segment 19 (ZZQ)", "no 835 has such a segment"),
    "group XX": (put("CAS", element=1, value="XX"), "segment 19 (CAS)", "element 1: “XX” is none of the groups CO, OA"),
    "no amount": (put("CAS", element=3, value=""), "segment 19 (CAS)", "element 3: the reason “45” has no amount"),
    "letter in an amount": (put("CAS", element=3, value="7O"), "segment 19 (CAS)", "element 3: “7O” is not an amount"),
    "a date that does not exist": (put("DTM", "472", element=2, value="20261301"), "segment 18 (DTM)", "not exist"),
    "status 88": (put("CLP", element=2, value="88"), "segment 13 (CLP)", "element 2: “88” is no claim status, one of"),
}
TOLD = {
    "trailing separators": (put("CAS", element=5, value=""), "Segment 19 (CAS) on line 21: it ends with empty"),
    "reason 9999": (put("CAS", element=2, value="9999"), "element 2: the reason “9999” is on no list"),
    "reason ZZ": (put("CAS", element=2, value="ZZ"), "element 2: the reason “ZZ” is on no list"),
    "filing code ZZZ": (put("CLP", element=6, value="ZZZ"), "Segment 13 (CLP) on line 15, element 6: “ZZZ” is no"),
    "group CR": (put("CAS", element=1, value="CR"), "Segment 19 (CAS) on line 21, element 1: the group CR belongs to"),
    "no PER*BL": (drop("PER", "BL"), "the payer gave no contact (PER*BL)"),
    "no NM1*QC": (drop("NM1", "QC"), "the patient (NM1*QC) is not named"),
    "DTM after CAS": (move_behind("DTM", "472", behind=("CAS",)), "Segment 19 (DTM) on line 21: it stands later than"),
}
OUT_OF_BALANCE = {
    "line off by 1": (GOOD, put("CAS", element=3, value="71"), ["line 1 (90791): $104.00 paid +", "$451.00, $1.00"]),
    "claim off by 1": (CLAIM_LEVEL, put("CAS", element=3, value="98.75"), ["$129.80 paid + $231.20 adjusted"]),
    "BPR02 off by 1": (GOOD, put("BPR", element=2, value="225"), ["= $224.00, $1.00 short of the $225.00 paid out"]),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_a_file_with_this_fault_is_refused_at_its_place(fault: str):
    change, place, sentence = REFUSED[fault]
    error = refusal(broken(GOOD, change))
    assert place in error.sentence
    assert sentence in error.sentence
    good = "CHC-2026-0001" if place.endswith((" (SE)", "GE", "IEA")) else None
    assert error.last_good_claim == good


@pytest.mark.parametrize("fault", TOLD)
def test_a_file_with_this_fault_is_read_and_told(fault: str):
    change, sentence = TOLD[fault]
    found = read_835(broken(GOOD, change).encode())
    (warning,) = found.warnings
    assert sentence in warning
    assert not [one for one in found.imbalances() if one.blocks]


@pytest.mark.parametrize("fault", OUT_OF_BALANCE)
def test_a_file_with_this_fault_is_read_and_does_not_add_up(fault: str):
    text, change, equations = OUT_OF_BALANCE[fault]
    (found,) = read_835(broken(text, change).encode()).payments
    blocking: list[Imbalance] = [one for one in found.imbalances() if one.blocks]
    assert len(blocking) == len(equations)
    assert all(equation in one.sentence for one, equation in zip(blocking, equations, strict=True))
    assert not found.is_balanced


def test_a_file_that_is_cut_in_its_last_adjustment_is_refused():
    last = GOOD.rindex("CAS*")
    assert "the file ends in the middle of it, before its IEA: it was cut short" in refusal(GOOD[: last + 9]).sentence
