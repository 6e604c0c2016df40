"""The Superbills tab of a chart: sessions to choose, the superbill that comes of them, and those that were made."""

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.pages.chart_frame import in_chart
from mbp_claims.pages.frame import framed
from mbp_claims.state.chart import ChartState
from mbp_claims.state.superbills import SuperbillsState
from mbp_claims.ui.feedback import failed, page_bones
from mbp_claims.ui.superbill import superbill
from mbp_claims.ui.superbill_form import superbill_form
from mbp_claims.ui.superbill_list import superbill_list
from mbp_claims.words import _


def superbills_page() -> rx.Component:
    state = SuperbillsState
    choice = rx.fragment(
        superbill_form(state.view, on_first=state.set_first, on_last=state.set_last, on_preview=state.preview),
        superbill_list(state.view.made, records=routes.records(state.view.number), on_open=state.open_made),
    )
    page = superbill(state.sheet, on_back=state.back, on_print=state.print, on_download=state.download)
    shown = rx.el.div(rx.cond(state.showing, page, choice), id=testids.SUPERBILL_PANEL)
    lost = failed(_("The sessions did not load"), on_retry=state.load)
    content = rx.match(state.phase, ("ready", shown), ("error", lost), page_bones())
    return framed(
        in_chart(content, current=testids.TAB_SUPERBILLS),
        current=_("Clients"),
        crumbs=((_("Clients"), routes.CLIENTS), (ChartState.client.name, "")),
        busy=~ChartState.loaded | (SuperbillsState.phase == "loading"),
    )
