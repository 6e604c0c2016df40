"""Rule 25: memory does not grow with the file; what is too large is refused before it is read."""

import tracemalloc
from collections.abc import Iterator

import pytest
from remits import GOOD, payment, refusal

from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.x12.era_835 import read_payments, walk_835
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
    few, many = (peak_of(walk_835(one_payment_of(claims))) for claims in (200, 2000))
    assert many < few + MB // 2
    assert many * 5 < peak_of(read_payments(one_payment_of(2000)))


def test_rule_25_payment_by_payment_memory_does_not_grow_with_the_file():
    few, many = (peak_of(read_payments(payments_of_one_claim(count))) for count in (200, 1200))
    assert many < few + MB // 2
    assert many * 5 < peak_of(_all_at_once(payments_of_one_claim(1200)))


def _all_at_once(source: Iterator[bytes]) -> Iterator[object]:
    yield list(read_payments(source))


def test_rule_25_claim_by_claim_says_the_same_as_the_whole():
    read = list(walk_835(one_payment_of(300)))
    claims, last = [one for one in read if isinstance(one, RemitClaim)], read[-1]
    assert [one.claim_number for one in claims] == [f"CHC-{number}" for number in range(300)]
    assert isinstance(last, Payment) and last.claims == ()
    assert last.imbalance(sum(one.paid_cents for one in claims)) is None
    assert last.imbalance(sum(one.paid_cents for one in claims) + 1).difference_cents == 1
    (whole,) = read_payments(one_payment_of(300))
    assert whole.claims == tuple(claims)
    assert whole.is_balanced


def test_rule_25_a_payment_comes_before_the_rest_of_the_file_is_read():
    given = 0

    def counted() -> Iterator[bytes]:
        nonlocal given
        for chunk in payments_of_one_claim(500):
            given += 1
            yield chunk

    first = next(read_payments(counted()))
    assert first.claims == payment().claims
    assert given < 100


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
    given = 0

    def unterminated() -> Iterator[bytes]:
        nonlocal given
        yield GOOD[:107].encode() + b"GS*"
        while True:
            given += 1
            yield b"A" * 1000

    assert "longer than 8 KB" in refusal(unterminated()).sentence
    assert given < 12


def test_rule_25_a_claim_without_end_is_refused():
    assert "more than 20,000 segments" in refusal(_one_claim_without_end()).sentence


def _one_claim_without_end() -> Iterator[bytes]:
    yield (HEAD + CLAIM).encode()
    while True:
        yield b"REF*6R*1~\n" * 1000


def test_the_tape_counts_lines_and_stops_at_the_end():
    tape = Tape(b"A~\nB~\n\nC")
    assert [(tape.until(b"~"), tape.line) for _ in range(3)] == [(b"A", 1), (b"\nB", 2), (None, 2)]
    assert tape.take(10) == b"\n\nC"
    assert (tape.line, tape.peek(1)) == (4, b"")
