"""The first page of a client's chart."""

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.pages.chart_frame import in_chart
from mbp_claims.pages.frame import framed
from mbp_claims.state.chart import ChartState
from mbp_claims.state.overview import OverviewState
from mbp_claims.ui.feedback import failed, page_bones
from mbp_claims.ui.overview import overview
from mbp_claims.words import _


def overview_page() -> rx.Component:
    broken = failed(_("The overview did not load"), on_retry=OverviewState.load)
    shown = rx.match(OverviewState.phase, ("ready", overview(OverviewState.view)), ("error", broken), page_bones())
    return framed(
        in_chart(shown, current=testids.TAB_OVERVIEW),
        current=_("Clients"),
        crumbs=((_("Clients"), routes.CLIENTS), (ChartState.client.name, "")),
        busy=~ChartState.loaded | (OverviewState.phase == "loading"),
    )
