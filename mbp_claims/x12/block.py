"""All segments of one claim as they stand on a page where nothing is odd: split, and no more."""

from collections.abc import Iterator

from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.x12.page import Page
from mbp_claims.x12.quick_claim import quick_claim
from mbp_claims.x12.segment import Segment


class Block:
    """From a CLP up to what comes after the claim. `number` is the CLP's, counted from ST = 1; `start` its place on the
    page."""

    __slots__ = ("_page", "_rows", "_start", "number")

    def __init__(self, page: Page, start: int, end: int, number: int):
        separator = page.delimiters.element
        self._rows = [piece.split(separator) for piece in page.flat[start:end]]
        self._page, self._start, self.number = page, start, number

    def claim(self) -> RemitClaim | None:
        """None when it has anything odd: then its `segments` are to be read one by one."""
        return quick_claim(self._rows, self._page.delimiters.component, self.number)

    def segments(self) -> Iterator[Segment]:
        """X12Error at one without a name."""
        for place, row in enumerate(self._rows):
            segment = Segment(row, self._page, self._start + place, self.number + place)
            segment.check_name()
            yield segment
