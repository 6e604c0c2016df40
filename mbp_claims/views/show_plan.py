"""Insurance plans told in words: cards of the chart, and forms."""

from datetime import date

from mbp_claims import routes
from mbp_claims.domain.chart import Chart
from mbp_claims.domain.client import Client
from mbp_claims.domain.contact import shown_zip
from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import format_cents, plain_cents
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan, Rank, Standing, holder
from mbp_claims.domain.plan_draft import ended_words
from mbp_claims.views.plan import CardImage, PlanFormView, PlansView, PlanView
from mbp_claims.words import _, ngettext

SOON = 30
ORDER = (Standing.ACTIVE, Standing.UPCOMING)


def plans_view(chart: Chart, today: date) -> PlansView:
    """The plans of a chart, with what it asks: who is primary now, which secondary claims are missing."""
    plans = [(plan, plan_view(chart, plan, today)) for plan in chart.plans]
    past = [view for plan, view in plans if _is_past(plan, today)]
    question, yes, plan_id = _succession(chart)
    offer, offer_yes = _offer(chart)
    return PlansView(
        [view for plan, view in plans if not _is_past(plan, today)], past, _("Past plans ({count})", count=len(past)),
        question, yes, plan_id, offer, offer_yes,
    )  # fmt: skip


def plan_view(chart: Chart, plan: InsurancePlan, today: date) -> PlanView:
    payer = chart.payer_of(plan)
    status, tone, icon = _status(plan, today)
    cards = {side: routes.file_card(card_id) for card_id, plan_id, side, __ in chart.cards if plan_id == plan.id}
    return PlanView(
        str(plan.id), payer.name, payer.payer_id, plan.rank,
        plan.letter if plan.standing(today) is Standing.ACTIVE else "", plan.name, status, tone, icon,
        spaced(plan.member_id), plan.group_number,
        format_cents(plan.copay_cents) if plan.copay_cents is not None else "", _subscriber(plan, chart.client),
        show_day(plan.effective), cards.get("front", ""), cards.get("back", ""),
    )  # fmt: skip


def spaced(member_id: str) -> str:
    """`W218640937` is read aloud as `W2186 40937`."""
    return " ".join(member_id[at : at + 5] for at in range(0, len(member_id), 5))


def _is_past(plan: InsurancePlan, today: date) -> bool:
    return plan.standing(today) is Standing.ENDED and not plan.active


def _status(plan: InsurancePlan, today: date) -> tuple[str, str, str]:
    standing = plan.standing(today)
    if standing is Standing.ENDED:
        return _("Ended {day}", day=show_day(plan.ends)), "neutral", "clock"
    if standing is Standing.UPCOMING:
        word = _("Starts {day}", day=show_day(plan.effective)) if plan.effective > today else _("Waits for its turn")
        return word, "neutral", "clock"
    if plan.ends and (plan.ends - today).days <= SOON:
        days = (plan.ends - today).days
        return (
            ngettext("Ends in {count} day", "Ends in {count} days", days) if days else _("Ends today"),
            "warning",
            "clock",
        )
    return _("Active"), "success", "check"


def _subscriber(plan: InsurancePlan, client: Client) -> str:
    if plan.is_self:
        return _("{client} (self)", client=client.name)
    return f"{plan.subscriber_first} {plan.subscriber_last} ({plan.relationship})"


def _succession(chart: Chart) -> tuple[str, str, str]:
    if chart.succession is None:
        return "", "", ""
    ended, following = chart.succession
    name = chart.payer_of(following).name
    return (
        ended_words(ended, chart.payer_of(ended).name, name),
        _("Make {name} the primary", name=name),
        str(following.id),
    )


def _offer(chart: Chart) -> tuple[str, str]:
    count = len(chart.missing)
    if not count:
        return "", ""
    return (
        ngettext(
            "{count} completed claim is covered by {payer}. Make its secondary claim?",
            "{count} completed claims are covered by {payer}. Make their secondary claims?",
            count,
            payer=chart.offered_by,
        ),
        ngettext("Make {count} secondary claim", "Make {count} secondary claims", count),
    )


def new_plan_form(chart: Chart, key: str) -> PlanFormView:
    """An empty form; Secondary is proposed once there is a primary."""
    primary, secondary = (holder(chart.plans, rank) for rank in (Rank.PRIMARY, Rank.SECONDARY))
    return PlanFormView(
        key, client=chart.client.name, secondary=bool(primary and not secondary), no_primary=primary is None
    )


def plan_form(chart: Chart, plan: InsurancePlan, payer: Payer, key: str) -> PlanFormView:
    """The form over a plan as it is."""
    view = {side: CardImage(routes.file_card(card_id)) for card_id, of, side, __ in chart.cards if of == plan.id}
    return PlanFormView(
        key=key, plan_id=str(plan.id), client=chart.client.name, payer=str(payer.id), payer_text=payer.name,
        name=plan.name, member_id=plan.member_id, group_number=plan.group_number,
        copay="" if plan.copay_cents is None else plain_cents(plan.copay_cents), relationship=plan.relationship,
        sub_first=plan.subscriber_first, sub_last=plan.subscriber_last, sub_born=show_day(plan.subscriber_born),
        sub_sex=plan.subscriber_sex, sub_address=plan.subscriber_address, sub_city=plan.subscriber_city,
        sub_state=plan.subscriber_state, sub_zip=shown_zip(plan.subscriber_zip),
        sub_same_address=plan.is_self or plan.subscriber_address == chart.client.address,
        effective=show_day(plan.effective), ends=show_day(plan.ends), secondary=plan.rank == Rank.SECONDARY,
        msp_type=plan.msp_type, no_primary=False, card_front=view.get("front", CardImage()),
        card_back=view.get("back", CardImage()),
    )  # fmt: skip
