"""What an acknowledgement does to a claim, in whatever order they come. None completes a claim, none reopens one."""

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum
from typing import Protocol

from mbp_claims.domain.acknowledgement import Word
from mbp_claims.domain.claim import ClaimStatus


class Level(IntEnum):
    """Who speaks: of a whole file (TA1, 999), a clearinghouse of one claim, or the payer of one claim."""

    FILE = 1
    CLEARINGHOUSE = 2
    PAYER = 3


class Said(Protocol):
    """What was said of a claim that was sent in one file."""

    word: str
    level: int
    said_at: datetime


def next_status(status: ClaimStatus, said: Said, before: Iterable[Said]) -> ClaimStatus | None:
    """Where the claim goes, or None where it stays. `before` is what was said of it, in the same file, until now.

    The payer's word counts for more than anybody's, and its later word for more than its earlier. What a payer has
    answered, and what was put away, stays.
    """
    if status not in (ClaimStatus.FILED, ClaimStatus.ACCEPTED, ClaimStatus.REJECTED) or said.word == Word.RECEIVED:
        return None
    if any(_weight(one) > _weight(said) for one in before if one.word != Word.RECEIVED):
        return None
    wanted = ClaimStatus.ACCEPTED if said.word == Word.ACCEPTED else ClaimStatus.REJECTED
    return wanted if wanted != status else None


def _weight(said: Said) -> tuple[int, datetime]:
    """A moment counts only between two words of the payer's."""
    moment = said.said_at if said.level == Level.PAYER else datetime.min.replace(tzinfo=said.said_at.tzinfo)
    return said.level, moment
