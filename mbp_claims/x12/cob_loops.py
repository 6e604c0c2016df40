"""What the payer before has answered: loops 2320, 2330A, 2330B and, line by line, 2430.

The answer stands at the level at which it was given, once: DTP*573 and AMT*EAF are never written at both.
"""

from collections.abc import Sequence

from mbp_claims.domain.answer import CLAIM_LEVEL, PATIENT, LinePayment, Reduction, total
from mbp_claims.domain.claim import ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.filing import PriorPayer
from mbp_claims.domain.money import x12_cents
from mbp_claims.domain.plan import InsurancePlan, Relationship
from mbp_claims.x12.party_loops import address, payer_name, subscriber_name, subscription
from mbp_claims.x12.writing import Element, day, segment

REASONS_IN_A_SEGMENT = 6
MOA_ELEMENTS = 9


def other_payer(prior: PriorPayer, client: Client) -> list[str]:
    """Loops 2320, 2330A and 2330B."""
    answer = prior.answer
    reductions = answer.of_line(CLAIM_LEVEL) if answer.by_line else answer.reductions
    return [
        subscription(prior.plan, "P", Relationship(prior.plan.relationship).code),
        *adjustments(reductions),
        segment("AMT", "D", x12_cents(answer.paid_cents)),
        *([] if answer.by_line else [_still_owed(reductions)]),
        segment("OI", "", "", "Y", "", "", "Y"),
        *([segment("MOA", *answer.moa[:MOA_ELEMENTS])] if any(answer.moa) else []),
        subscriber_name(prior.plan, client),
        *_subscriber_address(prior.plan, client),
        payer_name(prior.payer),
        *([] if answer.by_line else [_answered_on(prior)]),
        *([segment("REF", "F8", answer.control_number)] if answer.control_number else []),
    ]


def line_answer(prior: PriorPayer, line: ServiceLine) -> list[str]:
    """Loop 2430; nothing for a line that the payer did not answer by itself."""
    answer = prior.answer
    if line.position not in {payment.line for payment in answer.payments}:
        return []
    procedure, units = _paid_service(prior, line)
    paid = x12_cents(answer.paid_for(line.position))
    reductions = answer.of_line(line.position)
    return [
        segment("SVD", prior.payer.payer_id, paid, procedure, "", units),
        *adjustments(reductions),
        _answered_on(prior),
        _still_owed(reductions),
    ]


def adjustments(reductions: Sequence[Reduction]) -> list[str]:
    """CAS: the reasons of a group together, in the payer's order, six to a segment; amounts of zero are not sent."""
    groups: dict[str, list[Reduction]] = {}
    for reduction in reductions:
        if reduction.cents:
            groups.setdefault(reduction.group, []).append(reduction)
    return [
        _adjustment(group, members[start : start + REASONS_IN_A_SEGMENT])
        for group, members in groups.items()
        for start in range(0, len(members), REASONS_IN_A_SEGMENT)
    ]


def _adjustment(group: str, reductions: Sequence[Reduction]) -> str:
    triples = [element for r in reductions for element in (r.reason, x12_cents(r.cents), r.quantity)]
    return segment("CAS", group, *triples)


def _still_owed(reductions: Sequence[Reduction]) -> str:
    return segment("AMT", "EAF", x12_cents(total(r for r in reductions if r.group == PATIENT)))


def _answered_on(prior: PriorPayer) -> str:
    return segment("DTP", "573", "D8", day(prior.answer.adjudicated_on))


def _subscriber_address(plan: InsurancePlan, client: Client) -> list[str]:
    if plan.is_self:
        return address(client.address, client.city, client.state, client.zip)
    return address(plan.subscriber_address, plan.subscriber_city, plan.subscriber_state, plan.subscriber_zip)


def _paid_service(prior: PriorPayer, line: ServiceLine) -> tuple[Element, str]:
    """What the payer says it paid for; our own service where it split the line in two or does not say."""
    payments = [payment for payment in prior.answer.payments if payment.line == line.position]
    paid = payments[0] if len(payments) == 1 else LinePayment(line.position, 0, units="")
    if paid.procedure:
        procedure: Element = ("HC", paid.procedure, *paid.modifiers)
    else:
        procedure = ("HC", line.procedure, *line.modifier_codes)
    return procedure, paid.units or str(line.units)
