"""The first page of a client's chart, told in words."""

from collections.abc import Iterable
from datetime import date

from mbp_claims import routes
from mbp_claims.domain.charges import Services
from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.codes import diagnosis_words, icd10_shown, procedure_short
from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.overview import Overview
from mbp_claims.domain.plan import Rank
from mbp_claims.domain.worklist import Sum
from mbp_claims.views.overview import Fact, NextStep, OverviewView, PlanLine, Tile, YearView
from mbp_claims.views.plan import PlanView
from mbp_claims.views.show_aging import claims_words
from mbp_claims.views.show_charges import charge_parts
from mbp_claims.views.show_claim import claim_row
from mbp_claims.views.show_plan import plans_view
from mbp_claims.views.show_trail import timeline_rows


def overview_view(told: Overview, today: date) -> OverviewView:
    client = told.chart.client
    plans = plans_view(told.chart, today).active
    return OverviewView(
        client.number, routes.claim_center(client.number), _tiles(told), _next(told, bool(plans)), _year(told.year),
        timeline_rows(told.activity), [_plan(plan) for plan in plans], _facts(told),
    )  # fmt: skip


def _tiles(told: Overview) -> list[Tile]:
    pending, payers, balance = told.pending, told.payers_sum, told.balance
    waiting = f"{claims_words(payers.claims)}, {_names(one.payer for one in told.payers)}"
    held = f"{format_cents(balance.held)} waits for the secondary" if balance.held else "Nothing to collect"
    owed = "After the last payer" if balance.owed else held
    nothing_pending = "Nothing to file" if told.latest else "No claims yet"
    return [
        Tile("To bill", format_cents(pending.cents), _pending(pending) if pending.claims else nothing_pending),
        Tile("Waiting on payer", format_cents(payers.cents), waiting if payers.claims else "Nothing filed"),
        Tile("Client balance", format_cents(balance.owed), owed),
        _last_session(told),
    ]


def _last_session(told: Overview) -> Tile:
    if told.latest is None:
        return Tile("Last session", "—", "No claim was made yet")
    code = told.lines[0].procedure if told.lines else ""
    said = ", ".join(filter(None, (code, procedure_short(code))))
    return Tile("Last session", show_day(told.latest.service_to), said)


def _next(told: Overview, has_plan: bool) -> NextStep:
    """What is ours to do comes first; then who else has something to do."""
    ready, look = told.ready_sum.claims, told.look_sum.claims
    if ready:
        also = f", {look:,} need{'s' if look == 1 else ''} a look" if look else ""
        title = f"{claims_words(ready)} {'is' if ready == 1 else 'are'} ready to file{also}"
        return NextStep(title, _can_be_billed(told))
    if look:
        one = claim_row(told.look[0])
        first = f"{one.number}: {one.status}" + (f". {one.below}." if one.below else ".")
        title = f"{claims_words(look)} need{'s' if look == 1 else ''} a look"
        return NextStep(title, first, "warning", "pencil-line")
    if not has_plan:
        return NextStep("Add the primary plan", "Claims can be filed when a plan is on file.", "ready", "plus")
    return _nothing_to_do(told)


def _nothing_to_do(told: Overview) -> NextStep:
    payers, name = told.payers_sum, told.chart.client.name
    if told.latest is None:
        return NextStep("Start the first claim", "The plan is on file. Nothing was billed yet.", "ready", "plus")
    if payers.claims:
        names = _names(one.payer for one in told.payers)
        waits = f"{names} {'has' if len(told.payers) == 1 else 'have'} {claims_words(payers.claims)} to answer"
        return NextStep("Nothing to file now", f"{waits}, {format_cents(payers.cents)}.", "info", "clock")
    if told.balance.owed:
        owes = f"{name} owes {format_cents(told.balance.owed)}."
        return NextStep("Every payer has answered", owes, "info", "check")
    return NextStep("All caught up", "Nothing is waiting to be filed, and nothing is owed.", "success", "check")


def _can_be_billed(told: Overview) -> str:
    amount = format_cents(told.ready_sum.cents)
    if told.ready_sum.claims > len(told.ready):
        return f"They come to {amount}."
    return f"{_names(_payers_of(told.ready))} can be billed {amount} now."


def _payers_of(claims: Iterable[ClaimFacts]) -> Iterable[str]:
    return dict.fromkeys(one.payer for one in claims)


def _year(year: Services) -> YearView:
    cents = year.cents
    if not year.count:
        return YearView("No sessions yet this year", format_cents(0))
    sessions = f"{year.count:,} session{'' if year.count == 1 else 's'} since {show_day(year.since)}"
    secondary = (year.secondary or "Secondary") if year.has_secondary or cents.secondary_paid else ""
    unexplained = f"{format_cents(year.unexplained)} not explained" if year.unexplained else ""
    parts = charge_parts(cents, year.primary or "Primary", secondary, unexplained)
    return YearView(sessions, format_cents(cents.charge), parts)


def _plan(plan: PlanView) -> PlanLine:
    rank = "Primary" if plan.rank == Rank.PRIMARY else "Secondary"
    detail = f"{rank} · {plan.name}" if plan.name else rank
    return PlanLine(plan.badge, plan.payer, detail, plan.status, plan.tone, plan.icon)


def _facts(told: Overview) -> list[Fact]:
    """As the newest claim has them: the next one will most likely say the same."""
    whose = Fact("Clinician", told.clinician.signature)
    if told.latest is None or not told.lines:
        return [whose]
    code, line = told.latest.diagnosis_codes[0] if told.latest.diagnoses else "", told.lines[0]
    usual = ", ".join(filter(None, (procedure_short(line.procedure), format_cents(line.charge_cents))))
    diagnosis = [Fact("Diagnosis", diagnosis_words(code), icd10_shown(code))] if code else []
    return [*diagnosis, Fact("Usual service", usual, line.procedure), whose]


def _pending(pending: Sum) -> str:
    return f"{pending.claims:,} pending claim{'' if pending.claims == 1 else 's'}"


def _names(names: Iterable[str]) -> str:
    """`Aetna`, `Aetna and Cigna`; of more than two, how many."""
    known = list(names)
    return " and ".join(known) if len(known) < 3 else f"{len(known)} payers"
