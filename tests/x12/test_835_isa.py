"""Rules 5 to 8: the ISA, its fixed positions, the delimiters it declares, and who sent it."""

import pytest
from remits import GOOD, authored, payment, refusal, refused

from mbp_claims.domain.remit_payment import Interchange
from mbp_claims.x12.era_835 import read_835, read_payments
from mbp_claims.x12.intake import Intake

ISA = GOOD[:106]


def redelimited(text: str, element: str, component: str, terminator: str, repetition: str = "^") -> str:
    other = text.replace("^", repetition).replace("*", element).replace(":", component)
    return other.replace("~\n", terminator)


def test_rule_5_a_wrong_length_is_told_by_element_and_position():
    assert refusal(authored("bad_05")).sentence == (
        "Segment ISA on line 1, element 2: 9 characters were found, 10 expected, with “*” at position 18. "
        "No claim was read before it."
    )


@pytest.mark.parametrize("element, old, new", [(6, "CLEARHOUSE1 ", "CLEARHOUSE1"), (9, "*260202*", "*20260202*")])
def test_rule_5_every_element_of_the_isa_has_its_length(element, old, new):
    error = refusal(GOOD.replace(old, new, 1))
    assert (error.place.segment_id, error.place.element) == ("ISA", element)


def test_rule_5_an_isa_longer_by_one_character_is_refused():
    longer = GOOD.replace("*T*:~", "*T*:>~", 1)
    assert "Segment ISA on line 1: no GS follows at position 107" in refusal(longer).sentence


def test_rule_5_a_file_that_ends_in_the_isa_is_refused():
    assert "an ISA has 106 characters, 60 were found" in refusal(GOOD[:60]).sentence


@pytest.mark.parametrize(
    "element, component, terminator", [("|", ">", "\n"), ("+", "<", "'"), ("\x1d", "\x1f", "\x1c")]
)
def test_rule_5_the_delimiters_are_those_that_the_isa_declares(element, component, terminator):
    assert read_835(redelimited(GOOD, element, component, terminator).encode()) == read_835(GOOD.encode())


@pytest.mark.parametrize(
    "element, component, terminator, fault",
    [
        ("A", ":", "~", "the element separator may not be “A”"),
        ("*", "7", "~", "the component separator may not be “7”"),
        ("*", " ", "~", "the component separator may not be a blank or a line end"),
        ("*", "\n", "~", "the component separator may not be a blank or a line end"),
        ("*", ":", "\x00", "the segment terminator may not be the character 0x00"),
        ("*", "é", "~", "the component separator may not be “Ã”"),
        ("*", ":", "Z", "the segment terminator may not be “Z”"),
        ("*", "*", "~", "two of its four delimiters are the same character"),
        ("*", ":", "*", "two of its four delimiters are the same character"),
    ],
)  # fmt: skip
def test_rule_6_delimiters_are_distinct_and_neither_letters_digits_nor_blanks(element, component, terminator, fault):
    isa = ISA[:-2].replace("*", element) + component + terminator
    assert fault in refusal(isa + GOOD[106:]).sentence


def test_rule_6_the_u_of_older_files_is_no_repetition_separator_and_is_told():
    assert payment(("*^*", "*U*")).warnings == (
        "Segment ISA on line 1, element 11: “U” is no repetition separator in version 00501.",
    )


def test_rule_7_every_isa_declares_its_own_delimiters():
    second = redelimited(GOOD, "|", ">", "\n").replace("000000101", "000000102")
    found = read_835((GOOD + second + GOOD.replace("000000101", "000000103")).encode())
    assert [one.control_number for one in found.interchanges] == ["000000101", "000000102", "000000103"]
    assert [one.claims for one in found.payments] == [read_835(GOOD.encode()).payments[0].claims] * 3
    assert found.warnings == ()


def test_rule_8_the_interchange_says_who_sent_it_and_by_which_number():
    assert payment().interchange == Interchange("CLEARHOUSE1", "CALMHARBOR", "000000101", is_test=True)
    assert not payment(("*0*T*:", "*0*P*:")).interchange.is_test


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("*00501*", "*00401*", "element 12: “00401” is not the version 00501"),
        ("*0*T*", "*0*X*", "element 15: “X” is neither P (production) nor T (test)"),
        ("*000000101*0", "*00000010A*0", "element 13: a text of 9 characters is not a control number of nine digits"),
        ("IEA*1*000000101", "IEA*1*000000102", "“000000102” is not the control number of ISA13, “000000101”"),
        ("IEA*1*", "IEA*2*", "element 1: “2” groups are announced, 1 were found"),
    ],
)  # fmt: skip
def test_rule_8_version_usage_control_number_and_count_are_checked(old, new, fault):
    assert fault in refused((old, new))


def test_rule_8_test_data_is_refused_where_it_is_not_accepted():
    production = Intake(accept_test=False)
    sentence = refusal(GOOD, production).sentence
    assert "“T” marks test data, which is not taken in here, P (production) is expected" in sentence
    assert list(read_payments(GOOD.replace("*0*T*:", "*0*P*:").encode(), production))


def test_rule_8_an_interchange_that_comes_twice_is_told():
    found = read_835((GOOD + GOOD).encode())
    assert len(found.payments) == 2
    assert found.warnings == (
        "Segment ISA on line 34, element 13: the same sender’s interchange of this number came before in this file.",
    )
