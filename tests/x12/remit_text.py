"""Writes what an 835 says as 835 text: the reader's opposite, for tests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mbp_claims.domain.money import x12_cents
from mbp_claims.domain.remit import Payment, RemitFile
from mbp_claims.domain.remit_claim import Party, RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import ProviderAdjustment

Elements = list[str]


@dataclass(frozen=True)
class Marks:
    """Delimiters, and what follows a terminator."""

    element: str = "*"
    component: str = ":"
    terminator: str = "~"
    after: str = "\n"


PLAIN = Marks()


def remit_text(file: RemitFile, marks: Marks = PLAIN) -> str:
    """An interchange and a group around each payment."""
    segments = (one for payment in file.payments for one in _interchange(payment, marks))
    return "".join(marks.element.join(one) + marks.terminator + marks.after for one in segments)


def _interchange(payment: Payment, marks: Marks) -> Iterator[Elements]:
    isa = payment.interchange
    usage = "T" if isa.is_test else "P"
    blank = " " * 10
    yield [
        "ISA", "00", blank, "00", blank, "ZZ", isa.sender.ljust(15), "ZZ", isa.receiver.ljust(15), "260101", "0900",
        "^", "00501", isa.control_number, "0", usage, marks.component,
    ]  # fmt: skip
    yield ["GS", "HP", isa.sender, isa.receiver, "20260101", "0900", "7", "X", "005010X221A1"]
    transaction = list(_transaction(payment, marks))
    yield from transaction
    yield ["SE", str(len(transaction) + 1), payment.control_number]
    yield ["GE", "1", "7"]
    yield ["IEA", "1", isa.control_number]


def _transaction(payment: Payment, marks: Marks) -> Iterator[Elements]:
    yield ["ST", "835", payment.control_number]
    yield ["BPR", "I", x12_cents(payment.total_cents), "C", payment.method, *[""] * 11, _day(payment.paid_on)]
    yield ["TRN", "1", payment.trace_number, payment.trace_originator]
    yield from _references(payment.references)
    yield from _dates({"405": payment.produced_on})
    yield ["N1", "PR", payment.payer_name, "XV", payment.payer_identifier]
    yield from _references(payment.payer_references)
    for contact in payment.contacts:
        yield ["PER", contact.function, contact.name, *(text for pair in contact.numbers for text in pair)]
    yield ["N1", "PE", payment.payee_name, "XX", payment.payee_npi]
    yield from _references(payment.payee_references)
    yield ["LX", "1"]
    for claim in payment.claims:
        yield from _claim(claim, marks)
    yield from _provider_adjustments(payment.provider_adjustments, marks)


def _claim(claim: RemitClaim, marks: Marks) -> Iterator[Elements]:
    responsible = claim.patient_responsibility_cents
    money = [
        x12_cents(claim.charge_cents),
        x12_cents(claim.paid_cents),
        "" if responsible is None else x12_cents(responsible),
    ]
    yield _trimmed(
        [
            "CLP",
            claim.claim_number,
            claim.status,
            *money,
            claim.filing_code,
            claim.payer_control_number,
            "11",
            claim.frequency,
        ]
    )
    yield from _adjustments(claim.adjustments)
    yield from _parties(claim)
    yield from (["MIA", *claim.mia], ["MOA", *claim.moa])[not claim.mia : 1 + bool(claim.moa)]
    yield from _references(claim.references)
    yield from _dates({"050": claim.received_on, "232": claim.statement_from, "233": claim.statement_to})
    yield from _amounts(claim.supplemental)
    yield from _quantities(claim.quantities)
    for line in claim.lines:
        yield from _line(line, marks)


def _parties(claim: RemitClaim) -> Iterator[Elements]:
    named: dict[str, Party | None] = {
        "QC": claim.patient, "IL": claim.subscriber, "74": claim.corrected_insured, "82": claim.rendering,
        "TT": claim.crossover_carrier, "PR": claim.corrected_payer, "GB": claim.other_subscriber,
    }  # fmt: skip
    for code, party in named.items():
        if party:
            names = [party.last, party.first, party.middle]
            yield _trimmed(["NM1", code, "1", *names, "", "", party.id_qualifier, party.identifier])


def _line(line: RemitLine, marks: Marks) -> Iterator[Elements]:
    submitted = _procedure(line.submitted, marks) if line.submitted else ""
    money = [x12_cents(line.charge_cents), x12_cents(line.paid_cents)]
    billed = [submitted, line.submitted_units or ""]
    yield _trimmed(["SVC", _procedure(line.procedure, marks), *money, line.revenue_code, line.units, *billed])
    if line.service_from == line.service_to:
        yield from _dates({"472": line.service_from})
    else:
        yield from _dates({"150": line.service_from, "151": line.service_to})
    yield from _adjustments(line.adjustments)
    yield from _references(line.references)
    yield from _amounts(line.supplemental)
    yield from _quantities(line.quantities)
    yield from (["LQ", "HE", code] for code in line.remarks)


def _adjustments(adjustments: Iterable[RemitAdjustment]) -> Iterator[Elements]:
    """Neighbours of one group share a CAS, six at most."""
    for group, neighbours in groupby(adjustments, key=lambda one: one.group):
        for six in _sixes(list(neighbours)):
            triples = ([one.reason, x12_cents(one.amount_cents), one.quantity or ""] for one in six)
            yield _trimmed(["CAS", group, *(element for triple in triples for element in triple)])


def _provider_adjustments(adjustments: Iterable[ProviderAdjustment], marks: Marks) -> Iterator[Elements]:
    for (provider, year_end), neighbours in groupby(adjustments, key=lambda one: (one.provider, one.fiscal_year_end)):
        for six in _sixes(list(neighbours)):
            pairs = ([marks.component.join([one.reason, one.reference]), x12_cents(one.amount_cents)] for one in six)
            yield ["PLB", provider, _day(year_end), *(element for pair in pairs for element in pair)]


def _sixes(found: list) -> Iterator[list]:
    return (found[at : at + 6] for at in range(0, len(found), 6))


def _procedure(procedure: Procedure, marks: Marks) -> str:
    return marks.component.join([procedure.qualifier, procedure.code, *procedure.modifiers])


def _references(references: Iterable[Reference]) -> Iterator[Elements]:
    return (["REF", one.qualifier, one.value] for one in references)


def _amounts(amounts: Iterable[tuple[str, int]]) -> Iterator[Elements]:
    return (["AMT", qualifier, x12_cents(cents)] for qualifier, cents in amounts)


def _quantities(counted: Iterable[tuple[str, str]]) -> Iterator[Elements]:
    return (["QTY", qualifier, number] for qualifier, number in counted)


def _dates(days: dict[str, date | None]) -> Iterator[Elements]:
    return (["DTM", qualifier, _day(day)] for qualifier, day in days.items() if day)


def _day(day: date | None) -> str:
    return day.strftime("%Y%m%d") if day else ""


def _trimmed(elements: Elements) -> Elements:
    while not elements[-1]:
        elements.pop()
    return elements
