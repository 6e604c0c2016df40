"""However an acknowledgement is spoilt, it is read or refused with a sentence of ours."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_acks_golden import ACKS, EXPECTED

from mbp_claims.x12.ack_kind import sort
from mbp_claims.x12.acknowledgements import read_acknowledgements
from mbp_claims.x12.error import X12Error

FILES = {name: (ACKS / name).read_bytes() for name in EXPECTED}
REJECTED, BATCH, FULL = FILES["999_rejected.999"], FILES["277ca_batch.277"], FILES["277ca_accepted.277"]


def refusal(data: bytes) -> str:
    with pytest.raises(X12Error) as refused:
        read_acknowledgements(data, "ack.txt")
    return refused.value.sentence


@pytest.mark.parametrize("cut", [50, 300, len(REJECTED) - 30])
def test_a_file_that_was_cut_short_is_refused(cut: int):
    assert "line" in refusal(REJECTED[:cut])


@pytest.mark.parametrize(
    ("good", "spoilt", "said"),
    [
        (b"IK3*N4*16*", b"IK3*N4*X*", "(IK3) on line 6, element 2: “X” is not a count"),
        (b"IK5*R*5~", b"IK5*Q*5~", "element 1: “Q” is none of A, E, M, R, W, X"),
        (b"SE*12*", b"SE*13*", "“13” segments are announced, 12 were found"),
        (b"AK1*HC*201", b"AK1*HC*", "element 2"),
        (b"GS*FA*", b"GS*HC*", "“HC” is found"),
        (b"AK9*R*1*1*0~\n", b"", "the AK9 is missing before it"),
        (b"CTX*CLM01:CHC-2026-0001~\nIK4", b"N1*PR~\nIK4", "no 999 has such a segment"),
    ],
)
def test_a_wrong_999_is_refused_with_the_place(good: bytes, spoilt: bytes, said: str):
    data = REJECTED.replace(good, spoilt, 1)
    if b"AK9" not in data:
        data = data.replace(b"SE*12", b"SE*11")
    assert said in refusal(data)


@pytest.mark.parametrize(
    ("good", "spoilt", "said"),
    [
        (b"TRN*2*CHC-2026-0001~\n", b"REF*EI*1234567~\n", "the claim has no TRN*2"),
        (b"STC*A2:20:PR*20260211*WQ*450~", b"STC*A2*20260211*WQ*450~", "a category and a status are expected"),
        (b"STC*A2:20:PR*20260211*WQ*450~", b"STC*A2:20:PR*20261311*WQ*450~", "“20261311” is a day that does not exist"),
        (b"STC*A2:20:PR*20260211*WQ*450~", b"STC*A2:20:PR*20260211*XX*450~", "neither WQ (taken) nor U"),
        (b"HL*4*3*PT~", b"HL*4*3*99~", "“99” is no level of a 277CA"),
        (b"HL*2*1*21*1~", b"HL*2*1*PT*1~", "the HL of the provider (19) is missing"),
        (b"QTY*90*1~", b"QTY*90*X~", "“X” is not a count"),
    ],
)
def test_a_wrong_277ca_is_refused_with_the_place(good: bytes, spoilt: bytes, said: str):
    assert said in refusal(FULL.replace(good, spoilt, 1))


def test_a_claim_that_is_refused_is_named_by_its_number():
    said = refusal(FULL.replace(b"*20260211*WQ*450~\nREF", b"*X*WQ*450~\nREF"))
    assert said.startswith("Claim CHC-2026-0001, segment 23 (STC)")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a", "ack.txt is not an 835 or an acknowledgement. It is a picture (GIF)."),
        (b"", "ack.txt is not an 835 or an acknowledgement. It is empty."),
        (
            FULL.replace(b"GS*HN*", b"GS*HC*").replace(b"005010X214", b"005010X222A1"),
            "ack.txt is not an 835 or an acknowledgement. It is an 837P (a claim).",
        ),
        (
            FULL.replace(b"005010X214", b"005010X212"),
            "ack.txt is not an 835 or an acknowledgement. It is a 276 or 277 (claim status).",
        ),
    ],
)
def test_what_is_no_mail_of_ours_is_called_by_its_name(data: bytes, said: str):
    with pytest.raises(X12Error) as refused:
        sort(data, "ack.txt")
    assert refused.value.sentence == said


@pytest.mark.parametrize("name", FILES)
def test_a_ta1_beside_other_acknowledgements_is_read_too(name: str):
    data = FILES[name]
    head, rest = data.split(b"\n", 1)
    both = read_acknowledgements(head + b"\nTA1*000000201*260210*1030*A*000~\n" + rest)
    assert both[1:] == read_acknowledgements(data)


originals = st.sampled_from([REJECTED, BATCH, FULL, FILES["ta1_rejected.ta1"], FILES["999_partial.999"]])


@settings(max_examples=150, deadline=None)
@given(originals, st.data())
def test_with_other_bytes_in_it(original: bytes, data: st.DataObject):
    spoilt = bytearray(original)
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    for read in (read_acknowledgements, lambda given: sort(given, "ack.txt")):
        try:
            read(bytes(spoilt))
        except X12Error as error:
            assert error.sentence


@settings(max_examples=80, deadline=None)
@given(originals, originals, st.data())
def test_cut_off_and_spliced_with_another(one: bytes, other: bytes, data: st.DataObject):
    head, tail = one[: data.draw(st.integers(0, len(one)))], other[data.draw(st.integers(0, len(other))) :]
    try:
        read_acknowledgements(head + tail)
    except X12Error as error:
        assert error.sentence
