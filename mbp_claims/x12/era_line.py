"""One service line of an 835: SVC and what follows it (loop 2110)."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from mbp_claims.domain.remit_line import Procedure, RemitLine
from mbp_claims.words import _
from mbp_claims.x12.loop import Loop, in_order
from mbp_claims.x12.segment import Segment

ORDER = in_order("SVC", "DTM", "CAS", "REF", "AMT", "QTY", "LQ")
Period = tuple[date | None, date | None]


def line_of(segments: Sequence[Segment], statement: Period) -> RemitLine:
    """A line without a date of its own takes the claim's `statement` dates; without units it is 1."""
    loop = Loop(segments, ORDER)
    svc = loop.head
    service_from, service_to = period_of(loop.days) or statement
    return RemitLine(
        procedure=_procedure(svc, 1),
        charge_cents=svc.cents(2),
        paid_cents=svc.cents(3),
        units=svc.quantity(5) or "1",
        submitted=_procedure(svc, 6) if svc.text(6) else None,
        service_from=service_from,
        service_to=service_to,
        adjustments=tuple(loop.adjustments),
        remarks=tuple([lq.required(2) for lq in loop.all("LQ")]),
        references=tuple(loop.references),
        supplemental=tuple(loop.supplemental),
        quantities=tuple(loop.quantities),
        submitted_units=svc.quantity(7),
        revenue_code=svc.text(4),
        segment=svc.number,
    )


def period_of(days: dict[str, date]) -> Period | None:
    """DTM*472, else 150 and 151."""
    start = days.get("472") or days.get("150") or days.get("151")
    return (start, days.get("472") or days.get("151") or start) if start else None


def _procedure(svc: Segment, position: int) -> Procedure:
    """`HC:90837:95`: qualifier, code, up to four modifiers; a description after them is left."""
    found = procedure_of(svc.text(position), svc.page.delimiters.component)
    if found is None:
        raise svc.fault(position, _("it names no procedure such as HC:90837"))
    return found


@lru_cache(maxsize=4096)
def procedure_of(text: str, component: str) -> Procedure | None:
    """None for a text that names no procedure."""
    qualifier, *rest = text.split(component)
    return Procedure(rest[0], qualifier, tuple(filter(None, rest[1:5]))) if qualifier and rest and rest[0] else None
