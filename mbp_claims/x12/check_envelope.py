"""The envelope of a finished 837P: that it is whole, and that its counts and control numbers agree."""

from collections.abc import Iterator
from itertools import pairwise

from mbp_claims.words import _
from mbp_claims.x12.written_claim import WrittenLoop

PAIRS = {"SE": ("ST", 2, 2), "GE": ("GS", 6, 2), "IEA": ("ISA", 13, 2)}
"""Each closing segment: what it closes, and where both have their control number."""


def envelope_faults(file: WrittenLoop) -> list[str]:
    """Of all segments of the file, in their order."""
    names = [segment.element(0) for segment in file]
    if names[:3] != ["ISA", "GS", "ST"] or names[-3:] != ["SE", "GE", "IEA"]:
        return ["The file is not whole: it must begin with ISA, GS and ST and end with SE, GE and IEA."]
    return [*_number_faults(file), *_count_faults(file, names)]


def _number_faults(file: WrittenLoop) -> Iterator[str]:
    opened: dict[str, str] = {}
    for segment in file:
        name = segment.element(0)
        if name in PAIRS:
            start, there, here = PAIRS[name]
            if segment.element(here) != opened.get(start):
                yield _(
                    "The control number in {name}{here:02d} is not the one in {start}{there:02d}.",
                    name=name,
                    here=here,
                    start=start,
                    there=there,
                )
        for start, there, __ in PAIRS.values():
            if name == start:
                opened[name] = segment.element(there)


def _count_faults(file: WrittenLoop, names: list[str]) -> Iterator[str]:
    starts = [place for place, name in enumerate(names) if name == "ST"]
    ends = [place for place, name in enumerate(names) if name == "SE"]
    for start, end in zip(starts, ends, strict=False):
        counted, said = end - start + 1, file[end].element(1)
        if said != str(counted):
            yield _("SE01 says {said} segments; there are {counted}.", said=said, counted=counted)
    said = file.find("GE").element(1)
    if said != str(len(starts)):
        yield _("GE01 says {said} transaction sets; there are {count}.", said=said, count=len(starts))
    if file.find("IEA").element(1) != str(names.count("GS")):
        yield _(
            "IEA01 says {said} groups; there are {count}.", said=file.find("IEA").element(1), count=names.count("GS")
        )
    numbers = [file[place].element(2) for place in starts]
    if len(set(numbers)) < len(numbers):
        yield _("Two transaction sets have the same control number (ST02).")
    levels = [segment.element(1) for segment in file if segment.starts("HL")]
    if any(after not in ("1", str(int(before) + 1)) for before, after in pairwise(levels) if before.isdecimal()):
        yield _("The levels (HL01) are not numbered 1, 2, 3.")
