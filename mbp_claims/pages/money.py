"""The practice's money over time."""

import reflex as rx

from mbp_claims.pages.frame import framed
from mbp_claims.state.money import MoneyState
from mbp_claims.ui.feedback import failed, page_bones
from mbp_claims.ui.money import MoneyEvents, money, money_toolbar
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _

WHAT = _("What was billed, where it went, and what is still open.")


def money_page() -> rx.Component:
    state = MoneyState
    events = MoneyEvents(state.choose_first, state.choose_last, state.choose_payer)
    shown = rx.fragment(money_toolbar(state.view, events), money(state.view))
    broken = failed(_("The money did not load"), on_retry=state.refresh)
    return framed(
        page_head(_("Money"), below=rx.el.p(WHAT)),
        rx.match(state.phase, ("ready", shown), ("error", broken), page_bones()),
        current=_("Money"),
        crumbs=((_("Money"), ""),),
        busy=state.phase == "loading",
    )
