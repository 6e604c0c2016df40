"""What becomes of a spoilt file: read or refused in our own words; anything else is a failure of the reader."""

import re
import time
from dataclasses import dataclass

from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import PaymentEnd, PaymentHead
from mbp_claims.x12.era_reader import EraReader
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake
from tests.fuzz.mutants import ORIGINALS
from tests.fuzz.plain_sums import adds_up, claims_of

NAMED = re.compile(rb"NM1\W(?:QC|IL|82)\W1\W(\w+)\W(\w+)\W\w*\W\W\W\w\w\W([\w-]+)")
FOUND = {text.decode() for data in ORIGINALS for found in NAMED.findall(data) for text in found}
NAMES = sorted(name for name in FOUND if len(name) > 3)
SOMEBODY = re.compile(rf"\b(?:{'|'.join(map(re.escape, NAMES))})\b")


@dataclass(frozen=True)
class Verdict:
    """`kind` is good, out of balance, partly unreadable, or refused. `seconds` of the processor, for reading alone."""

    kind: str
    claims: int
    seconds: float


def judge(data: bytes) -> Verdict:
    """AssertionError says what the reader did wrong; any other exception is one that is not ours."""
    began = time.process_time()
    parts, refused = _read(data)
    seconds = time.process_time() - began
    _assert_the_same(parts, refused, *_read(data, careful=True))
    claims = [part for part in parts if isinstance(part, RemitClaim)]
    if refused:
        assert refused.sentence.endswith("."), refused.sentence
        _assert_names_nobody([refused.sentence])
        return Verdict("refused", len(claims), seconds)
    _assert_sums(data, parts)
    ends = [part for part in parts if isinstance(part, PaymentEnd)]
    _assert_names_nobody([sentence for part in (*claims, *ends) for sentence in part.warnings])
    if any(end.unreadable for end in ends):
        return Verdict("partly unreadable", len(claims), seconds)
    good = all(claim.is_balanced for claim in claims) and not any(end.imbalance for end in ends)
    return Verdict("good" if good else "out of balance", len(claims), seconds)


def _assert_the_same(parts: list, refused: X12Error | None, careful: list, carefully: X12Error | None) -> None:
    """Whether the usual claims are read in one pass or segment by segment: each value, sentence and place."""
    assert parts == careful
    assert [told_besides(part) for part in parts] == [told_besides(part) for part in careful]
    assert (refused and refused.sentence) == (carefully and carefully.sentence)


def told_besides(part: object) -> tuple:
    """What does not count when two are compared: warnings, and where they stand."""
    lines = [line.segment for line in getattr(part, "lines", ())]
    return getattr(part, "warnings", ()), getattr(part, "segment", 0), lines


def _read(data: bytes, careful: bool = False) -> tuple[list, X12Error | None]:
    parts: list = []
    try:
        for part in EraReader(data, Intake(keep_unreadable=True), careful):
            parts.append(part)
            if isinstance(part, RemitClaim):
                part.imbalances()
    except X12Error as error:
        return parts, error
    return parts, None


def _assert_sums(data: bytes, parts: list) -> None:
    """No claim and no payment is said to add up that does not, or the other way round."""
    expected = claims_of(data)
    transaction = paid = 0
    for part in parts:
        match part:
            case PaymentHead():
                transaction, paid = transaction + 1, 0
            case RemitClaim():
                right = adds_up(expected.pop((transaction, part.segment)))
                assert part.is_balanced is right, f"claim {part.claim_number} is said to add up: {part.is_balanced}"
                paid += part.paid_cents
            case UnreadableClaim():
                expected.pop((transaction, part.segment))
            case PaymentEnd():
                withheld = sum(one.amount_cents for one in part.provider_adjustments)
                assert (paid - withheld == part.head.total_cents) is (part.imbalance is None)
    assert not expected, f"claims that were left out: {sorted(expected)}"


def _assert_names_nobody(sentences: list[str]) -> None:
    text = " ".join(re.sub(r"[Cc]laim (?:is )?[^,:]*", "", sentence) for sentence in sentences)
    assert not (found := SOMEBODY.search(text)), f"{found[0]} is named"
