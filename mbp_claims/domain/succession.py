"""Who holds which rank in a chart: told from the plans' dates, and kept in `active` by whoever changes a plan."""

from collections.abc import Iterable
from datetime import date

from mbp_claims.domain.plan import InsurancePlan, Rank, day_after, holder

TAKEN_OVER = (
    "client_id", "payer_id", "name", "member_id", "group_number", "copay_cents", "relationship", "subscriber_first",
    "subscriber_last", "subscriber_born", "subscriber_sex", "subscriber_address", "subscriber_city", "subscriber_state",
    "subscriber_zip", "claim_filing",
)  # fmt: skip
"""What a promoted plan has of the secondary whose days it left behind."""


def first_of(
    plans: Iterable[InsurancePlan], rank: Rank, today: date, entered: InsurancePlan | None = None
) -> InsurancePlan | None:
    """The plan of that rank whose turn it is: of those that are not over, the earliest. It may start later.

    `entered` is the plan that a person has just saved: its last day may be today.
    """
    standing = [
        plan for plan in plans
        if plan.rank == rank and not plan.removed_at and not _is_over(plan, today, entered)
    ]  # fmt: skip
    return min(standing, key=lambda plan: (plan.effective, plan.id or 0), default=None)


def holders(
    plans: list[InsurancePlan], today: date, entered: InsurancePlan | None = None
) -> tuple[InsurancePlan | None, InsurancePlan | None]:
    """The primary and the secondary as they should be.

    A primary that has ended keeps its place under a secondary until another primary comes, or a person says who
    follows it.
    """
    secondary = first_of(plans, Rank.SECONDARY, today, entered)
    primary = first_of(plans, Rank.PRIMARY, today, entered) or (holder(plans, Rank.PRIMARY) if secondary else None)
    return primary, secondary if primary else None


def succession(plans: list[InsurancePlan], today: date) -> tuple[InsurancePlan, InsurancePlan] | None:
    """The primary whose end date has passed, and the secondary that may follow it."""
    primary, secondary = holders(plans, today)
    if primary is None or not primary.is_over(today):
        return None
    return (primary, secondary) if secondary and secondary.covers(today) else None


def predecessor(plans: Iterable[InsurancePlan], promoted: InsurancePlan) -> InsurancePlan | None:
    """The primary that ended last before the promoted one began."""
    before = [plan for plan in plans if plan.rank == Rank.PRIMARY and plan.ends and plan.ends < promoted.effective]
    return max(before, key=lambda plan: (plan.ends, plan.id or 0), default=None)


def came_from(promoted: InsurancePlan, secondary: InsurancePlan, ended: InsurancePlan) -> bool:
    """Whether it is the primary now, as it was promoted from that secondary behind `ended`, and unchanged since."""
    if promoted.rank != Rank.PRIMARY or not promoted.active or ended.ends is None:
        return False
    if secondary is promoted:
        return True
    left_behind = secondary.rank == Rank.SECONDARY and secondary.ends == ended.ends
    starts = promoted.effective == day_after(ended.ends)
    return left_behind and starts and all(getattr(promoted, name) == getattr(secondary, name) for name in TAKEN_OVER)


def supported(primaries: Iterable[tuple[date, date | None]], secondary_from: date, today: date) -> bool:
    """Whether a secondary plan has a primary before it from the first day on (today at the earliest).

    `primaries` are (effective, ends) of the primary plans.
    """
    start = max(secondary_from, today)
    return any(effective <= start and (ends is None or ends >= today) for effective, ends in primaries)


def _is_over(plan: InsurancePlan, today: date, entered: InsurancePlan | None) -> bool:
    return plan.ends is not None and plan.ends < today if plan is entered else plan.is_over(today)
