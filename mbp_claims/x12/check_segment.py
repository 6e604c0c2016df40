"""One segment of a finished 837P by itself: its name, its characters, its end, the dates in it."""

import re
from collections.abc import Iterator

from mbp_claims.words import _
from mbp_claims.x12.amounts import day_of
from mbp_claims.x12.written_claim import WrittenSegment

KNOWN = frozenset((
    "ISA", "GS", "ST", "BHT", "NM1", "PER", "HL", "PRV", "N3", "N4", "REF", "SBR", "PAT", "DMG", "CLM", "HI", "CAS",
    "AMT", "OI", "MOA", "LX", "SV1", "DTP", "SVD", "SE", "GE", "IEA",
))  # fmt: skip
ALLOWED = re.compile(r"[A-Z0-9 !\"&'()+,\-./:;?=%@\[\]_{}\\|<>#$^]*")
DATES = {"DTP": (2, 3), "DMG": (1, 2)}
"""Where a segment has a qualifier D8 and where the date that it speaks of."""


def segment_faults(segment: WrittenSegment) -> Iterator[str]:
    name = segment.element(0)
    if name not in KNOWN:
        capital = name.upper()
        if capital in KNOWN:
            yield _("Segment “{name}” must be in capitals.", name=name)
        else:
            yield _("Segment “{name}” is none of an 837P.", name=name)
        return
    if name != "ISA" and any(part == "" or part.endswith(":") for part in segment[-1:]):
        yield _("Segment {name} ends with empty elements.", name=name)
    for place, element in enumerate(segment[1:], 1):
        if not ALLOWED.fullmatch(element):
            yield _(
                "{name}{place:02d}: “{element}” holds a character that X12 does not allow here.",
                name=name,
                place=place,
                element=element,
            )
    if name in DATES:
        yield from _date_faults(segment, *DATES[name])


def _date_faults(segment: WrittenSegment, format_at: int, date_at: int) -> Iterator[str]:
    if segment.element(format_at) != "D8":
        return
    try:
        day_of(segment.element(date_at))
    except ValueError as wrong:
        yield f"{segment.element(0)}{date_at:02d}: “{segment.element(date_at)}” {wrong}."
