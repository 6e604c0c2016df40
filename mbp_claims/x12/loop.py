"""The segments of one loop by their names, and what a claim and a line have in common: REF, DTM, AMT."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mbp_claims.domain.remit_line import Reference
from mbp_claims.x12.segment import Segment

Order = Mapping[str, int]
"""The guide's order of the segments of a loop: their rank by name."""


def in_order(*names: str) -> Order:
    return {name: rank for rank, name in enumerate(names)}


class Loop:
    """A loop's first segment, and the others by name. A note is left where the guide's order is not kept."""

    def __init__(self, segments: Sequence[Segment], order: Order):
        self.head = segments[0]
        self._named: dict[str, list[Segment]] = {}
        rank = -1
        for segment in segments:
            name = segment.id
            if name in self._named:
                self._named[name].append(segment)
            else:
                self._named[name] = [segment]
            here = order[name]
            if here < rank:
                segment.note("it stands later than the guide has it")
            else:
                rank = here

    def all(self, name: str) -> Sequence[Segment]:
        """Every segment of that name, in the file's order."""
        return self._named.get(name, ())

    def references(self) -> tuple[Reference, ...]:
        """REF: qualifier and value."""
        return tuple([Reference(ref.required(1), ref.text(2)) for ref in self.all("REF")])

    def days(self) -> dict[str, date]:
        """DTM: day by qualifier. X12Error on one that is no date."""
        return {dtm.text(1): dtm.day(2) for dtm in self.all("DTM")}

    def supplemental(self) -> tuple[tuple[str, int], ...]:
        """AMT: qualifier and cents."""
        return tuple([(amt.required(1), amt.cents(2)) for amt in self.all("AMT")])

    def quantities(self) -> tuple[tuple[str, str], ...]:
        """QTY: qualifier and number as it is written."""
        return tuple([(qty.required(1), qty.quantity(2) or "") for qty in self.all("QTY")])


def notes_of(segments: Iterable[Segment]) -> tuple[str, ...]:
    """What is odd about them, each finding once."""
    found: dict[str, str] = {}
    for segment in segments:
        if segment.notes:
            found |= {what: sentence for what, sentence in segment.notes.items() if what not in found}
    return tuple(found.values())
