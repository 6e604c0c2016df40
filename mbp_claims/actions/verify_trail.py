"""Checks that the trail of every practice is as it was written, and tells where each ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.db import whole_trail
from mbp_claims.domain.chain import Break, Entry, Head, breaks
from mbp_claims.domain.progress import Step, silent

Kept = Mapping[int, Mapping[int, str]]
"""Heads that were written down elsewhere: digests by place, by practice."""
GONE = "A practice that is gone"
OFTEN = 1000


@dataclass(frozen=True)
class Checked:
    """One practice's trail: how many entries it has, where it ends, and where it is broken."""

    practice_id: int
    practice: str
    entries: int
    head: Head
    broken: tuple[Break, ...] = ()


def verify_trails(db: Session, kept: Kept | None = None, step: Step = silent) -> Iterator[Checked]:
    """Practice after practice. One that was written down elsewhere and is not there has lost all its entries."""
    sought = kept or {}
    whole_trail.hold_still(db)
    names = dict(whole_trail.practices_with_trails(db))
    for practice_id, name in {**dict.fromkeys(sought, GONE), **names}.items():
        head = whole_trail.head_of(db, practice_id)
        counted = _Counted(whole_trail.entries_of(db, practice_id), head.place if head else 0, step)
        broken = tuple(breaks(counted, head, sought.get(practice_id, {})))
        yield Checked(practice_id, name or GONE, counted.count, head or Head(), broken)


def trail_heads(db: Session) -> list[tuple[int, str, Head]]:
    """Practice, its name, and where its trail ends."""
    whole_trail.hold_still(db)
    known = whole_trail.practices_with_trails(db)
    return [(one, name, whole_trail.head_of(db, one) or Head()) for one, name in known]


@dataclass
class _Counted:
    """Entries on their way past."""

    entries: Iterable[Entry]
    expected: int
    step: Step
    count: int = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self.entries:
            self.count += 1
            if self.count % OFTEN == 0:
                self.step("checked", self.count, self.expected)
            yield entry
