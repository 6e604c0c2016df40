"""What a superbill is made of: the days, a checkbox per session, and what is missing first."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.feedback import empty, note
from mbp_claims.ui.field import Entry, date_field, message, sentence
from mbp_claims.ui.link import link
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.ui.submission import error_summary
from mbp_claims.views.superbill import PICKS, MendRow, SessionRow, SuperbillsView
from mbp_claims.words import _

FORM = "superbill-form"
FIRST = Entry("first", _("From"), testids.SUPERBILL_FIRST)
LAST = Entry("last", _("To"), testids.SUPERBILL_LAST)
WHAT = _("What was done and paid, for the client to keep or to send to an insurer. Also called an invoice.")


def superbill_form(
    view: SuperbillsView | rx.Var[SuperbillsView], *, on_first: Any, on_last: Any, on_preview: Any
) -> rx.Component:
    """`on_first(day)` and `on_last(day)` ask for other days; `on_preview(form)` has `first`, `last`, and `session-7`
    for each service that is ticked."""
    view = rx.Var.create(view)
    errors = view.errors
    rows = listed(view.sessions, SessionRow)
    none = empty(_("No sessions on these days. Ask for other days, or start a claim in the Claim Center."), slim=True)
    ticked = rx.fragment(message(sentence(errors, "sessions"), f"{FORM}-error"), session_table(rows, every=view.every))
    form = rx.el.form(
        error_summary(errors, testids.SUPERBILL_ERRORS),
        rx.el.div(
            date_field(FIRST, view.first, errors, on_blur=on_first, key=f"{view.key}-first"),
            date_field(LAST, view.last, errors, on_blur=on_last, key=f"{view.key}-last"),
            class_name="pf span",
        ),
        rx.el.div(rx.cond(rows.length() > 0, ticked, none), class_name="card"),
        rx.el.button(
            rx.icon("file-text"), _("Preview superbill"), type="submit", class_name="btn primary",
            data_testid=testids.SUPERBILL_PREVIEW, custom_attrs={"data-summary": ""},
        ),
        id=FORM, no_validate=True, on_submit=on_preview, class_name="choose",
    )  # fmt: skip
    return rx.el.section(
        section_head(_("New superbill"), "h-superbill", below=WHAT),
        superbill_missing(view.missing, view.blocked),
        form,
        aria_labelledby="h-superbill",
    )


def superbill_missing(missing: Any, blocked: Any = False) -> rx.Component:
    """What is missing, each with the way to mend it; an alert once a superbill was asked for. `missing` are MendRow."""
    rows = listed(missing, MendRow)
    list_of_them = rx.el.ul(rx.foreach(rows, _mend))
    props: dict[str, Any] = {"icon": "triangle-alert", "data_testid": testids.SUPERBILL_MISSING}
    alert = note(
        _("The superbill is not ready."), list_of_them, tone="danger", tab_index=-1,
        custom_attrs={"data-summary": ""}, **props,
    )  # fmt: skip
    warning = note(_("Before you make a superbill:"), list_of_them, tone="warning", **props)
    return rx.cond(rows.length() > 0, rx.cond(blocked, alert, warning))


def _mend(row: Any) -> rx.Component:
    return rx.el.li(rx.cond(row.href, link(row.sentence, to=row.href), rx.fragment(row.sentence, " ", row.why)))


def session_table(rows: Any, every: Any = False) -> rx.Component:
    """The table of SessionRow, each with its checkbox; `every`: whether all are ticked at first."""
    over = rx.el.input(
        type="checkbox", class_name="tickbox", aria_label=_("Choose all sessions"), name="sessions",
        default_checked=every, data_testid=testids.SUPERBILL_ALL, custom_attrs={"data-selects-all": ""},
    )  # fmt: skip
    heads = rx.el.tr(
        rx.el.th(over, scope="col"), rx.el.th(_("Session"), scope="col"), rx.el.th(_("Claim"), scope="col"),
        rx.el.th(_("Fee"), scope="col", class_name="num"), rx.el.th(_("Paid"), scope="col", class_name="num"),
        custom_attrs={"data-narrow": _("Choose all")},
    )  # fmt: skip
    return rx.el.div(
        rx.el.table(
            rx.el.caption(_("Sessions")), rx.el.thead(heads),
            rx.el.tbody(rx.foreach(listed(rows, SessionRow), _session)), class_name="pick sessions",
            data_testid=testids.SUPERBILL_SESSIONS,
        ),
        class_name="wrap",
    )  # fmt: skip


def _session(row: Any) -> rx.Component:
    tick = rx.el.input(
        type="checkbox", class_name="tickbox", default_checked=row.ticked, name=f"{PICKS}{row.key}",
        aria_label=_("{code} of {day}", code=row.code, day=row.day), data_testid=testids.superbill_session(row.key),
        custom_attrs={"data-selects": row.key, "data-ready": "yes"},
    )  # fmt: skip
    return rx.el.tr(
        rx.el.td(tick),
        rx.el.th(row.day, rx.el.span(row.code, " ", row.words, class_name="sub"), scope="row"),
        rx.el.td(
            link(row.claim, to=row.href, class_name="link code"),
            rx.cond(row.note, rx.el.span(row.note, class_name="sub"), rx.fragment()),
        ),
        rx.el.td(row.fee, class_name="num got"),
        rx.el.td(row.paid, class_name="num", custom_attrs={"data-l": _("Paid")}),
        key=row.key,
    )
