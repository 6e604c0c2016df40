"""What a claim needs of the plans it speaks of: the one that is asked, and the one that has answered."""

from collections.abc import Iterator

from mbp_claims.domain.codes import MSP_TYPES
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.latin import latin
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.words import _

MEDICARE = ("MA", "MB")


def missing_from_plan(filing: Filing) -> Iterator[tuple[str, str]]:
    """Of the plan that is asked to pay."""
    plan = filing.plan
    yield from _subscriber("plan", plan, filing.payer)
    second_medicare = filing.prior is not None and plan.claim_filing in MEDICARE
    if second_medicare and plan.msp_type not in MSP_TYPES:
        yield "plan.msp_type", _("Choose why Medicare pays second")
    if plan.msp_type and not second_medicare:
        yield "plan.msp_type", _not_second(filing.payer)


def missing_from_prior(filing: Filing) -> Iterator[tuple[str, str]]:
    """Of the plan that has answered already."""
    if filing.prior is None:
        return
    plan, payer = filing.prior.plan, filing.prior.payer
    yield from _subscriber("prior", plan, payer)
    if plan.msp_type:
        yield "prior.msp_type", _not_second(payer)


def _subscriber(about: str, plan: InsurancePlan, payer: Payer) -> Iterator[tuple[str, str]]:
    if not latin(plan.member_id):
        yield f"{about}.member_id", _("Add the member ID of the {payer} plan", payer=payer.name)
    if not latin(payer.payer_id):
        yield f"{about}.payer_id", _("Add the payer ID of {payer}", payer=payer.name)
    if plan.is_self:
        return
    if not latin(plan.subscriber_first):
        yield (
            f"{about}.subscriber_first",
            _("Add the first name of the subscriber of the {payer} plan", payer=payer.name),
        )
    if not latin(plan.subscriber_last):
        yield f"{about}.subscriber_last", _("Add the last name of the subscriber of the {payer} plan", payer=payer.name)
    if plan.subscriber_born is None:
        yield (
            f"{about}.subscriber_born",
            _("Add the date of birth of the subscriber of the {payer} plan", payer=payer.name),
        )


def _not_second(payer: Payer) -> str:
    return _("Clear the reason why Medicare pays second: it does not belong to the {payer} plan", payer=payer.name)
