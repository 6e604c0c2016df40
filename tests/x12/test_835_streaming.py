"""Rule 25: memory does not grow with the file; what is too large is refused before it is read."""

import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise, repeat
from pathlib import Path

import pytest
from remits import GOOD, payment, refusal

from bench.reading import big_835
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import PaymentEnd, PaymentHead
from mbp_claims.x12.era_835 import read_payments
from mbp_claims.x12.era_reader import EraReader
from mbp_claims.x12.intake import AS_IT_COMES, Intake
from mbp_claims.x12.tape import LONGEST_SEGMENT, PIECE, Tape

HEAD, CLAIM, TAIL = (
    GOOD[: GOOD.index("CLP*")],
    GOOD[GOOD.index("CLP*") : GOOD.index("SE*29")],
    GOOD[GOOD.index("GE*1") :],
)
CLAIM_SEGMENTS = CLAIM.count("~")
OTHER_SEGMENTS = 29 - CLAIM_SEGMENTS
MB = 1024 * 1024


def one_payment_of(claims: int) -> Iterator[bytes]:
    """A file of one transaction, never whole in memory."""
    yield HEAD.replace("BPR*I*224*", f"BPR*I*{224 * claims}*").encode()
    for number in range(claims):
        yield CLAIM.replace("CHC-2026-0001", f"CHC-{number}").encode()
    yield f"SE*{OTHER_SEGMENTS + CLAIM_SEGMENTS * claims}*0001~\n{TAIL}".encode()


def payments_of_one_claim(count: int) -> Iterator[bytes]:
    """A file of many transactions."""
    start = HEAD.index("ST*835")
    yield HEAD[:start].encode()
    for number in range(count):
        transaction = f"{HEAD[start:]}{CLAIM}SE*29*0001~\n"
        yield transaction.replace("*0001~", f"*{number:06}~").replace("EFT0000224001", f"EFT{number}").encode()
    yield TAIL.replace("GE*1", f"GE*{count}").encode()


class Counted:
    """Chunks, and how many of them were asked for."""

    def __init__(self, chunks: Iterable[bytes]):
        self.given = 0
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self.given += 1
            yield chunk


def peak_of(reading: Iterator[object]) -> int:
    """The most bytes in use at once while it is read to its end."""
    tracemalloc.start()
    try:
        for _ in reading:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_rule_25_claim_by_claim_memory_does_not_grow_with_the_payment():
    few, many = (peak_of(EraReader(one_payment_of(claims))) for claims in (200, 2000))
    assert many < few + MB // 2
    assert many * 5 < peak_of(read_payments(one_payment_of(2000)))


def test_rule_25_payment_by_payment_memory_does_not_grow_with_the_file():
    few, many = (peak_of(read_payments(payments_of_one_claim(count))) for count in (200, 1200))
    assert many < few + MB // 2
    assert many * 5 < peak_of(_all_at_once(payments_of_one_claim(1200)))


def _all_at_once(source: Iterator[bytes]) -> Iterator[object]:
    yield list(read_payments(source))


def test_rule_25_part_by_part_says_the_same_as_the_whole():
    head, *claims, end = EraReader(one_payment_of(300))
    assert isinstance(head, PaymentHead) and isinstance(end, PaymentEnd)
    assert [one.claim_number for one in claims] == [f"CHC-{number}" for number in range(300)]
    assert (end.head, end.claims, end.unreadable, end.claims_paid_cents) == (head, 300, 0, 300 * 22400)
    assert end.imbalance is None
    assert replace(end, claims_paid_cents=300 * 22400 + 1).imbalance.difference_cents == 1
    (whole,) = read_payments(one_payment_of(300))
    assert whole.claims == tuple(claims)
    assert whole.end == replace(end, head=whole)
    assert whole.is_balanced


def test_rule_25_how_far_it_has_come_is_known_at_every_part():
    data = b"".join(one_payment_of(50))
    reader = EraReader(data)
    seen = [(reader.bytes_read, reader.claims_read) for _ in reader]
    assert [claims for _, claims in seen] == [0, *range(1, 51), 50]
    assert all(before <= after for (before, _), (after, _) in pairwise(seen))
    assert (reader.bytes_read, reader.last_good_claim) == (len(data), "CHC-49")


