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
from mbp_claims.words import _, ngettext


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
    held = (
        _("{held} waits for the secondary", held=format_cents(balance.held))
        if balance.held
        else _("Nothing to collect")
    )
    owed = _("After the last payer") if balance.owed else held
    nothing_pending = _("Nothing to file") if told.latest else _("No claims yet")
    return [
        Tile(_("To bill"), format_cents(pending.cents), _pending(pending) if pending.claims else nothing_pending),
        Tile(_("Waiting on payer"), format_cents(payers.cents), waiting if payers.claims else _("Nothing filed")),
        Tile(_("Client balance"), format_cents(balance.owed), owed),
        _last_session(told),
    ]


def _last_session(told: Overview) -> Tile:
    if told.latest is None:
        return Tile(_("Last session"), "—", _("No claim was made yet"))
    code = told.lines[0].procedure if told.lines else ""
    said = ", ".join(filter(None, (code, procedure_short(code))))
    return Tile(_("Last session"), show_day(told.latest.service_to), said)


def _next(told: Overview, has_plan: bool) -> NextStep:
    """What is ours to do comes first; then who else has something to do."""
    ready, look = told.ready_sum.claims, told.look_sum.claims
    if ready:
        also = ngettext(", {count:,} needs a look", ", {count:,} need a look", look) if look else ""
        title = ngettext(
            "{claims_words} is ready to file{also}",
            "{claims_words} are ready to file{also}",
            ready,
            claims_words=claims_words(ready),
            also=also,
        )
        return NextStep(title, _can_be_billed(told))
    if look:
        one = claim_row(told.look[0])
        first = f"{one.number}: {one.status}" + (f". {one.below}." if one.below else ".")
        title = ngettext(
            "{claims_words} needs a look", "{claims_words} need a look", look, claims_words=claims_words(look)
        )
        return NextStep(title, first, "warning", "pencil-line")
    if not has_plan:
        return NextStep(_("Add the primary plan"), _("Claims can be filed when a plan is on file."), "ready", "plus")
    return _nothing_to_do(told)


def _nothing_to_do(told: Overview) -> NextStep:
    payers, name = told.payers_sum, told.chart.client.name
    if told.latest is None:
        return NextStep(_("Start the first claim"), _("The plan is on file. Nothing was billed yet."), "ready", "plus")
    if payers.claims:
        names = _names(one.payer for one in told.payers)
        waits = ngettext(
            "{names} has {claims_words} to answer",
            "{names} have {claims_words} to answer",
            len(told.payers),
            names=names,
            claims_words=claims_words(payers.claims),
        )
        return NextStep(_("Nothing to file now"), f"{waits}, {format_cents(payers.cents)}.", "info", "clock")
    if told.balance.owed:
        owes = _("{name} owes {owed}.", name=name, owed=format_cents(told.balance.owed))
        return NextStep(_("Every payer has answered"), owes, "info", "check")
    return NextStep(_("All caught up"), _("Nothing is waiting to be filed, and nothing is owed."), "success", "check")


def _can_be_billed(told: Overview) -> str:
    amount = format_cents(told.ready_sum.cents)
    if told.ready_sum.claims > len(told.ready):
        return _("They come to {amount}.", amount=amount)
    return _("{names} can be billed {amount} now.", names=_names(_payers_of(told.ready)), amount=amount)


def _payers_of(claims: Iterable[ClaimFacts]) -> Iterable[str]:
    return dict.fromkeys(one.payer for one in claims)


def _year(year: Services) -> YearView:
    cents = year.cents
    if not year.count:
        return YearView(_("No sessions yet this year"), format_cents(0))
    sessions = ngettext(
        "{count:,} session since {day}", "{count:,} sessions since {day}", year.count, day=show_day(year.since)
    )
    secondary = (year.secondary or _("Secondary")) if year.has_secondary or cents.secondary_paid else ""
    unexplained = (
        _("{unexplained} not explained", unexplained=format_cents(year.unexplained)) if year.unexplained else ""
    )
    parts = charge_parts(cents, year.primary or _("Primary"), secondary, unexplained)
    return YearView(sessions, format_cents(cents.charge), parts)


def _plan(plan: PlanView) -> PlanLine:
    rank = _("Primary") if plan.rank == Rank.PRIMARY else _("Secondary")
    detail = f"{rank} · {plan.name}" if plan.name else rank
    return PlanLine(plan.badge, plan.payer, detail, plan.status, plan.tone, plan.icon)


def _facts(told: Overview) -> list[Fact]:
    """As the newest claim has them: the next one will most likely say the same."""
    whose = Fact(_("Clinician"), told.clinician.signature)
    if told.latest is None or not told.lines:
        return [whose]
    code, line = told.latest.diagnosis_codes[0] if told.latest.diagnoses else "", told.lines[0]
    usual = ", ".join(filter(None, (procedure_short(line.procedure), format_cents(line.charge_cents))))
    diagnosis = [Fact(_("Diagnosis"), diagnosis_words(code), icd10_shown(code))] if code else []
    return [*diagnosis, Fact(_("Usual service"), usual, line.procedure), whose]


def _pending(pending: Sum) -> str:
    return ngettext("{count:,} pending claim", "{count:,} pending claims", pending.claims)


def _names(names: Iterable[str]) -> str:
    """`Aetna`, `Aetna and Cigna`; of more than two, how many."""
    known = list(names)
    return " and ".join(known) if len(known) < 3 else _("{count} payers", count=len(known))
