"""File Claim: why the primary did not pay all of it, line by line, and the equation always in sight."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.adjustment_line import adjustment_line
from mbp_claims.ui.adjustment_row import RowEvents, RowScope
from mbp_claims.ui.balance_bar import balance_bar
from mbp_claims.ui.dialog import Frame, alert_dialog, cancel_button, dialog, foot, safe_button
from mbp_claims.ui.feedback import note
from mbp_claims.ui.field import Entry, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.adjustment import FileClaimView
from mbp_claims.words import _

FORM = "file-claim-form"
REFERENCE = Entry(
    "reference", _("Payer’s number of this claim"), testids.FILE_REFERENCE, _("On its answer or its acknowledgement"),
    wide=True,
)  # fmt: skip


def adjustment_form(
    view: FileClaimView | rx.Var[FileClaimView], reasons: str, events: RowEvents, *, on_submit: Any, on_use_era: Any
) -> rx.Component:
    """The dialog `testids.FILE_CLAIM_DIALOG`, and the alert `testids.FILE_ZERO_ALERT` for a claim of $0.00.

    `reasons`: the name of the option_list of reason codes. `on_submit(form)`: what is typed, by the names
    `group-<row>`, `reason-<row>`, `amount-<row>`, `paid-<line>`; `anyway` is "yes" after "File anyway"; `reference`
    is the payer's number of a replaced claim.
    `on_use_era()`: the ERA that arrived meanwhile may fill the form.
    """
    view = rx.Var.create(view)
    scope = RowScope("file", reasons, view.errors, events)
    frame = Frame(
        testids.FILE_CLAIM_DIALOG, rx.cond(view.replaces, _("Replace Claim"), _("File Claim")), view.subtitle,
        view.badge,
        view.key,
        discard=_("Discard these adjustments?"), wanting=True, body_label=_("Adjustments"),
    )  # fmt: skip
    form = rx.el.form(
        rx.cond(view.replaces, replaced(view)),
        lines(view, scope, view.adjusts),
        rx.cond(view.adjusts, total_bar(view)),
        rx.el.input(type="hidden", name="anyway", default_value=""),
        id=FORM, no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return rx.fragment(
        dialog(
            frame,
            rx.fragment(
                error_summary(view.errors, testids.ERROR_SUMMARY),
                failure_note(view.failure, FORM),
                era_banner(view.banner, on_use_era),
                form,
            ),
            foot(
                cancel_button(testids.FILE_CLAIM_DIALOG, testids.FILE_CANCEL),
                submit_button(
                    rx.cond(view.on_paper, _("Print and file"), _("Submit")),
                    _("Submitting…"),
                    FORM,
                    testids.FILE_SUBMIT,
                ),
                total=rx.fragment(
                    _("{payer} will be billed ", payer=view.payer), rx.el.b(view.bill, data_testid=testids.BILL_AMOUNT)
                ),
            ),
        ),
        _zero_alert(view),
    )


def replaced(view: Any) -> rx.Component:
    """What a claim that goes to the payer once more has to say: the payer's own number of it."""
    return rx.el.div(text_field(REFERENCE, view.reference, view.errors), class_name="pf replaced")


def lines(view: Any, scope: RowScope, adjusts: Any) -> rx.Component:
    """The blocks of a FileClaimView or CompleteClaimView, one per service line."""
    alone = view.lines.length() == 1
    return rx.el.div(
        rx.foreach(view.lines, lambda line: adjustment_line(line, scope, alone=alone, adjusts=adjusts)),
        class_name="lines",
    )


def total_bar(view: Any) -> rx.Component:
    """The equation of the whole claim; of its line, when it has only one."""
    test_id = rx.cond(view.lines.length() == 1, testids.balance(view.lines[0].key), testids.BALANCE_TOTAL)
    return rx.el.div(balance_bar(view.total, test_id), class_name="whole")


def era_banner(banner: Any, on_use_era: Any) -> rx.Component:
    """Where the amounts come from (EraBanner): the ERA, nowhere yet, or an ERA that arrived while somebody typed."""
    banner = rx.Var.create(banner)
    view_era = rx.el.a(_("View ERA"), href=banner.href, target="_blank", rel="noopener")
    more = rx.cond(banner.differs != "", rx.el.b(banner.differs), rx.fragment(banner.more))
    words = (
        banner.text,
        " ",
        rx.el.span(banner.check, class_name="code"),
        rx.cond(banner.check != "", ". ", " "),
        more,
    )
    use = rx.el.button(_("Use ERA amounts"), type="button", class_name="btn sm", on_click=on_use_era)
    import_era = rx.el.a(_("Import ERA"), href=banner.href, target="_blank", rel="noopener")
    return rx.match(
        banner.kind,
        ("era", note(banner.title, *words, icon="file-check", end=view_era, data_testid=testids.ERA_BANNER)),
        (
            "none",
            note(
                banner.title, *words, tone="warning", icon="pencil-line", end=import_era, data_testid=testids.ERA_BANNER
            ),
        ),
        ("arrived", note(banner.title, *words, icon="inbox", end=use, data_testid=testids.ARRIVED_BANNER)),
        rx.fragment(),
    )


def _zero_alert(view: Any) -> rx.Component:
    alert_id = testids.FILE_ZERO_ALERT
    return alert_dialog(
        alert_id,
        _("Nothing is left for {payer} to pay. File a $0.00 claim?", payer=view.payer),
        safe_button(_("Go back"), alert_id),
        rx.el.button(
            _("File anyway"), type="button", class_name="btn primary", data_testid=testids.FILE_ANYWAY,
            custom_attrs={"data-submits": FORM, "data-name": "anyway"},
        ),
    )  # fmt: skip