def test_rule_25_who_stops_reads_no_further():
    source = Counted(one_payment_of(20_000))
    reader = EraReader(source)
    assert [type(part) for part, _ in zip(reader, range(3), strict=False)] == [PaymentHead, RemitClaim, RemitClaim]
    assert source.given < 10


def test_rule_25_a_claim_that_cannot_be_read_is_a_part_of_its_own():
    data = b"".join(one_payment_of(3)).replace(b"CHC-1*1*450", b"CHC-1*1*45O")
    reader = EraReader(data, Intake(keep_unreadable=True))
    _, first, second, third, end = reader
    assert (first.claim_number, second.claim_number, third.claim_number) == ("CHC-0", "CHC-1", "CHC-2")
    assert "element 3: “45O” is not an amount" in second.sentence
    assert (end.claims, end.unreadable, reader.claims_read, end.imbalance.difference_cents) == (2, 1, 3, -22400)


def test_rule_25_the_file_of_the_bench_is_read_and_adds_up(tmp_path: Path):
    big_835.write(tmp_path / "big.835", 100)
    (found,) = read_payments((tmp_path / "big.835").read_bytes())
    assert (len(found.claims), found.imbalances(), found.warnings) == (100, (), ())
    assert {len(one.lines) for one in found.claims} == {2}


def test_rule_25_a_payment_comes_before_the_rest_of_the_file_is_read():
    source = Counted(payments_of_one_claim(500))
    first = next(read_payments(source))
    assert first.claims == payment().claims
    assert source.given < 100


def test_rule_25_fifty_megabytes_are_the_most():
    assert AS_IT_COMES.largest == 50 * MB
    error = refusal(_without_end(), Intake(largest=MB))
    assert error.sentence == "The file is larger than 1 MB, which is the most for one file."


def _without_end() -> Iterator[bytes]:
    yield HEAD.encode()
    while True:
        yield CLAIM.encode()


@pytest.mark.parametrize("length", [LONGEST_SEGMENT + 1, 3 * PIECE])
def test_rule_25_a_segment_longer_than_8_kb_is_refused(length: int):
    error = refusal(GOOD.replace("REF*6R*1~", f"REF*6R*{'1' * length}~"))
    assert "segment 21 (REF) on line 23: it is longer than 8 KB: its terminator is missing" in error.sentence
    assert error.claim_number == "CHC-2026-0001"


def test_rule_25_a_segment_of_8_kb_is_read():
    value = "1" * (LONGEST_SEGMENT - len("REF*6R*"))
    assert payment(("REF*6R*1~", f"REF*6R*{value}~")).claims[0].lines[0].control_number == value


def test_rule_25_without_a_terminator_little_is_read():
    source = Counted(chain([GOOD[:107].encode() + b"GS*"], repeat(b"A" * 1000)))
    assert "longer than 8 KB" in refusal(source).sentence
    assert source.given < 12


def test_rule_25_a_claim_without_end_is_refused():
    assert "more than 20,000 segments" in refusal(_one_claim_without_end()).sentence


def _one_claim_without_end() -> Iterator[bytes]:
    yield (HEAD + CLAIM).encode()
    while True:
        yield b"REF*6R*1~\n" * 1000


def test_the_tape_gives_whole_segments_counts_lines_and_stops_at_the_end_of_the_interchange():
    tape = Tape([b"A~\nB", b"~\n\nC~IE", b"A*1~D~E"])
    assert [(tape.stretch(b"~", b"IEA*"), tape.line) for _ in range(4)] == [
        (b"A", 1), (b"\nB~\n\nC", 4), (b"IEA*1", 4), (b"D", 4),
    ]  # fmt: skip
    assert tape.stretch(b"~", b"IEA*") is None
    assert (tape.take(10), tape.peek(1), tape.taken) == (b"E", b"", 18)
