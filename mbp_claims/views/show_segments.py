"""Segments of a file, as they are quoted."""

from collections.abc import Iterable

from mbp_claims.views.era_review import Segment


def quoted(found: Iterable[tuple[int, str]], bad: int = 0) -> list[Segment]:
    """`bad` is the number of the one that could not be read."""
    return [Segment(str(number), text, number == bad) for number, text in found]
