"""The segments of one loop by their names, and what a claim and a line have in common: REF, DTM, AMT."""

from collections.abc import Iterable, Sequence
from datetime import date

from mbp_claims.domain.remit_line import Reference
from mbp_claims.x12.segment import Segment


class Loop:
    """A loop's first segment, and the others by name. `order` is the guide's, a note is left where it is not kept."""

    def __init__(self, segments: Sequence[Segment], order: Sequence[str]):
        self.head = segments[0]
        self._named: dict[str, list[Segment]] = {}
        rank = -1
        for segment in segments:
            self._named.setdefault(segment.id, []).append(segment)
            here = order.index(segment.id)
            if here < rank:
                segment.note("it stands later than the guide has it")
            rank = max(rank, here)

    def all(self, name: str) -> Sequence[Segment]:
        """Every segment of that name, in the file's order."""
        return self._named.get(name, ())

    def references(self) -> tuple[Reference, ...]:
        """REF: qualifier and value."""
        return tuple(Reference(ref.required(1), ref.text(2)) for ref in self.all("REF"))

    def days(self) -> dict[str, date]:
        """DTM: day by qualifier. X12Error on one that is no date."""
        return {dtm.text(1): dtm.day(2) for dtm in self.all("DTM")}

    def supplemental(self) -> tuple[tuple[str, int], ...]:
        """AMT: qualifier and cents."""
        return tuple((amt.required(1), amt.cents(2)) for amt in self.all("AMT"))


def notes_of(segments: Iterable[Segment]) -> tuple[str, ...]:
    """What is odd about them, each finding once."""
    found: dict[str, str] = {}
    for segment in segments:
        for what, sentence in segment.notes.items():
            found.setdefault(what, sentence)
    return tuple(found.values())
