"""A few thousand of the spoilt files of `make fuzz`, and files made to be slow to read."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from remits import GOOD

from mbp_claims.x12.era_reader import EraReader
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake
from tests.fuzz.judge import judge
from tests.fuzz.mutants import mutant

BATCH = 500
HEAD, CLAIM, TAIL = (
    GOOD[: GOOD.index("CLP*")],
    GOOD[GOOD.index("CLP*") : GOOD.index("SE*29")],
    GOOD[GOOD.index("SE*29") :],
)
LINE = "SVC*HC:90791*250*104**1~\nCAS*CO*45*146~\n"


@pytest.mark.parametrize("batch", range(8))
def test_a_spoilt_file_is_read_or_refused_in_our_words_and_nothing_is_said_to_add_up_that_does_not(batch: int):
    kinds = {judge(mutant(seed)).kind for seed in range(batch * BATCH, (batch + 1) * BATCH)}
    assert kinds == {"good", "out of balance", "partly unreadable", "refused"}


def calls_of(data: bytes) -> int:
    """How many functions are called, C's included, to read the file, its equations and its warnings."""
    called = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        for part in EraReader(data, Intake(keep_unreadable=True)):
            getattr(part, "imbalances", tuple)()
    except X12Error:
        pass
    finally:
        sys.setprofile(None)
    return called


SLOW: dict[str, Callable[[int], str]] = {
    "many claims": lambda n: HEAD + CLAIM * n + TAIL,
    "one claim of many lines": lambda n: HEAD + CLAIM + LINE * n + TAIL,
    "one line of many adjustments": lambda n: HEAD + CLAIM + "CAS*CO*45*1~\n" * n + TAIL,
    "something odd in every segment": lambda n: HEAD + CLAIM.replace("~", "**~").replace("RIVERA", "RIVÉRA") * n + TAIL,
    "every claim unreadable": lambda n: HEAD + CLAIM.replace("CAS*CO*45*70", "CAS*CO*45*7O") * n + TAIL,
    "many interchanges": lambda n: GOOD * n,
    "many payments": lambda n: GOOD[: GOOD.index("ST*")] + GOOD[GOOD.index("ST*") : GOOD.index("GE*")] * n + TAIL,
    "IEA in every reference": lambda n: HEAD + CLAIM.replace("REF*6R*", "REF*IEA*") * n + TAIL,
    "many empty lines": lambda n: HEAD + CLAIM.replace("\n", "\n" * 40) * n + TAIL,
    "nothing but terminators": lambda n: HEAD + "~" * 100 * n,
    "nothing but separators": lambda n: HEAD + "CLP" + "*" * 100 * n + TAIL,
    "many PLB": lambda n: HEAD + CLAIM + "PLB*1234567893*20261231*WO:A*5*WO:B*-5~\n" * n + TAIL,
    "many names before the first claim": lambda n: HEAD.replace("LX*1", "REF*EV*1~\nN1*X*X~\n" * n + "LX*1") + TAIL,
    "blanks without end": lambda n: HEAD + " " * 1000 * n,
}


@pytest.mark.parametrize("kind", SLOW)
def test_no_file_is_slower_than_its_size_explains(kind: str):
    """The work is counted, not timed: four times the file is hardly more than four times the work."""
    little, much = (SLOW[kind](n).encode() for n in (60, 240))
    assert calls_of(much) <= calls_of(little) * 4.4 + 200
