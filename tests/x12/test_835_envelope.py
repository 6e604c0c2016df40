"""Rules 9 to 13: groups, transactions, their counts and control numbers, and what a cut or spliced file looks like."""

import pytest
from remits import AUTHORED, GOLDEN, GOOD, TWO_PAYMENTS, authored, payment, refusal, refused, remit

from mbp_claims.x12.era_835 import read_835, read_payments
from mbp_claims.x12.intake import Intake

SEGMENTS = GOOD.count("~")


@pytest.mark.parametrize(
    "path, kind",
    [
        ("ex1/secondary.837p", "an 837P (a claim)"),
        ("acks/277ca_batch.277", "a 277CA (a claim acknowledgement)"),
        ("acks/999_accepted.999", "a 999 (an acknowledgement)"),
        ("acks/ta1_accepted.ta1", "a TA1 (an interchange acknowledgement)"),
    ],
)
def test_rule_9_another_transaction_set_is_called_by_its_name(path, kind):
    data = (GOLDEN / path).read_bytes()
    assert refusal(data, Intake("in.edi")).sentence == f"in.edi is not an 835 file. It is {kind}."


@pytest.mark.parametrize(
    "old, new, sentence",
    [
        ("GS*HP", "GS*BE", "This file is not an 835 file. It is an 834 (an enrolment)."),
        ("ST*835", "ST*820", "This file is not an 835 file. It is an 820 (a premium payment)."),
        ("GS*HP", "GS*HPO", "Segment GS on line 2, element 1: “HPO” is found, HP (remittances) is expected."),
        ("ST*835", "ST*83", "Segment 1 (ST) on line 3, element 1: “83” is found, 835 is expected."),
        (
            "005010X221A1",
            "RIVERA",
            "Segment GS on line 2, element 8: a text of 6 characters is no version, 005010X221A1 is expected.",
        ),
        (
            "005010X221A1",
            "004010X091A1",
            "Segment GS on line 2, element 8: the version “004010X091A1” is not read here, 005010X221A1 is expected.",
        ),
    ],
)
def test_rule_9_what_the_group_and_the_transaction_call_themselves_is_checked(old, new, sentence):
    assert refused((old, new)).removesuffix(" No claim was read before it.") == sentence


def test_rule_9_the_former_version_is_read_and_told():
    (warning,) = payment(("005010X221A1", "005010X221")).warnings
    assert warning == "Segment GS on line 2, element 8: the version is 005010X221, 005010X221A1 is expected."


def test_rule_9_a_ta1_before_the_group_is_no_reason_to_refuse_the_payment():
    with_ta1 = GOOD.replace("GS*HP", "TA1*000000101*260202*1030*A*000~\nGS*HP")
    assert read_835(with_ta1.encode()) == read_835(GOOD.encode())


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("GE*1*101", "GE*1*102", "Segment GE on line 32, element 2: “102” is not the control number of GS06, “101”."),
        ("GE*1*", "GE*2*", "Segment GE on line 32, element 1: “2” transactions are announced, 1 were found."),
        ("GE*1*", "GE*one*", "Segment GE on line 32, element 1: “one” transactions are announced, 1 were found."),
    ],
)
def test_rule_9_count_and_control_number_of_a_group_are_checked(old, new, fault):
    assert refused((old, new)) == f"{fault} The last good claim is CHC-2026-0001."


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("SE*29*", "SE*30*", "Segment 29 (SE) on line 31, element 1: “30” segments are announced, 29 were found."),
        ("SE*29*0001", "SE*29*0002", "element 2: “0002” is not the control number of ST02, “0001”."),
    ],
)
def test_rule_10_count_and_control_number_of_a_transaction_are_checked(old, new, fault):
    assert fault in refusal(GOOD.replace(old, new)).sentence


def test_rule_10_a_control_number_may_not_come_twice_in_a_group():
    twice = TWO_PAYMENTS.replace("ST*835*0002", "ST*835*0001").replace("SE*21*0002", "SE*21*0001")
    assert "the control number “0001” comes twice in one group" in refusal(twice).sentence


def test_rule_10_a_version_in_st03_is_tolerated():
    assert payment(("ST*835*0001", "ST*835*0001*005010X221A1")) == payment()


@pytest.mark.parametrize(
    "cut, fault",
    [
        ("ST*835*0002~", "the SE for the ST on line 3 is missing before it"),
        ("GS*HP*A*B*20260101*0900*1*X*005010X221A1~", "the SE for the ST on line 3 is missing before it"),
        (GOOD[:106], "the SE for the ST on line 3 is missing before it"),
        ("GE*1*101~", "the SE for the ST on line 3 is missing before it"),
        ("IEA*1*000000101~", "the SE for the ST on line 3 is missing before it"),
    ],
)
def test_rule_11_nothing_may_begin_or_end_before_the_transaction_is_closed(cut, fault):
    spliced = GOOD[: GOOD.index("SE*29")] + cut + "\n" + GOOD[106:]
    assert fault in refusal(spliced).sentence


def test_rule_11_trailers_and_transactions_without_an_opener_are_refused():
    assert "no ST is open before it" in refusal(GOOD.replace("GE*1", "SE*29*0001~\nGE*1")).sentence
    assert "no GS is open before it" in refusal(GOOD.replace("IEA*1", "GE*1*101~\nIEA*1")).sentence
    assert "no GS is open before it" in refusal(GOOD.replace("IEA*1", "ST*835*0002~\nIEA*1")).sentence
    assert "the GE for the GS on line 2 is missing before it" in refusal(GOOD.replace("GE*1*101~\n", "")).sentence
    assert "it stands outside of a transaction" in refusal(GOOD.replace("GE*1", "REF*6R*1~\nGE*1")).sentence


