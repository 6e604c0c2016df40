"""Insurance Plans of a chart: its cards, past plans, and the two questions that may stand above them."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import opens
from mbp_claims.ui.feedback import empty, failed, note
from mbp_claims.ui.keys import shortcut
from mbp_claims.ui.plan_card import plan_card
from mbp_claims.views.plan import PlansView
from mbp_claims.words import _


def plan_list(
    view: PlansView | rx.Var[PlansView], *, on_add: Any, on_edit: Any, on_end: Any, on_inactive: Any, on_delete: Any,
    on_promote: Any, on_offer: Any, on_retry: Any,
) -> rx.Component:  # fmt: skip
    """The region "Insurance Plans" of a PlansView.

    `on_add()`, `on_retry()`, `on_offer()`; `on_edit(plan_id)`, `on_end(plan_id)`, `on_inactive(plan_id)`,
    `on_delete(plan_id)`; `on_promote(plan_id)` answers the question with yes. Add, Edit, End and Delete open their
    dialog in the browser by themselves; the handler fills it.
    """
    view = rx.Var.create(view)

    def card(plan: Any) -> rx.Component:
        return plan_card(plan, on_edit=on_edit, on_end=on_end, on_inactive=on_inactive, on_delete=on_delete)

    return rx.el.section(
        _head(rx.cond(view.loading | view.failed | (view.active.length() > 0), _add_button(on_add))),
        _banner(view.question, view.question_yes, testids.PLAN_QUESTION, on_promote(view.question_plan), "warning"),
        _banner(view.offer, view.offer_yes, testids.PLAN_OFFER, on_offer, "info"),
        rx.cond(view.failed, rx.el.div(_failed(on_retry), class_name="card"), _cards(view, card, on_add)),
        rx.cond(
            view.past.length() > 0,
            rx.el.details(
                rx.el.summary(view.past_label),
                rx.el.div(rx.foreach(view.past, card), class_name="plans"),
                class_name="past",
                data_testid=testids.PAST_PLANS,
            ),
        ),
        aria_labelledby="plans-heading",
        data_testid=testids.PLANS_PANEL,
    )


def _head(add: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h2(_("Insurance Plans"), id="plans-heading"),
            rx.el.p(_("Claims go to the primary plan first, then to the secondary.")),
        ),
        rx.el.div(add, class_name="end"),
        class_name="sec",
    )


def _add_button(on_add: Any) -> rx.Component:
    """At the head, or where no plans are in their place: never twice, so that its name is one button's."""
    return rx.el.button(
        rx.icon("plus"), _("Add Insurance Plan"), type="button", class_name="btn", on_click=on_add,
        custom_attrs=opens(testids.PLAN_DIALOG, waits=True) | shortcut("p") | {"data-command": ""},
        data_testid=testids.PLAN_ADD,
    )  # fmt: skip


def _banner(said: Any, yes: Any, test_id: str, on_yes: Any, tone: str) -> rx.Component:
    button = rx.el.button(yes, type="button", class_name="btn sm", on_click=on_yes)
    icon = "triangle-alert" if tone == "warning" else "info"
    return rx.cond(said != "", note(said, tone=tone, icon=icon, end=button, data_testid=test_id))


def _failed(on_retry: Any) -> rx.Component:
    return failed(_("Insurance plans did not load."), on_retry=on_retry, test_id=testids.PLANS_RETRY)


def _cards(view: Any, card: Any, on_add: Any) -> rx.Component:
    first = _("No insurance plans yet. Add the primary plan first.")
    none = empty(first, "", _add_button(on_add), icon="landmark", slim=True)
    return rx.cond(
        view.loading,
        rx.el.div(_bones(), _bones(), class_name="plans", aria_busy="true"),
        rx.cond(
            view.active.length() > 0,
            rx.el.div(rx.foreach(view.active, card), class_name="plans"),
            rx.el.div(none, class_name="card"),
        ),
    )


def _bones() -> rx.Component:
    return rx.el.div(*(rx.el.i() for __ in range(4)), class_name="plan bones waits", aria_hidden="true")
