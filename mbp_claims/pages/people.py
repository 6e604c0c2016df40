"""The People page."""

import reflex as rx

from mbp_claims.pages.frame import framed
from mbp_claims.state.people import PeopleState
from mbp_claims.ui.feedback import failed, not_yours, page_bones
from mbp_claims.ui.people import invitation, invite_form, people_table
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _

WHAT = _("Who works here, and what each may do. Clinicians see their own clients; billers and owners see all.")


def people_page() -> rx.Component:
    state = PeopleState
    shown = rx.fragment(
        invitation(),
        people_table(
            state.rows, on_role=state.change_role, on_link=state.new_link, on_disable=state.disable,
            on_enable=state.enable,
        ),
        invite_form(state.form, on_submit=state.invite),
    )  # fmt: skip
    lost = failed(_("The people did not load"), on_retry=state.load)
    return framed(
        page_head(_("People"), below=rx.el.p(WHAT)),
        rx.match(state.phase, ("ready", shown), ("error", lost), ("refused", not_yours(state.why)), page_bones()),
        current=_("People"),
        crumbs=((_("People"), ""),),
        busy=state.phase == "loading",
    )
