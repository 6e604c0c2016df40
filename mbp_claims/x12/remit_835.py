"""A payment as 835 text (005010X221A1): what a payer would send, for demonstrations and tests."""

from datetime import datetime

from mbp_claims.domain.money import x12_cents
from mbp_claims.domain.remit import Payment
from mbp_claims.domain.remit_claim import Party, RemitClaim
from mbp_claims.domain.remit_line import RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import ProviderAdjustment
from mbp_claims.x12.writing import COMPONENT, TERMINATOR, day, isa, segment

GUIDE = "005010X221A1"
ORIGINATOR = "1512345678"


def write_835(payment: Payment, at: datetime) -> str:
    """One interchange with the one payment, one segment a line; `at` is when the payer made the file."""
    body = [
        segment("ST", "835", payment.control_number),
        *_head(payment),
        segment("LX", "1"),
        *(written for claim in payment.claims for written in _claim(claim)),
        *map(_withheld, payment.provider_adjustments),
    ]
    body.append(segment("SE", str(len(body) + 1), payment.control_number))
    envelope = payment.interchange
    group = envelope.control_number.lstrip("0")
    whole = [
        isa(envelope.sender, envelope.receiver, at, int(envelope.control_number), "T" if envelope.is_test else "P"),
        segment("GS", "HP", envelope.sender, envelope.receiver, day(at), f"{at:%H%M}", group, "X", GUIDE),
        *body,
        segment("GE", "1", group),
        segment("IEA", "1", envelope.control_number),
    ]
    return "".join(f"{written}{TERMINATOR}\n" for written in whole)


def _withheld(one: ProviderAdjustment) -> str:
    """The fiscal year ends in December where nothing else is said."""
    ends = day(one.fiscal_year_end) if one.fiscal_year_end else "20261231"
    return segment("PLB", one.provider, ends, f"{one.reason}{COMPONENT}{one.reference}", x12_cents(one.amount_cents))


def _head(payment: Payment) -> list[str]:
    """From BPR to the payee: the payer's bank and address are invented."""
    paid = payment.total_cents > 0
    bank = ["CCP", "01", "999999992", "DA", "123456", ORIGINATOR, "", "01", "999988880", "DA", "98765"]
    transfer = ["ACH", *bank] if paid else ["NON", *[""] * len(bank)]
    return [
        segment("BPR", "I" if paid else "H", x12_cents(payment.total_cents), "C", *transfer, day(payment.paid_on)),
        segment("TRN", "1", payment.trace_number, payment.trace_originator),
        segment("REF", "EV", payment.interchange.receiver),
        segment("DTM", "405", day(payment.produced_on or payment.paid_on)),
        segment("N1", "PR", payment.payer_name, "XV", payment.payer_identifier),
        segment("N3", "PO BOX 1200"),
        segment("N4", "HARTFORD", "CT", "061561200"),
        segment("PER", "BL", "PROVIDER SERVICES", "TE", "8005550100"),
        segment("N1", "PE", payment.payee_name, "XX", payment.payee_npi),
        segment("REF", "TJ", payment.payee_tax_id),
    ]


def _claim(claim: RemitClaim) -> list[str]:
    return [
        segment(
            "CLP", claim.claim_number, claim.status, x12_cents(claim.charge_cents), x12_cents(claim.paid_cents),
            x12_cents(claim.patient_responsibility_cents or 0), claim.filing_code, claim.payer_control_number, "11",
            claim.frequency,
        ),
        *_adjustments(claim.adjustments),
        *([_person("QC", claim.patient)] if claim.patient else []),
        *([_person("82", claim.rendering)] if claim.rendering else []),
        *(segment("REF", one.qualifier, one.value) for one in claim.references),
        *(written for line in claim.lines for written in _line(line)),
    ]  # fmt: skip


def _person(role: str, person: Party) -> str:
    return segment(
        "NM1", role, "1", person.last, person.first, person.middle, "", "", person.id_qualifier, person.identifier
    )


def _line(line: RemitLine) -> list[str]:
    procedure = (line.procedure.qualifier, line.procedure.code, *line.procedure.modifiers)
    return [
        segment("SVC", procedure, x12_cents(line.charge_cents), x12_cents(line.paid_cents), "", line.units),
        *([segment("DTM", "472", day(line.service_from))] if line.service_from else []),
        *_adjustments(line.adjustments),
        *(segment("REF", one.qualifier, one.value) for one in line.references),
        *(segment("AMT", kind, x12_cents(cents)) for kind, cents in line.supplemental),
    ]


def _adjustments(reductions: tuple[RemitAdjustment, ...]) -> list[str]:
    return [segment("CAS", one.group, one.reason, x12_cents(one.amount_cents)) for one in reductions]