def test_rule_11_the_file_of_a_splice_names_the_last_good_claim():
    first, second = TWO_PAYMENTS, (AUTHORED / "03_denied_4.835").read_text()
    spliced = first[: first.index("SE*21")] + second
    error = refusal(spliced)
    assert error.last_good_claim == "CHC-A1"
    assert error.place.segment_id == "ISA"


def test_rule_11_a_file_cut_short_is_refused_and_says_which_claim_was_open():
    assert refusal(authored("bad_01")).sentence == (
        "Claim CHC-A1, segment 24 (CAS) on line 26: the file ends in the middle of it, before its IEA: "
        "it was cut short. No claim was read before it."
    )


def test_rule_11_no_payment_comes_out_of_a_transaction_that_is_not_closed():
    cut = TWO_PAYMENTS[: TWO_PAYMENTS.index("SE*21")]
    read = read_payments(cut.encode())
    assert next(read).trace_number == "CHK900001"
    assert refusal(cut).last_good_claim == "CHC-A1"


@pytest.mark.parametrize("at", range(1, len(GOOD) - 2, 9))
def test_rule_11_a_file_cut_anywhere_is_refused(at):
    assert refusal(GOOD[:at].encode()).sentence


def test_rule_12_each_payment_keeps_its_own_trace_and_total():
    second_group = TWO_PAYMENTS[106:].split("GE*2")[0].replace("*501*X", "*502*X").replace("CHK90000", "CHK80000")
    both = TWO_PAYMENTS.replace("IEA*1", f"{second_group.strip()}\nGE*2*502~\nIEA*2")
    found = read_835(both.encode()).payments
    assert [(one.trace_number, one.total_cents, one.claims[0].claim_number) for one in found] == [
        ("CHK900001", 17780, "CHC-A1"),
        ("CHK900002", 12712, "CHC-B1"),
        ("CHK800001", 17780, "CHC-A1"),
        ("CHK800002", 12712, "CHC-B1"),
    ]


def test_rule_12_several_lx_in_one_transaction_are_all_read():
    text = (
        (AUTHORED / "03_denied_4.835")
        .read_text()
        .replace("CLP*CHC-D2", "LX*2~\nTS3*1234567893*11*20261231*1*200~\nCLP*CHC-D2")
    )
    (found,) = read_835(remit(text=text)).payments
    assert [one.claim_number for one in found.claims] == ["CHC-D1", "CHC-D2", "CHC-D3"]
    assert found.is_balanced


@pytest.mark.parametrize("missing", range(1, SEGMENTS - 1))
def test_rule_13_a_missing_terminator_is_refused_wherever_it_is(missing):
    pieces = GOOD.split("~\n")
    merged = "~\n".join(pieces[:missing]) + "~\n" + "".join(pieces[missing : missing + 2]) + "~\n"
    assert refusal(merged + "~\n".join(pieces[missing + 2 :])).place


def test_rule_13_a_line_end_in_an_element_tells_which_segment_lost_its_terminator():
    assert refused(("REF*6R*1~", "REF*6R*1")) == (
        "Claim CHC-2026-0001, segment 21 (REF) on line 23, element 2: it holds a line end or another control "
        "character: the terminator of a segment is missing. No claim was read before it."
    )


def test_rule_13_two_segments_in_one_have_too_many_elements():
    assert refused(("REF*6R*1~\nAMT*B6*180~\nSVC", "REF*6R*1SVC")) == (
        "Claim CHC-2026-0001, segment 21 (REF) on line 23: it has 7 elements, 4 at most are expected: "
        "the terminator of a segment may be missing. No claim was read before it."
    )


def test_rule_13_an_element_that_is_too_long_is_told():
    assert payment(("REF*6R*1~", f"REF*6R*{'1' * 81}~")).claims[0].warnings == (
        "Segment 21 (REF) on line 23, element 2: it has 81 characters, 80 at most are expected: "
        "the terminator of a segment may be missing.",
    )
    assert payment(("PROVIDER SERVICES", "S" * 200)).warnings == ()


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("CAS*CO*45*70", "ZZQ*1~\nCAS*CO*45*70", "segment 19 (ZZQ) on line 21: no 835 has such a segment"),
        ("CAS*CO*45*70", "BPR*I*5~\nCAS*CO*45*70", "segment 19 (BPR) on line 21: it does not belong after SVC"),
        ("LX*1", "SVC*HC:90791*1*1~\nLX*1", "Segment 12 (SVC) on line 14: it does not belong after ST"),
    ],
)
def test_a_segment_where_it_does_not_belong_is_refused(old, new, fault):
    assert fault in refused((old, new))


def test_an_interchange_without_a_payment_is_refused():
    empty = GOOD[:107] + "IEA*0*000000101~\n"
    assert "no GS follows" in refusal(empty).sentence
    no_transaction = GOOD[: GOOD.index("ST*835")] + "GE*0*101~\nIEA*1*000000101~\n"
    assert "the interchange holds no payment" in refusal(no_transaction).sentence


def test_a_cut_claim_without_a_number_hides_nothing_of_the_reason():
    nameless = GOOD.replace("CLP*CHC-2026-0001*", "CLP**")
    assert "it was cut short" in refusal(nameless[: nameless.index("CAS*PR")]).sentence
