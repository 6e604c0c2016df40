"""The Clearinghouse page."""

import reflex as rx

from mbp_claims.pages.frame import framed
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.ui.acknowledgements import acknowledgements
from mbp_claims.ui.clearinghouse import (
    connection_card,
    connection_news,
    left_files,
    sync_button,
    sync_progress,
    waiting_files,
)
from mbp_claims.ui.connection_form import connection_form
from mbp_claims.ui.feedback import failed, not_yours, page_bones
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _

WHAT = _("Claim files go out through it; ERAs and acknowledgements come in.")


def clearinghouse_page() -> rx.Component:
    state = ClearinghouseState
    shown = rx.fragment(
        sync_progress(state.busy),
        connection_news(state.view.problem, state.tried, state.works),
        waiting_files(state.view.waiting_words, state.view.waiting, state.send),
        connection_card(state.view, state.busy, state.test, state.open_form),
        left_files(state.view.left),
        acknowledgements(state.view.acknowledgements),
    )
    lost = failed(_("The clearinghouse did not load"), on_retry=state.load)
    sync = rx.cond(state.phase == "refused", rx.fragment(), sync_button(state.busy, state.sync))
    return framed(
        page_head(_("Clearinghouse"), sync, below=rx.el.p(WHAT)),
        rx.match(state.phase, ("ready", shown), ("error", lost), ("refused", not_yours(state.why)), page_bones()),
        connection_form(state.form, on_submit=state.save),
        current=_("Clearinghouse"),
        crumbs=((_("Clearinghouse"), ""),),
        busy=state.phase == "loading",
    )
