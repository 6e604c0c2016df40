"""Asked before a completed claim waits for its payer again."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import alert_dialog, safe_button
from mbp_claims.views.claim import ReopenView
from mbp_claims.words import _


def reopen_alert(view: ReopenView | rx.Var[ReopenView], *, on_confirm: Any) -> rx.Component:
    """The alert `testids.REOPEN_ALERT`. `on_confirm()` reopens."""
    view = rx.Var.create(view)
    return alert_dialog(
        testids.REOPEN_ALERT,
        _("Reopen claim {number}?", number=view.number),
        safe_button(_("Keep it completed"), testids.REOPEN_ALERT),
        rx.el.button(
            _("Reopen claim"), type="button", class_name="btn danger", on_click=on_confirm,
            data_testid=testids.REOPEN_CONFIRM,
        ),
        body=view.body,
        key=view.key,
    )  # fmt: skip
