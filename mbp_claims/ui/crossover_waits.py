"""Settings: how long is waited for claims that a payer has sent on to the next one."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.feedback import empty
from mbp_claims.ui.field import KEPT_NOTE, message, sentence
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.settings import WaitRow, WaitsView
from mbp_claims.words import _

FORM = "waits-form"
WHAT = _(
    "When a payer sends a claim on to the next payer by itself, it is not filed. If nothing came after so many working "
    "days, you are asked to file it. Claims that wait already keep their day."
)


def crossover_waits(view: WaitsView | rx.Var[WaitsView], *, on_submit: Any) -> rx.Component:
    """A section of one form: working days, payer by payer. `on_submit(form)` has `days-7` for the payer 7."""
    view = rx.Var.create(view)
    rows = listed(view.rows, WaitRow)
    form = rx.el.form(
        rx.el.p(**KEPT_NOTE), rx.foreach(rows, lambda row: _row(row, view.errors)), id=FORM, no_validate=True,
        on_submit=on_submit, class_name=rx.cond(view.errors.length() > 0, "pf gap", "pf"), key=view.key,
        custom_attrs={"data-keeps": "waits"},
    )  # fmt: skip
    filled = rx.el.div(
        error_summary(view.errors, testids.WAITS_SUMMARY), failure_note(view.failure, FORM), form,
        rx.el.div(submit_button(_("Save"), _("Saving…"), FORM, testids.WAITS_SUBMIT), class_name="gap"),
        class_name="card pad",
    )  # fmt: skip
    none = rx.el.div(empty(_("No payers yet. They stand here once a client has a plan."), slim=True), class_name="card")
    return rx.el.section(
        section_head(_("Claims that a payer sends on"), "h-waits", below=WHAT),
        rx.cond(rows.length() > 0, filled, none),
        class_name="gap",
        aria_labelledby="h-waits",
        data_testid=testids.SETTINGS_WAITS,
    )


def _row(row: Any, errors: Any) -> rx.Component:
    said = sentence(errors, row.name)
    box = rx.el.input(
        type="text", class_name="field", default_value=row.days, auto_complete="off", input_mode="numeric",
        name=row.name, data_testid=row.name, aria_invalid=rx.cond(said != "", "true", "false"),
        aria_describedby=rx.cond(said != "", f"{row.name}-error", ""), custom_attrs={"id": row.name},
    )  # fmt: skip
    label = rx.el.label(row.payer, rx.el.span(_(", working days"), class_name="opt"), html_for=row.name)
    css = rx.cond(said != "", "entry err", "entry")
    return rx.el.div(label, message(said, f"{row.name}-error"), box, class_name=css, key=row.name)
