"""835 files for tests: the sample files, a good one to change, and what a refusal says."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.x12.era_835 import read_835, read_payments
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import AS_IT_COMES, Intake

FILES = Path(__file__).parent / "files"
AUTHORED = FILES / "authored"
GOLDEN = FILES / "golden"

GOOD = (GOLDEN / "ex1" / "primary.835").read_text()
TWO_PAYMENTS = (AUTHORED / "06_two_st_one_gs.835").read_text()
CROSSED_OVER = (AUTHORED / "01_crossover_19.835").read_text()
LINE_1 = "SVC*HC:90791*250*104**1~\nDTM*472*20260112~\nCAS*CO*45*70~\nCAS*PR*1*50**2*26~\nREF*6R*1~\nAMT*B6*180~\n"


def remit(*changes: tuple[str, str], text: str = GOOD) -> bytes:
    """A good file with each first text in place of its second, and SE01 counted again."""
    for old, new in changes:
        assert old in text, f"{old} is not in the file"
        text = text.replace(old, new, 1)
    return recounted(text).encode()


def recounted(text: str) -> str:
    """The same with the right SE01; for files of one transaction, `~` and `*`."""
    segments = text.split("~")
    names = [segment.strip().split("*")[0] for segment in segments]
    if names.count("SE") != 1:
        return text
    start, end = names.index("ST"), names.index("SE")
    _, _, control_number = segments[end].split("*")
    segments[end] = f"\nSE*{end - start + 1}*{control_number}"
    return "~".join(segments)


def payment(*changes: tuple[str, str], text: str = GOOD) -> Payment:
    """The one payment of a good file, changed."""
    (found,) = read_835(remit(*changes, text=text)).payments
    return found


def claim(*changes: tuple[str, str], text: str = GOOD) -> RemitClaim:
    """The one claim of a good file, changed."""
    (found,) = payment(*changes, text=text).claims
    return found


def refusal(data: bytes | str | Iterable[bytes], intake: Intake = AS_IT_COMES) -> X12Error:
    """Why it is refused."""
    with pytest.raises(X12Error) as caught:
        list(read_payments(data.encode() if isinstance(data, str) else data, intake))
    return caught.value


def refused(*changes: tuple[str, str], text: str = GOOD) -> str:
    """The sentence with which a good file, changed, is refused."""
    return refusal(remit(*changes, text=text)).sentence


def authored(name: str) -> bytes:
    """A file of `files/authored`, by the start of its name."""
    (path,) = AUTHORED.glob(f"{name}*")
    return path.read_bytes()
