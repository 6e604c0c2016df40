"""The segments of one loop: what a claim and a line have in common (CAS, REF, DTM, AMT, QTY), the others by name."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mbp_claims.domain.remit_line import Reference, RemitAdjustment
from mbp_claims.words import _
from mbp_claims.x12.era_cas import adjustments_of
from mbp_claims.x12.segment import Segment

Order = Mapping[str, int]
"""The guide's order of the segments of a loop: their rank by name."""


def in_order(*names: str) -> Order:
    return {name: rank for rank, name in enumerate(names)}


class Loop:
    """A loop's first segment, and what the others say. A note is left where the guide's order is not kept.

    `references` are its REF, `days` its DTM by qualifier, `supplemental` its AMT in cents, `quantities` its QTY as they
    are written, `adjustments` its CAS. X12Error on what is not what it should be.
    """

    def __init__(self, segments: Sequence[Segment], order: Order):
        self.head = segments[0]
        self.adjustments: list[RemitAdjustment] = []
        self.references: list[Reference] = []
        self.days: dict[str, date] = {}
        self.supplemental: list[tuple[str, int]] = []
        self.quantities: list[tuple[str, str]] = []
        self._others: dict[str, list[Segment]] = {}
        rank = 0
        for segment in segments[1:]:
            name = segment.id
            if (here := order[name]) < rank:
                segment.note(_("it stands later than the guide has it"))
            else:
                rank = here
            if name == "CAS":
                self.adjustments += adjustments_of(segment)
            elif name == "REF":
                self.references.append(Reference(segment.required(1), segment.text(2)))
            elif name == "DTM":
                self.days[segment.text(1)] = segment.day(2)
            elif name == "AMT":
                self.supplemental.append((segment.required(1), segment.cents(2)))
            elif name == "QTY":
                self.quantities.append((segment.required(1), segment.quantity(2) or ""))
            else:
                self._others.setdefault(name, []).append(segment)

    def all(self, name: str) -> Sequence[Segment]:
        """Every other segment of that name, in the file's order."""
        return self._others.get(name, ())


def notes_of(segments: Iterable[Segment]) -> tuple[str, ...]:
    """What is odd about them, each finding once."""
    found: dict[str, str] = {}
    for segment in segments:
        for what, sentence in (segment.notes or {}).items():
            found.setdefault(what, sentence)
    return tuple(found.values())
