"""However a file is spoilt, it is read or refused with a sentence of ours, which names nobody."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from remits import AUTHORED, GOLDEN

from mbp_claims.x12.era_835 import read_835
from mbp_claims.x12.error import X12Error, shown

FILES = [path.read_bytes() for path in sorted([*AUTHORED.glob("*.835"), *GOLDEN.glob("*/*.835")])]
NAMED = re.compile(r"NM1\W(?:QC|IL|82)\W1\W(\w+)\W(\w+)\W\w*\W\W\W\w\w\W([\w-]+)")
SECRETS = {text for data in FILES for found in NAMED.findall(data.decode()) for text in found}

originals = st.sampled_from(FILES)


def told(data: bytes) -> list[str]:
    """Every sentence that the file gives rise to. Any exception but ours goes through."""
    try:
        file = read_835(data)
    except X12Error as error:
        return [error.sentence]
    return [*file.warnings, *(one.sentence for one in file.imbalances())]


def assert_names_nobody(sentences: list[str]) -> None:
    text = " ".join(re.sub(r"Claim [^,:]*", "", sentence) for sentence in sentences)
    assert not [secret for secret in SECRETS if re.search(rf"\b{secret}\b", text)]


@settings(max_examples=150, deadline=None)
@given(originals, st.data())
def test_with_other_bytes_in_it(original: bytes, data: st.DataObject):
    spoilt = bytearray(original)
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    assert_names_nobody(told(bytes(spoilt)))


@settings(max_examples=100, deadline=None)
@given(originals, st.data())
def test_with_bytes_put_in_or_taken_out(original: bytes, data: st.DataObject):
    at = data.draw(st.integers(0, len(original)))
    text = data.draw(
        st.sampled_from([b"", b"~", b"*", b":", b"\n", b"\x00", b"0", b"-", b"ISA", b"\xe9", b"~~", b"A" * 9000])
    )
    assert_names_nobody(told(original[:at] + text + original[at + 1 :]))


@settings(max_examples=100, deadline=None)
@given(originals, originals, st.data())
def test_cut_off_and_spliced_with_another(one: bytes, other: bytes, data: st.DataObject):
    head = one[: data.draw(st.integers(0, len(one)))]
    tail = other[data.draw(st.integers(0, len(other))) :]
    told(head + tail)


@settings(max_examples=100, deadline=None)
@given(originals, st.data())
def test_with_segments_twice_missing_or_in_another_place(original: bytes, data: st.DataObject):
    segments = original.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        moved = segments.pop(data.draw(st.integers(0, len(segments) - 1)))
        for _ in range(data.draw(st.integers(0, 2))):
            segments.insert(data.draw(st.integers(0, len(segments))), moved)
    assert_names_nobody(told(b"".join(segments)))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_that_mean_nothing_are_no_835(data: bytes):
    with pytest.raises(X12Error):
        read_835(data)


def test_the_secrets_of_the_files_are_known_to_this_test():
    assert {"RIVERA", "DANA", "W123456789", "1EG4TE5MK73", "BSH7710042-02"} <= SECRETS


@pytest.mark.parametrize("found", ["3O", "1,50", "NaN", "-", "1.005", "-12345.678"])
def test_what_could_be_an_amount_or_a_code_is_shown(found: str):
    assert shown(found) == f"“{found}”"


@pytest.mark.parametrize(
    "found",
    ["RIVERA", "W123456789", "DANA", "1EG4TE5MK73", "50\nNM1", "123456789", "123-45-6789", "W900111", "BSH7710042-02"],
)
def test_what_could_be_a_name_or_a_number_of_somebody_is_only_measured(found: str):
    assert shown(found) == f"a text of {len(found)} characters"
