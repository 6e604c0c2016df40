"""Swap payers' order: what it does to plans and claims, asked before it is done."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.feedback import note
from mbp_claims.ui.field import Entry, select_field
from mbp_claims.ui.plan_form import MSP_TYPES
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.swap import SwapView
from mbp_claims.words import _

FORM = "swap-form"
MSP_TYPE = Entry("msp_type", _("Why Medicare pays second"), testids.SWAP_MSP_TYPE, wide=True)


def swap_form(view: SwapView | rx.Var[SwapView], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.SWAP_DIALOG`. `on_submit(form)` with `msp_type` where Medicare would come second."""
    view = rx.Var.create(view)
    frame = Frame(
        testids.SWAP_DIALOG,
        _("Swap payers’ order"),
        view.subtitle,
        "",
        view.key,
        narrow=True,
        body_label=_("What it does"),
    )
    what = note(
        view.title, _("What was filed keeps the plans that it was filed with."), tone="info", icon="arrow-right-left"
    )
    why = select_field(MSP_TYPE, "", view.errors, MSP_TYPES, blank=_("Choose a reason"))
    form = rx.el.form(
        rx.el.ul(rx.foreach(view.effects, _effect), class_name="reasons"),
        rx.cond(view.needs_msp, why, rx.fragment()),
        id=FORM, class_name="pf one", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(error_summary(view.errors, testids.ERROR_SUMMARY), failure_note(view.failure, FORM), what, form),
        foot(
            cancel_button(testids.SWAP_DIALOG, testids.SWAP_CANCEL, _("Keep order")),
            submit_button(_("Swap order"), _("Swapping…"), FORM, testids.SWAP_SUBMIT),
        ),
    )


def _effect(words: Any) -> rx.Component:
    return rx.el.li(rx.icon("check"), rx.el.span(words), class_name="yes")
