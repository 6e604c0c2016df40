"""Contact Info of a client's chart, and editing it."""

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.pages.chart_frame import in_chart
from mbp_claims.pages.frame import framed
from mbp_claims.state.chart import ChartState
from mbp_claims.ui.client_form import client_form
from mbp_claims.ui.contact import contact_info
from mbp_claims.words import _


def contact_page() -> rx.Component:
    content = contact_info(ChartState.contact, on_edit=ChartState.open_form)
    return framed(
        in_chart(content, current=testids.TAB_CONTACT_INFO),
        client_form(ChartState.form, on_submit=ChartState.save),
        current=_("Clients"),
        crumbs=((_("Clients"), routes.CLIENTS), (ChartState.client.name, "")),
        busy=~ChartState.loaded,
    )
