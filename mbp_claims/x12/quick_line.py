"""The usual service line of an 835 (loop 2110)."""

from datetime import date

from mbp_claims.domain.remit_line import Reference, RemitAdjustment, RemitLine
from mbp_claims.x12.era_line import ORDER, Period, period_of, procedure_of
from mbp_claims.x12.page import USUAL, Delimiters
from mbp_claims.x12.quick_elements import CENTS, new, optional_number
from mbp_claims.x12.quick_segments import Sayings


def quick_line(pieces: list[str], known: Sayings, delimiters: Delimiters, statement: Period, number: int) -> RemitLine:
    """From its SVC on; `number` is that of the segment. An error without words when anything is odd."""
    adjustments: tuple[RemitAdjustment, ...] = ()
    references: tuple[Reference, ...] = ()
    supplemental: tuple[tuple[str, int], ...] = ()
    remarks: tuple[str, ...] = ()
    days: dict[str, date] = {}
    rank = 0
    for piece in pieces[1:]:
        name, said = known[piece]
        if (here := ORDER[name]) < rank:
            raise ValueError
        rank = here
        if name == "CAS":
            adjustments += said
        elif name == "DTM":
            days[said[0]] = said[1]
        elif name == "REF":
            references += said
        elif name == "AMT":
            supplemental += said
        else:
            remarks += said
    svc = pieces[0].split(delimiters.element)
    size = len(svc)
    procedure = procedure_of(svc[1], delimiters.component)
    submitted = procedure_of(svc[6], delimiters.component) if size > 6 and svc[6] else None
    if procedure is None or size > 8 or (submitted is None and size > 6 and svc[6]) or len(pieces[0]) > USUAL:
        raise ValueError
    start, end = period_of(days) or statement
    return new(RemitLine, (
        procedure, CENTS[svc[2]], CENTS[svc[3]], optional_number(svc, 5) or "1", submitted, start, end, adjustments,
        remarks, references, supplemental, (), optional_number(svc, 7), svc[4] if size > 4 else "", number,
    ))  # fmt: skip
