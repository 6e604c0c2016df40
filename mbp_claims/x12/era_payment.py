"""What an 835 says about the payment itself: BPR, TRN, N1 before the claims, PLB after them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from mbp_claims.domain.remit_line import Reference, value_of
from mbp_claims.domain.remit_payment import Contact, Interchange, PaymentHead, ProviderAdjustment
from mbp_claims.words import _
from mbp_claims.x12.error import shown
from mbp_claims.x12.segment import Segment

_PLB_PAIRS = range(3, 15, 2)
_PER_PAIRS = (3, 5, 7)
NPI = "XX"


@dataclass(frozen=True, slots=True)
class _Organisation:
    """An N1 and the references after it."""

    name: str = ""
    qualifier: str = ""
    identifier: str = ""
    references: tuple[Reference, ...] = ()


def head_of(header: Sequence[Segment], interchange: Interchange) -> PaymentHead:
    """`header` goes from ST to the last segment before the first claim."""
    st, bpr, trn = header[0], _the_only(header, "BPR"), _the_only(header, "TRN")
    _check_order(header)
    _check_currency(header)
    payer, payee = _organisation(header, "PR"), _organisation(header, "PE")
    return PaymentHead(
        interchange=interchange,
        control_number=st.text(2),
        total_cents=_total(bpr),
        method=bpr.text(4),
        paid_on=bpr.day(16),
        trace_number=trn.required(2),
        trace_originator=trn.text(3),
        payer_name=payer.name,
        payer_identifier=payer.identifier or value_of("2U", payer.references) or "",
        payee_name=payee.name,
        payee_npi=payee.identifier if payee.qualifier == NPI else "",
        payee_tax_id=payee.identifier if payee.qualifier == "FI" else value_of("TJ", payee.references) or "",
        produced_on=_produced_on(header),
        references=_references(takewhile(lambda segment: segment.id != "N1", header)),
        payer_references=payer.references,
        payee_references=payee.references,
        contacts=tuple(_contact(segment) for segment in header if segment.id == "PER"),
    )


def _the_only(header: Sequence[Segment], name: str) -> Segment:
    found = [segment for segment in header if segment.id == name]
    if not found:
        raise header[-1].fault(None, _("the payment has no {name} before its first claim", name=name))
    if len(found) > 1:
        raise found[1].fault(None, _("the payment has a second {name}", name=name))
    return found[0]


def _check_order(header: Sequence[Segment]) -> None:
    if header[1].id != "BPR":
        raise header[1].fault(None, _("BPR is expected right after ST"))
    if not any(segment.id == "PER" and segment.text(1) == "BL" for segment in header):
        header[0].note(_("the payer gave no contact (PER*BL)"))


def _check_currency(header: Sequence[Segment]) -> None:
    for cur in header:
        if cur.id == "CUR" and cur.text(2) != "USD":
            raise cur.fault(
                2, _("{found} is found, amounts are expected in US dollars (USD)", found=shown(cur.text(2)))
            )


def _total(bpr: Segment) -> int:
    total = bpr.cents(2)
    if total < 0:
        bpr.note(_("the payment is negative"), 2)
    return total


def _produced_on(header: Sequence[Segment]) -> date | None:
    return next((dtm.day(2) for dtm in header if dtm.id == "DTM" and dtm.text(1) == "405"), None)


def _organisation(header: Sequence[Segment], code: str) -> _Organisation:
    """The payer (PR) or the payee (PE)."""
    starts = [at for at, segment in enumerate(header) if segment.id == "N1"]
    for at in starts:
        n1 = header[at]
        if n1.text(1) == code:
            end = next((other for other in starts if other > at), len(header))
            return _Organisation(n1.text(2), n1.text(3), n1.text(4), _references(header[at:end]))
    raise header[-1].fault(None, _("the payment has no N1*{code} before its first claim", code=code))


def _references(segments: Iterable[Segment]) -> tuple[Reference, ...]:
    return tuple(Reference(ref.text(1), ref.text(2)) for ref in segments if ref.id == "REF")


def _contact(per: Segment) -> Contact:
    numbers = tuple((per.text(at), per.text(at + 1)) for at in _PER_PAIRS if per.text(at + 1))
    return Contact(per.text(1), per.text(2), numbers)


def provider_adjustments_of(segments: Sequence[Segment]) -> tuple[ProviderAdjustment, ...]:
    """Every PLB, up to six pairs of `reason:reference` and amount in each."""
    return tuple(adjustment for plb in segments for adjustment in _adjustments(plb))


def _adjustments(plb: Segment) -> Iterator[ProviderAdjustment]:
    provider, year_end = plb.text(1), plb.day(2) if plb.text(2) else None
    plb.required(3)
    for at in _PLB_PAIRS:
        if plb.text(at) or plb.text(at + 1):
            reason, *reference = plb.parts(at)
            if not reason:
                raise plb.fault(at, _("an amount has no reason"))
            yield ProviderAdjustment(reason, ":".join(reference), plb.cents(at + 1), provider, year_end)
