"""Insurance plans: cards, the list, the form, the questions before a plan goes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import form_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard
from mbp_claims.gallery.staged import opened, said
from mbp_claims.ui.card_upload import card_upload
from mbp_claims.ui.plan_alerts import delete_plan_alert, end_plan_dialog
from mbp_claims.ui.plan_card import plan_card
from mbp_claims.ui.plan_form import plan_form
from mbp_claims.ui.plan_list import plan_list
from mbp_claims.ui.subscriber_fields import subscriber_fields
from mbp_claims.views.plan import CardImage, DeletePlanView, EndPlanView, PlanFormView, PlanView

CARD = {name: said(f"plan.{name}") for name in ("on_edit", "on_end", "on_inactive", "on_delete")}
LIST = {name: heard(f"plans.{name}") for name in ("on_add", "on_offer", "on_retry")}

SOON = replace(cast.AETNA, status="Ends in 12 days", tone="warning", icon="clock")
LATER = replace(cast.CIGNA, badge="", status="Starts 01/01/2027", tone="neutral", icon="clock")
LONG = replace(
    cast.AETNA,
    payer="Northern Counties Cooperative Health & Benefit Association",
    name="Comprehensive Preferred Provider Organization, Gold 1500",
    member_id="ZZK-8841-00293-7718-A",
)
NONE = replace(cast.PLANS, active=[], past=[])
QUESTION = replace(
    cast.PLANS,
    question="Aetna ended 06/30/2026. Is Cigna the primary now?",
    question_yes="Make Cigna the primary",
    question_plan="2",
)
OFFER = replace(
    cast.PLANS,
    offer="3 completed claims are covered by Cigna. Make their secondary claims?",
    offer_yes="Make 3 secondary claims",
)


def _card(plan: PlanView) -> Callable[[], rx.Component]:
    return lambda: plan_card(plan, **CARD)


def _list(view: Any) -> Callable[[], rx.Component]:
    return lambda: plan_list(view, on_promote=said("plans.on_promote"), **CARD, **LIST)


def _form(view: PlanFormView) -> Callable[[], rx.Component]:
    return lambda: opened(
        testids.PLAN_DIALOG,
        plan_form(
            view,
            cast.PAYERS,
            on_submit=heard("plan.on_submit"),
            on_check=said("plan.on_check"),
            on_card_front=said("plan.on_card_front"),
            on_card_back=said("plan.on_card_back"),
        ),
    )


def _delete(view: DeletePlanView) -> Callable[[], rx.Component]:
    alert = {"on_delete": said("plan.on_delete"), "on_remove_secondary": said("plan.on_remove_secondary")}
    return lambda: opened(testids.PLAN_DELETE_ALERT, delete_plan_alert(view, **alert))


def _end(view: EndPlanView) -> Callable[[], rx.Component]:
    return lambda: opened(testids.PLAN_END_DIALOG, end_plan_dialog(view, on_submit=heard("plan.on_submit")))


def _upload(image: CardImage) -> Callable[[], rx.Component]:
    return lambda: card_upload("front", rx.Var.create(image), said("plan.on_card_front"))


def _subscriber() -> rx.Component:
    return rx.el.form(subscriber_fields(rx.Var.create(cast.SPOUSE)), class_name="plan-form")


SPECIMENS: tuple[Specimen, ...] = (
    Specimen("plan_card", "primary", _card(cast.AETNA)),
    Specimen("plan_card", "secondary", _card(cast.CIGNA)),
    Specimen("plan_card", "ended", _card(cast.ENDED)),
    Specimen("plan_card", "ending-soon", _card(SOON)),
    Specimen("plan_card", "starts-later", _card(LATER)),
    Specimen("plan_card", "long-names", _card(LONG)),
    Specimen("plan_list", "both", _list(cast.PLANS)),
    Specimen("plan_list", "primary-only", _list(replace(cast.PLANS, active=[cast.AETNA], past=[]))),
    Specimen("plan_list", "none", _list(NONE)),
    Specimen("plan_list", "loading", _list(replace(NONE, loading=True))),
    Specimen("plan_list", "failed", _list(replace(NONE, failed=True))),
    Specimen("plan_list", "primary-ended", _list(QUESTION)),
    Specimen("plan_list", "offer", _list(OFFER)),
    Specimen("plan_form", "add", _form(cast.BLANK)),
    Specimen("plan_form", "errors", _form(cast.TYPED)),
    Specimen("plan_form", "edit", _form(cast.SPOUSE)),
    Specimen("plan_form", "medicare-second", _form(cast.MEDICARE)),
    Specimen("subscriber_fields", "spouse", _subscriber),
    Specimen("card_upload", "none", _upload(CardImage())),
    Specimen("card_upload", "chosen", _upload(CardImage(name="card-front.jpg"))),
    Specimen("card_upload", "refused", _upload(CardImage(error="The file must be smaller than 10 MB"))),
    Specimen("delete_plan_alert", "blocked", _delete(cast.BLOCKED)),
    Specimen("delete_plan_alert", "delete", _delete(cast.DELETE)),
    Specimen("end_plan_dialog", "today", _end(cast.END)),
    Specimen("end_plan_dialog", "error", _end(cast.END_WRONG)),
)
