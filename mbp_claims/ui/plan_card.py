"""One insurance plan as a card: its letter, its facts, and what can be done with it."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.badge import badge
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot, opens
from mbp_claims.ui.feedback import chip
from mbp_claims.ui.link import file_link
from mbp_claims.views.plan import PlanView
from mbp_claims.words import _

ITEMS = {"end": _("End plan…"), "inactive": _("Make inactive"), "delete": _("Delete plan…")}
"""What a plan's menu holds. One of the past can only be deleted."""


def plan_card(
    plan: PlanView | rx.Var[PlanView], *, on_edit: Any, on_end: Any, on_inactive: Any, on_delete: Any
) -> rx.Component:
    """One plan (PlanView) as an article; callbacks as in `plan_list`."""
    plan = rx.Var.create(plan)
    name = rx.match(
        plan.badge,
        ("P", _("Primary plan: {payer}", payer=plan.payer)),
        ("S", _("Secondary plan: {payer}", payer=plan.payer)),
        _("Plan: {payer}", payer=plan.payer),
    )
    test_id = rx.match(
        plan.badge,
        ("P", testids.PLAN_CARD_PRIMARY),
        ("S", testids.PLAN_CARD_SECONDARY),
        testids.plan_card(plan.id),
    )
    return rx.el.article(
        rx.el.header(
            _badge(plan),
            rx.el.div(rx.el.h3(plan.payer), rx.el.div(plan.name, class_name="muted")),
            chip(plan.status, plan.tone, plan.icon),
        ),
        _facts(plan),
        rx.el.footer(
            _view_card(plan),
            rx.el.button(
                rx.icon("pencil"), _("Edit"), type="button", class_name="btn ghost sm", on_click=on_edit(plan.id),
                data_testid=testids.plan_edit(plan.id), custom_attrs=opens(testids.PLAN_DIALOG, waits=True),
            ),
            _menu(plan, on_end, on_inactive, on_delete),
        ),
        aria_label=name,
        class_name="plan",
        data_testid=test_id,
        tab_index=-1,
        key=plan.id,
    )  # fmt: skip


def _badge(plan: Any) -> rx.Component:
    test_id = rx.cond(plan.badge == "P", testids.PLAN_BADGE_P, testids.PLAN_BADGE_S)
    return rx.cond(plan.badge != "", rx.el.span(badge(plan.badge), data_testid=test_id))


def _facts(plan: Any) -> rx.Component:
    facts = (
        (_("Member ID"), plan.member_id, "code"), (_("Group"), plan.group, "code"), (_("Copay"), plan.copay, ""),
        (_("Subscriber"), plan.subscriber, ""), (_("Payer ID"), plan.payer_id, "code"),
        (_("Effective"), plan.effective, ""),
    )  # fmt: skip
    return rx.el.dl(
        *(
            rx.el.div(rx.el.dt(term), rx.el.dd(rx.cond(said != "", said, "—"), class_name=kind))
            for term, said, kind in facts
        )
    )


def _view_card(plan: Any) -> rx.Component:
    """The button, and the dialog with the pictures; they load when it is opened."""
    dialog_id = testids.plan_cards(plan.id)
    pictures = rx.el.div(
        _picture(plan.card_front, _("Front of {payer} insurance card", payer=plan.payer), _("Download front")),
        _picture(plan.card_back, _("Back of {payer} insurance card", payer=plan.payer), _("Download back")),
        class_name="pictures",
    )
    frame = Frame(dialog_id, _("Insurance card"), subtitle=plan.payer, narrow=True, body_label=_("Pictures"))
    close = cancel_button(dialog_id, f"{dialog_id}-close", label=_("Done"))
    return rx.cond(
        (plan.card_front != "") | (plan.card_back != ""),
        rx.fragment(
            rx.el.button(
                rx.icon("credit-card"),
                _("View card"),
                type="button",
                class_name="btn ghost sm",
                custom_attrs=opens(dialog_id),
            ),
            dialog(frame, pictures, foot(close)),
        ),
    )


def _picture(href: Any, words: Any, download: str) -> rx.Component:
    return rx.cond(
        href != "",
        rx.el.figure(
            rx.el.img(src=href, alt=words, loading="lazy"),
            rx.el.figcaption(file_link(download, href=href, class_name="link")),
        ),
    )


def _menu(plan: Any, on_end: Any, on_inactive: Any, on_delete: Any) -> rx.Component:
    back = f"[data-testid='{testids.plan_menu(plan.id)}']"
    end = opens(testids.PLAN_END_DIALOG, back, waits=True)
    of_the_active = (
        _item("end", testids.plan_end(plan.id), on_end(plan.id), end),
        _item("inactive", testids.plan_inactive(plan.id), on_inactive(plan.id), {}),
    )
    asked = opens(testids.PLAN_DELETE_ALERT, back, waits=True)
    delete = _item("delete", testids.plan_delete(plan.id), on_delete(plan.id), asked, "mbp-item dng")
    is_active = plan.badge != ""
    return rx.menu.root(
        rx.menu.trigger(rx.el.button(
            rx.icon("ellipsis"), type="button", class_name="iconbtn right",
            aria_label=_("More actions for {payer}", payer=plan.payer), data_testid=testids.plan_menu(plan.id),
            custom_attrs={"data-items": rx.cond(is_active, " ".join(ITEMS), "delete")},
        )),
        rx.menu.content(
            rx.cond(is_active, rx.fragment(*of_the_active)), delete, class_name="mbp-menu", align="end",
        ),
        modal=False,
    )  # fmt: skip


def _item(key: str, test_id: str, does: Any, attrs: dict[str, Any], class_name: str = "mbp-item") -> rx.Component:
    return rx.menu.item(
        ITEMS[key], class_name=class_name, data_testid=test_id, on_select=does,
        custom_attrs={"data-item": key} | attrs,
    )  # fmt: skip
