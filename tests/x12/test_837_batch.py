"""Many claims in one interchange: each below a subscriber of its own, counted and numbered as a whole."""

from dataclasses import replace

from mbp_claims.x12 import claim_837
from mbp_claims.x12.claim_837 import set_number, write_837p
from mbp_claims.x12.gate import gate
from mbp_claims.x12.written_claim import WrittenFile, segments
from tests.x12.filings import golden_filing

SELF, CHILD, MEDICARE, WHOLE = (golden_filing(example) for example in ("ex1", "ex3", "ex4", "ex7"))


def together(*filings):  # type: ignore[no-untyped-def]
    """As one file writes them: the moment and the number of the first."""
    first = filings[0]
    return [replace(one, control_number=first.control_number, written_at=first.written_at) for one in filings]


def test_claims_of_every_kind_stand_in_one_file_that_the_gate_lets_out():
    text = write_837p(*together(SELF, CHILD, MEDICARE, WHOLE, CHILD))
    assert gate(text) == []
    levels = [segment[1:] for segment in segments(text) if segment.starts("HL")]
    assert levels == [
        ["1", "", "20", "1"], ["2", "1", "22", "0"], ["3", "1", "22", "1"], ["4", "3", "23", "0"],
        ["5", "1", "22", "0"], ["6", "1", "22", "0"], ["7", "1", "22", "1"], ["8", "7", "23", "0"],
    ]  # fmt: skip


def test_a_claim_says_the_same_alone_and_among_others():
    alone, among = (WrittenFile.read(write_837p(*together(*them))) for them in ([MEDICARE], [SELF, CHILD, MEDICARE]))
    assert among.claims[2].all[1:] == alone.claims[0].all[1:]


def test_more_claims_than_one_set_should_hold_make_two(monkeypatch):  # type: ignore[no-untyped-def]
    monkeypatch.setattr(claim_837, "CLAIMS_IN_A_SET", 2)
    text = write_837p(*together(SELF, CHILD, MEDICARE))
    assert gate(text) == []
    heads = [segment[1:3] for segment in segments(text) if segment.element(0) in ("ST", "GE")]
    assert heads == [["837", "0001"], ["837", "0002"], ["2", "201"]]
    assert [segment.element(3) for segment in segments(text) if segment.starts("BHT")] == [
        "MBP000000201", "MBP000000201-2",
    ]  # fmt: skip
    assert [set_number(place) for place in (1, 2, 3)] == [1, 1, 2]


def test_every_segment_is_known_by_its_claim():
    file = WrittenFile.read(write_837p(*together(SELF, CHILD)))
    assert len(file.owners) == len(file.envelope) + sum(len(claim.all) for claim in file.claims)
    assert file.owners == [*sorted(file.owners[:-3]), 0, 0, 0]
