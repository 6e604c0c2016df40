"""An 835 in words, line by line as it is read."""

from collections.abc import Iterator

from mbp_claims.cli.era_detail import Detail
from mbp_claims.domain.codes import CLAIM_STATUS, meaning, provider_adjustment, remark
from mbp_claims.domain.days import show_day
from mbp_claims.domain.imbalance import Imbalance
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import RemitAdjustment, RemitLine
from mbp_claims.domain.remit_payment import PaymentEnd, PaymentHead
from mbp_claims.x12.era_reader import Part
from mbp_claims.x12.error import X12Error

VERDICTS = (
    "Everything adds up.",
    "Not everything adds up or could be read; see above.",
    "Refused. Nothing of it is to be used.",
)
MARKS = {True: "Does not add up: ", False: "Look at it: "}


class TextReport:
    """The file's name, each payment with its claims, a verdict."""

    def __init__(self, detail: Detail):
        self._detail = detail

    def begin(self, name: str) -> Iterator[str]:
        yield name

    def part(self, part: Part) -> Iterator[str]:
        match part:
            case PaymentHead():
                yield from _head(part)
            case UnreadableClaim():
                yield f"    Could not be read: {part.sentence}"
            case RemitClaim() if not self._detail.leaves_out(part):
                yield from self._claim(part)
            case PaymentEnd():
                yield from _end(part)

    def refuse(self, error: X12Error) -> Iterator[str]:
        yield f"  {error.sentence}"

    def end(self, status: int) -> Iterator[str]:
        yield f"  {VERDICTS[status]}"
        yield ""

    def close(self, status: int) -> Iterator[str]:
        yield from ()

    def _claim(self, claim: RemitClaim) -> Iterator[str]:
        name = f", {claim.patient.name}" if self._detail.names and claim.patient else ""
        money = f"{format_cents(claim.charge_cents)} charged, {format_cents(claim.paid_cents)} paid"
        share = claim.patient_responsibility_cents
        client = f", {format_cents(share)} the client’s share" if share else ""
        yield f"    {claim.claim_number}{name}: {CLAIM_STATUS[claim.status]}. {money}{client}."
        if self._detail.lines:
            yield from map(_reason, claim.adjustments)
            yield from (f"      {code}: {remark(code)}" for code in claim.remarks)
            for line in claim.lines:
                yield from _line(line)
        yield from _to_look_at(claim.imbalances(), claim.warnings, "      ")


def _head(head: PaymentHead) -> Iterator[str]:
    payee = f" to {head.payee_name}" if head.payee_name else ""
    payer = f"{head.payer_name} ({head.payer_identifier})" if head.payer_identifier else head.payer_name
    test = " Test data." if head.interchange.is_test else ""
    yield f"  Payment {head.trace_number} of {format_cents(head.total_cents)} ({head.method}), {show_day(head.paid_on)}"
    yield f"  {payer}{payee}.{test}"


def _line(line: RemitLine) -> Iterator[str]:
    code = "-".join((line.procedure.code, *line.procedure.modifiers))
    money = f"{format_cents(line.charge_cents)} charged, {format_cents(line.paid_cents)} paid"
    yield f"      {' '.join(filter(None, (code, show_day(line.service_from))))}: {money}."
    yield from (f"  {text}" for text in map(_reason, line.adjustments))
    yield from (f"        {code}: {remark(code)}" for code in line.remarks)


def _reason(one: RemitAdjustment) -> str:
    return f"      {one.group}-{one.reason} {format_cents(one.amount_cents)}: {meaning(one.reason)}"


def _end(end: PaymentEnd) -> Iterator[str]:
    for one in end.provider_adjustments:
        about = f"{one.reason} {one.reference}".strip()
        words = provider_adjustment(one.reason)
        amount = format_cents(-one.amount_cents)
        yield f"    Not about a claim of this payment: {about}, {amount} to the payment. {words}."
    yield from _to_look_at((end.imbalance,) if end.imbalance else (), end.warnings, "    ")
    if not end.imbalance:
        yield f"  {_terms(end)} = {format_cents(end.head.total_cents)} paid out."


def _terms(end: PaymentEnd) -> str:
    claims = f"{format_cents(end.claims_paid_cents)} paid on {end.claims:,} {'claim' if end.claims == 1 else 'claims'}"
    withheld = sum(one.amount_cents for one in end.provider_adjustments)
    if not withheld:
        return claims
    return f"{claims} {'-' if withheld > 0 else '+'} {format_cents(abs(withheld))} provider adjustments"


def _to_look_at(imbalances: tuple[Imbalance, ...], warnings: tuple[str, ...], indent: str) -> Iterator[str]:
    yield from (f"{indent}{MARKS[one.blocks]}{one.sentence}" for one in imbalances)
    yield from (f"{indent}Odd, and read all the same: {sentence}" for sentence in warnings)
