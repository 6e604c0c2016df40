"""What the usual segments of a claim say: a payer says most of it again and again, so that it is kept by its text."""

from datetime import date
from typing import Any

from mbp_claims.domain.remit_claim import Party
from mbp_claims.domain.remit_line import Reference, RemitAdjustment
from mbp_claims.x12.era_cas import GROUPS
from mbp_claims.x12.era_claim import ROLES
from mbp_claims.x12.page import USUAL
from mbp_claims.x12.quick_elements import CENTS, DAYS, REASONS, Elements, new, optional_number

MOST_KEPT = 1 << 9
_SOMEBODY = ("QC", "IL", "74", "GB")


class Sayings(dict[str, tuple[str, Any]]):
    """By a segment's text its name, and what that adds to its loop. An error without words where anything is odd.

    Not kept is what names a client or one line. What a payer repeats comes early, and a small table is a quick one:
    after the first few hundred nothing is added.
    """

    def __init__(self, separator: str):
        super().__init__()
        self._separator = separator

    def __missing__(self, text: str) -> tuple[str, Any]:
        row = text.split(self._separator)
        name, size = row[0], len(row)
        if len(text) > USUAL or size > _MOST[name]:
            raise ValueError
        if name == "REF" and row[1]:
            return name, (new(Reference, (row[1], row[2])),)
        said = name, _SAYS[name](row, size)
        if row[1] not in _SOMEBODY and len(self) < MOST_KEPT:
            self[text] = said
        return said


def _adjustments(cas: Elements, size: int) -> tuple[RemitAdjustment, ...]:
    group = cas[1]
    if group not in GROUPS or size < 4:
        raise ValueError
    if size == 4:
        return (new(RemitAdjustment, (group, REASONS[cas[2]], CENTS[cas[3]], None)),)
    return tuple([
        new(RemitAdjustment, (group, REASONS[cas[at]], CENTS[cas[at + 1]], optional_number(cas, at + 2)))
        for at in range(2, size, 3)
    ])  # fmt: skip


def _supplemental(amt: Elements, size: int) -> tuple[tuple[str, int]]:
    if not amt[1]:
        raise ValueError
    return ((amt[1], CENTS[amt[2]]),)


def _remark(lq: Elements, size: int) -> tuple[str]:
    if not lq[2]:
        raise ValueError
    return (lq[2],)


def _day(dtm: Elements, size: int) -> tuple[str, date]:
    return dtm[1], DAYS[dtm[2]]


def _party(nm1: Elements, size: int) -> tuple[str, Party]:
    role = nm1[1]
    if role not in ROLES:
        raise ValueError
    if size == 10:
        return role, new(Party, (nm1[3], nm1[4], nm1[5], nm1[8], nm1[9]))
    _, _, _, last, first, middle, _, _, qualifier, identifier, *_ = (*nm1, *[""] * 9)
    return role, Party(last, first, middle, qualifier, identifier)


def _verbatim(row: Elements, size: int) -> tuple[str, ...]:
    if size < 2:
        raise ValueError
    return tuple(row[1:])


_SAYS = {
    "CAS": _adjustments, "AMT": _supplemental, "LQ": _remark, "DTM": _day, "NM1": _party,
    "MOA": _verbatim, "MIA": _verbatim, "PER": _verbatim,
}  # fmt: skip
_MOST = {"CAS": 20, "REF": 5, "AMT": 4, "LQ": 3, "DTM": 7, "NM1": 13, "MOA": 10, "MIA": 25, "PER": 10}
"""Elements, the name among them."""
