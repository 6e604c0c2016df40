"""The first page of a client's chart: what is owed, by whom, what to do next, what happened."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.badge import badge
from mbp_claims.ui.claim_money import cent_bar, cent_legend
from mbp_claims.ui.claim_trail import events
from mbp_claims.ui.feedback import chip
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.views.overview import Fact, OverviewView, PlanLine, Tile
from mbp_claims.words import _

ICONS = ("send", "pencil-line", "plus", "clock", "check")
"""Of the next step; any other is drawn as the first."""


def overview(view: OverviewView | rx.Var[OverviewView]) -> rx.Component:
    """The whole page of an OverviewView, below the chart's tabs."""
    view = rx.Var.create(view)
    return rx.fragment(
        tiles(view.tiles),
        next_step(view),
        rx.el.div(
            rx.el.div(year_card(view.year), activity(view.activity)),
            rx.el.div(insurance(view), for_claims(view.facts)),
            class_name="cols",
        ),
    )


def tiles(told: Any) -> rx.Component:
    """The figures that answer the evening's questions. `told` holds Tile."""
    return rx.el.dl(rx.foreach(listed(told, Tile), _tile), class_name="tiles", data_testid=testids.OVERVIEW_TILES)


def _tile(tile: Any) -> rx.Component:
    return rx.el.div(rx.el.dt(tile.label), rx.el.dd(tile.value, rx.el.small(tile.note)), class_name="card tile")


def next_step(view: OverviewView | rx.Var[OverviewView]) -> rx.Component:
    """What to do now, and the way there."""
    view = rx.Var.create(view)
    icon = rx.match(view.next.icon, *((name, rx.icon(name)) for name in ICONS), rx.icon(ICONS[0]))
    return rx.el.section(
        rx.el.span(icon, class_name=f"disc {view.next.tone}"),
        rx.el.p(rx.el.b(view.next.title), rx.el.span(view.next.words)),
        link(_("Go to Claim Center"), to=view.center, class_name="btn primary", data_testid=testids.OVERVIEW_GO),
        class_name="card next",
        aria_label=_("Next step"),
        data_testid=testids.OVERVIEW_NEXT,
    )


def year_card(year: Any) -> rx.Component:
    """Where the charges of this year went, in the picture that a claim has too. `year` is a YearView."""
    year = rx.Var.create(year)
    drawn = rx.el.div(
        cent_bar(year.parts), cent_legend(year.parts, _("Where this year’s charges went")), class_name="pad"
    )
    return rx.el.section(
        rx.el.header(
            rx.el.div(rx.el.h2(_("This year"), id="h-year"), rx.el.p(year.words)),
            rx.el.span(year.amount, class_name="amount"),
        ),
        rx.cond(year.parts.to(list).length() > 0, drawn),
        class_name="card cent year",
        aria_labelledby="h-year",
        data_testid=testids.OVERVIEW_YEAR,
    )


def activity(rows: Any) -> rx.Component:
    """What was last done in the chart, newest first. `rows` holds TimelineRow."""
    none = rx.el.p(_("Nothing was done in this chart yet."), class_name="none muted")
    return rx.el.section(
        rx.el.header(rx.el.h2(_("Activity"), id="h-activity")),
        rx.cond(
            rx.Var.create(rows).to(list).length() > 0, events(rows, _("Activity"), testids.OVERVIEW_ACTIVITY), none
        ),
        class_name="card",
        aria_labelledby="h-activity",
    )


def insurance(view: OverviewView | rx.Var[OverviewView]) -> rx.Component:
    """The plans that are in force or will be, each in one line."""
    view = rx.Var.create(view)
    plans = listed(view.plans, PlanLine)
    none = rx.el.p(_("No insurance plans yet."), class_name="none muted")
    return rx.el.section(
        rx.el.header(
            rx.el.h2(_("Insurance"), id="h-insurance"),
            rx.el.div(link(_("Manage plans"), to=view.center, class_name="link"), class_name="end"),
        ),
        rx.cond(plans.length() > 0, rx.el.ul(rx.foreach(plans, _plan), class_name="planrows"), none),
        class_name="card",
        aria_labelledby="h-insurance",
        data_testid=testids.OVERVIEW_PLANS,
    )


def _plan(plan: Any) -> rx.Component:
    return rx.el.li(
        rx.cond(plan.badge != "", badge(plan.badge)),
        rx.el.div(rx.el.b(plan.payer), rx.el.span(plan.detail), class_name="what"),
        chip(plan.status, plan.tone, plan.icon),
    )


def for_claims(facts: Any) -> rx.Component:
    """What goes into every claim of the client. `facts` holds Fact."""
    return rx.el.section(
        rx.el.h2(_("For claims"), id="h-for-claims"),
        rx.el.dl(rx.foreach(listed(facts, Fact), _fact), class_name="facts side"),
        class_name="card pad",
        aria_labelledby="h-for-claims",
        data_testid=testids.OVERVIEW_FACTS,
    )


def _fact(fact: Any) -> rx.Component:
    code = rx.cond(fact.code != "", rx.fragment(rx.el.span(fact.code, class_name="code"), " "))
    return rx.el.div(rx.el.dt(fact.term), rx.el.dd(code, fact.words))
