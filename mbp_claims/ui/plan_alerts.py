"""Before a plan goes: the refusal, the question, and the date it ends on."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, alert_dialog, cancel_button, dialog, foot, safe_button
from mbp_claims.ui.field import Entry, date_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.plan import DeletePlanView, EndPlanView
from mbp_claims.words import _

BLOCKED = _("You cannot delete a primary plan without first removing the secondary plan.")
END_FORM = "plan-end-form"
END_DATE = Entry("ends", _("Last day of the plan"), testids.PLAN_END_DATE)


def delete_plan_alert(
    view: DeletePlanView | rx.Var[DeletePlanView], *, on_delete: Any, on_remove_secondary: Any
) -> rx.Component:
    """The alert `testids.PLAN_DELETE_ALERT`: `on_delete(plan_id)`, when blocked `on_remove_secondary(secondary_id)`.

    The latter asks about the secondary plan in the same alert: the handler puts another DeletePlanView in its place.
    """
    view = rx.Var.create(view)
    alert_id = testids.PLAN_DELETE_ALERT
    remove = rx.el.button(
        _("Remove secondary plan"),
        type="button",
        class_name="btn danger",
        on_click=on_remove_secondary(view.secondary_id),
    )
    delete = rx.el.button(_("Delete plan"), type="button", class_name="btn danger", on_click=on_delete(view.plan_id))
    return alert_dialog(
        alert_id,
        rx.cond(view.blocked, BLOCKED, view.title),
        safe_button(_("Keep plan"), alert_id),
        rx.cond(view.blocked, remove, delete),
        body=view.body,
        key=view.key,
        test_id=rx.cond(view.blocked, testids.PLAN_DELETE_BLOCKED, alert_id),
    )


def end_plan_dialog(view: EndPlanView | rx.Var[EndPlanView], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.PLAN_END_DIALOG`. `on_submit(form)` with `ends` and `plan_id`."""
    view = rx.Var.create(view)
    frame = Frame(
        testids.PLAN_END_DIALOG, _("End plan"), view.payer, key=view.key, discard=_("Discard your changes?"),
        narrow=True,
        body_label=_("End plan"),
    )  # fmt: skip
    form = rx.el.form(
        date_field(END_DATE, view.ends, view.errors),
        rx.el.input(type="hidden", name="plan_id", default_value=view.plan_id),
        id=END_FORM, class_name="pf", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(error_summary(view.errors, testids.ERROR_SUMMARY), failure_note(view.failure, END_FORM), form),
        foot(
            cancel_button(testids.PLAN_END_DIALOG, testids.PLAN_END_CANCEL),
            submit_button(_("End plan"), _("Ending…"), END_FORM, testids.PLAN_END_SUBMIT),
        ),
    )
