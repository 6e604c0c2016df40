"""Rules 14 and 15: amounts to the cent, and the adjustments that hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from remits import GOOD, authored, claim, refusal, refused

from mbp_claims.domain.money import x12_cents
from mbp_claims.domain.remit_line import RemitAdjustment
from mbp_claims.x12.amounts import cents_of, is_number
from mbp_claims.x12.era_835 import read_835


@pytest.mark.parametrize(
    "text, cents",
    [
        ("50", 5000), ("50.", 5000), ("50.00", 5000), (".5", 50), ("-5", -500), ("-.05", -5), ("0", 0), ("-0", 0),
        ("50.000", 5000), ("0050", 5000), ("1234567890123456.78", 123456789012345678),
    ],
)  # fmt: skip
def test_rule_14_amounts_as_x12_writes_them_are_read_to_the_cent(text, cents):
    assert cents_of(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "-",
        "-.",
        "1E9",
        "NaN",
        "Infinity",
        "1_0",
        "+5",
        "5-",
        "--5",
        "1,000",
        "$5",
        "5 0",
        "３",
        "٣",
        "0x1F",
        "3O",
    ],
)
def test_rule_14_everything_else_is_no_amount(text):
    with pytest.raises(ValueError, match="is not an amount such as 104"):
        cents_of(text)


def test_rule_14_a_fraction_of_a_cent_and_too_many_digits_are_refused():
    with pytest.raises(ValueError, match="fraction of a cent"):
        cents_of("1.005")
    with pytest.raises(ValueError, match="18 digits"):
        cents_of("1234567890123456789")


@given(st.integers(min_value=-(10**17), max_value=10**17))
def test_rule_14_what_is_written_reads_back(cents):
    assert cents_of(x12_cents(cents)) == cents


@given(st.text(max_size=12))
def test_rule_14_no_text_is_read_in_any_other_way(text):
    """Either it has the form of an amount in ASCII, or it is refused."""
    try:
        cents_of(text)
    except ValueError:
        return
    assert text.isascii() and text.strip("-0123456789.") == "" and any(map(str.isdigit, text))


def test_rule_14_idle_decimals_are_accepted_and_told():
    found = claim(("CAS*CO*45*70", "CAS*CO*45*70.000"))
    assert found.lines[0].adjustments[0].amount_cents == 7000
    assert found.warnings == ("Segment 19 (CAS) on line 21, element 3: an amount has more than two decimals.",)


@pytest.mark.parametrize(
    "found, because",
    [
        ("3O", "“3O” is not an amount such as 104 or 28.5"),
        ("1E9", "“1E9” is not an amount such as 104 or 28.5"),
        ("70.005", "“70.005” holds a fraction of a cent; an amount has two decimals"),
        ("W123456789", "a text of 10 characters is not an amount such as 104 or 28.5"),
    ],
)
def test_rule_14_the_refusal_names_the_claim_the_segment_and_the_element(found, because):
    assert refused(("CAS*CO*45*70", f"CAS*CO*45*{found}")) == (
        f"Claim CHC-2026-0001, segment 19 (CAS) on line 21, element 3: {because}. No claim was read before it."
    )


@pytest.mark.parametrize(
    "segment, element",
    [
        ("BPR*I*224", 2), ("CLP*CHC-2026-0001*1*450", 3), ("CLP*CHC-2026-0001*1*450*224", 4),
        ("CLP*CHC-2026-0001*1*450*224*106", 5), ("SVC*HC:90791*250", 2), ("SVC*HC:90791*250*104", 3),
        ("SVC*HC:90791*250*104**1", 5), ("AMT*B6*180", 2), ("CAS*PR*1*50**2*26", 6),
    ],
)  # fmt: skip
def test_rule_14_holds_for_every_amount_of_the_file(segment, element):
    """The last element of each is spoilt with the letter O."""
    error = refusal(GOOD.replace(segment, segment[:-1] + "O", 1))
    assert (error.place.segment_id, error.place.element) == (segment[:3], element)
    assert "O” is not a" in error.sentence


def test_rule_15_triples_quantities_and_several_cas_of_a_group_are_kept_as_they_came():
    (found,) = read_835(authored("10")).payments
    (line,) = found.claims[0].lines
    assert line.adjustments == (
        RemitAdjustment("CO", "45", 10000),
        RemitAdjustment("CO", "253", 310),
        RemitAdjustment("CO", "59", 2000, "1"),
        RemitAdjustment("CO", "97", 1550),
        RemitAdjustment("CO", "144", -500),
        RemitAdjustment("CO", "B7", 640, "1"),
        RemitAdjustment("CO", "16", 700),
        RemitAdjustment("PR", "1", 3000),
        RemitAdjustment("PR", "2", 6100),
    )
    assert line.units == "4"
    assert found.is_balanced


@pytest.mark.parametrize("reason", ["9999", "ZZ"])
def test_rule_15_a_reason_that_is_on_no_list_is_kept_and_told(reason):
    found = claim(("CAS*CO*45*70", f"CAS*CO*{reason}*70"))
    assert found.lines[0].adjustments[0].reason == reason
    assert found.warnings == (f"Segment 19 (CAS) on line 21, element 2: the reason “{reason}” is on no list.",)


def test_rule_15_the_group_of_older_files_is_kept_and_told():
    found = claim(("CAS*CO*45*70", "CAS*CR*45*70"))
    assert found.lines[0].adjustments[0].group == "CR"
    assert found.warnings == ("Segment 19 (CAS) on line 21, element 1: the group CR belongs to older files.",)


@pytest.mark.parametrize(
    "cas, fault",
    [
        ("CAS*XX*45*70", "element 1: “XX” is none of the groups CO, OA, PI and PR"),
        ("CAS**45*70", "element 1: it is empty, a value is expected"),
        ("CAS*CO", "element 2: it is empty, a value is expected"),
        ("CAS*CO*45", "element 3: the reason “45” has no amount"),
        ("CAS*CO*45**1", "element 3: the reason “45” has no amount"),
        ("CAS*CO**70", "element 2: it is empty, a value is expected"),
        ("CAS*CO*45*70***5", "element 5: an amount or a quantity has no reason"),
        ("CAS*CO*45*70****1", "element 5: an amount or a quantity has no reason"),
        ("CAS*CO*45*70*one", "element 4: “one” is not a number"),
        ("CAS*CO*45*70" + "**45*1" * 6, "it has 21 elements, 19 at most are expected"),
    ],
)  # fmt: skip
def test_rule_15_a_reason_without_an_amount_and_an_amount_without_a_reason_are_refused(cas, fault):
    assert fault in refused(("CAS*CO*45*70", cas))


def test_a_segment_that_ends_with_empty_elements_is_read_and_told():
    found = claim(("CAS*CO*45*70", "CAS*CO*45*70**"))
    assert found == claim()
    assert found.warnings == ("Segment 19 (CAS) on line 21: it ends with empty elements.",)


@pytest.mark.parametrize("text, number", [("1", True), ("0.5", True), ("-2", True), ("", False), ("1e3", False)])
def test_quantities_are_numbers_and_stay_text(text, number):
    assert is_number(text) is number
