"""The usual claim is read in one pass, any other segment by segment: both ways come to the same, and to its place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from remit_text import Marks, remit_text
from remits import GOOD
from remittances import files
from test_835_round_trip import marks

from mbp_claims.domain.remit import RemitFile
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.x12.era_reader import EraReader
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.quick_claim import QuickClaims
from tests.fuzz.judge import judge
from tests.fuzz.mutants import FILES, mutant

SAMPLES = sorted([*FILES.glob("authored/*.835"), *FILES.glob("golden/*/*.835")])


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_a_sample_is_read_the_same_both_ways(file: Path):
    judge(file.read_bytes())


@settings(max_examples=300)
@given(st.integers(min_value=4_000, max_value=10_000_000))
def test_a_spoilt_file_is_read_the_same_both_ways(number: int):
    judge(mutant(number))


@pytest.mark.parametrize("number", [11201, 21425], ids=["PLB", "CLP"])
def test_what_begins_and_cannot_be_read_ends_the_claim_before_it(number: int):
    """A segment of more than 8 KB: make fuzz found them."""
    data = mutant(number)
    assert judge(data).kind == "refused"
    reader = EraReader(data, Intake(keep_unreadable=True))
    with pytest.raises(X12Error, match=r"^Segment .* longer than 8 KB.* The last good claim is CHC-\w+\.$"):
        list(reader)
    assert reader.claims_read == 1


@settings(max_examples=60)
@given(files, marks)
def test_whatever_a_payer_may_say_is_read_the_same_both_ways(file: RemitFile, marks: Marks):
    judge(remit_text(file, marks).encode())


def in_one_pass(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """How many claims were read, and how many of them in one pass."""
    found, real = [], QuickClaims.read
    monkeypatch.setattr(QuickClaims, "read", lambda *given: found.append(real(*given)) or found[-1])
    read = [part for part in EraReader(text.encode(), Intake(keep_unreadable=True)) if isinstance(part, RemitClaim)]
    return len(read), len([one for one in found if one])


@pytest.mark.parametrize("change", [
    ("", ""), ("~\n", "~"), ("~\n", "~\r\n"), ("*", "|"), ("CAS*CO*45*", "CAS*OA*23*"),
], ids=["as it is", "on one line", "CR LF", "other separators", "another reason"])  # fmt: skip
def test_the_usual_claim_is_read_in_one_pass(monkeypatch: pytest.MonkeyPatch, change: tuple[str, str]):
    assert in_one_pass(GOOD.replace(*change), monkeypatch) == (1, 1)


@pytest.mark.parametrize("change", [
    ("CAS*CO*45*", "CAS*CO*ZZ*"), ("*CO*45*", "*CR*45*"), ("NM1*QC*", "NM1*IL*"), ("RIVERA", "RIV\u00c9RA"),
    ("REF*6R*1~", "REF*6R*1**~"),
], ids=["unknown reason", "older group", "no patient", "beyond ASCII", "empty at the end"])  # fmt: skip
def test_whatever_is_odd_is_read_segment_by_segment(monkeypatch: pytest.MonkeyPatch, change: tuple[str, str]):
    assert change[0] in GOOD
    assert in_one_pass(GOOD.replace(*change, 1), monkeypatch) == (1, 0)
