"""The people of a practice: a table with what may be done, and the form that invites."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import alert_dialog, closes, opens, safe_button
from mbp_claims.ui.feedback import note
from mbp_claims.ui.field import KEPT_NOTE, Entry, select_field, text_field
from mbp_claims.ui.rows import listed
from mbp_claims.ui.shell import section_head
from mbp_claims.views.people import PersonRow
from mbp_claims.words import _

ROLES = (("owner", _("Owner")), ("biller", _("Biller")), ("clinician", _("Clinician")))
NAME = Entry("name", _("Name, as Priya Lindqvist, LCPC"), testids.person_field("name"))
EMAIL = Entry("email", _("Email"), testids.person_field("email"))
ROLE = Entry("role", _("Role"), testids.person_field("role"))
NPI = Entry("npi", "NPI", testids.person_field("npi"), optional=True)


def people_table(rows: Any, *, on_role: Any, on_link: Any, on_disable: Any, on_enable: Any) -> rx.Component:
    """Everybody of the practice. `rows` holds PersonRow; each callback is given the id, `on_role` the role too."""
    heads = ((_("Name"), ""), (_("Role"), ""), (_("Clients"), ""), (_("What to do"), ""))
    return rx.el.div(
        rx.el.div(
            rx.el.table(
                rx.el.caption(_("People of the practice")),
                rx.el.thead(rx.el.tr(*[rx.el.th(label, scope="col", class_name=css) for label, css in heads])),
                rx.el.tbody(
                    rx.foreach(
                        listed(rows, PersonRow), lambda row: _person(row, on_role, on_link, on_disable, on_enable)
                    )
                ),
            ),
            class_name="wrap",
        ),
        class_name="card gap",
        data_testid=testids.PEOPLE_TABLE,
    )


def _person(row: Any, on_role: Any, on_link: Any, on_disable: Any, on_enable: Any) -> rx.Component:
    role = rx.el.select(
        *[rx.el.option(words, value=value) for value, words in ROLES], value=row.role, class_name="field",
        aria_label=_("Role of {name}", name=row.name), on_change=lambda role: on_role(row.id, role),
    )  # fmt: skip
    works = rx.el.div(
        _button(_("New link"), aria_label=_("New link for {name}", name=row.name), on_click=on_link(row.id)),
        _button(
            _("Disable"), aria_label=_("Disable {name}", name=row.name),
            custom_attrs=opens(testids.disable_alert(row.id)),
        ),
        _disable_alert(row, on_disable),
        class_name="does",
    )  # fmt: skip
    enable = _button(_("Enable"), aria_label=_("Enable {name}", name=row.name), on_click=on_enable(row.id))
    return rx.el.tr(
        rx.el.th(row.name, rx.el.span(row.email, class_name="sub"), scope="row", class_name="wrapsub"),
        rx.el.td(rx.cond(row.disabled, rx.el.span(_("Disabled"), class_name="muted"), role)),
        rx.el.td(row.clients, custom_attrs={"data-l": _("Clients")}),
        rx.el.td(rx.cond(row.disabled, enable, works)),
        custom_attrs={"data-id": row.id},
    )


def _disable_alert(row: Any, on_disable: Any) -> rx.Component:
    """Asked first: whoever is disabled is out in the middle of a sentence."""
    alert_id = testids.disable_alert(row.id)
    return alert_dialog(
        alert_id, _("Disable {name}?", name=row.name), safe_button(_("Keep"), alert_id),
        rx.el.button(
            _("Disable"), type="button", class_name="btn danger", custom_attrs=closes(alert_id),
            on_click=on_disable(row.id),
        ),
        body=_("Signed out everywhere at once, with no way to sign in. What was done stays, and you can enable again."),
    )  # fmt: skip


def _button(words: str, **props: Any) -> rx.Component:
    return rx.el.button(words, type="button", class_name="btn sm", **props)


def invite_form(view: Any, *, on_submit: Any) -> rx.Component:
    """Invites somebody. `view` is an InviteForm; `on_submit(form)`."""
    return rx.el.section(
        section_head(_("Invite somebody"), "h-invite",
            below=_("You pass on a link, through which they choose a password.")),
        rx.el.form(
            rx.el.p(**KEPT_NOTE),
            text_field(NAME, "", view.errors),
            text_field(EMAIL, "", view.errors, input_mode="email"),
            select_field(ROLE, "clinician", view.errors, ROLES),
            text_field(NPI, "", view.errors, input_mode="numeric"),
            rx.el.button(_("Make the invitation"), type="submit", class_name="btn primary", data_testid=testids.INVITE),
            class_name="card pad pf", no_validate=True, on_submit=on_submit, key=view.key,
            custom_attrs={"data-keeps": "invitation"},
        ),
        class_name="gap",
        aria_labelledby="h-invite",
    )  # fmt: skip


def invitation() -> rx.Component:
    """The link to pass on. The browser alone is told it (`toasts.pass_on`), shows it here, and forgets it."""
    return note(
        rx.el.span(custom_attrs={"data-whom": _("Pass this link on to {whom}.")}),
        _("It is shown once, works once, and for a day."),
        rx.el.div(class_name="code", custom_attrs={"data-link": ""}),
        rx.el.span(class_name="small muted", role="status", custom_attrs={"data-took": ""}),
        tone="success", icon="circle-check", hidden=True, data_testid=testids.INVITATION,
        end=rx.el.button(
            rx.icon("copy"), _("Copy"), type="button", class_name="btn sm", custom_attrs={"data-copies": ""}
        ),
        custom_attrs={"data-step": "link"},
    )  # fmt: skip
