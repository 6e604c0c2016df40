"""The Settings page: what claims say of the practice."""

import reflex as rx

from mbp_claims.pages.frame import framed
from mbp_claims.state.settings import SettingsState
from mbp_claims.ui.crossover_waits import crossover_waits
from mbp_claims.ui.feedback import failed, not_yours, page_bones
from mbp_claims.ui.practice_form import practice_form
from mbp_claims.ui.settings import missing_facts, practice_part, signing_in
from mbp_claims.ui.shell import page_head
from mbp_claims.words import _

WHAT = _("What your claims say of the practice. Claims that were filed already stay as they were.")


def settings_page() -> rx.Component:
    state, view = SettingsState, SettingsState.view
    shown = rx.fragment(
        missing_facts(view.missing),
        practice_part("identity", _("Practice"), view.identity, on_edit=state.open_identity),
        practice_part("numbers", _("NPI and tax ID"), view.numbers, on_edit=state.open_numbers),
        practice_part("sending", _("Electronic claims"), view.sending, on_edit=state.open_sending, below=view.usage),
        crossover_waits(state.waits, on_submit=state.save_waits),
        signing_in(view.second_step, on_ask=state.ask_second_step),
    )
    lost = failed(_("The settings did not load"), on_retry=state.load)
    return framed(
        page_head(_("Settings"), below=rx.el.p(WHAT)),
        rx.match(state.phase, ("ready", shown), ("error", lost), ("refused", not_yours(state.why)), page_bones()),
        practice_form(state.form, on_submit=state.save),
        current=_("Settings"),
        crumbs=((_("Settings"), ""),),
        busy=state.phase == "loading",
    )
