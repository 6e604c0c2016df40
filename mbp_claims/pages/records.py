"""Records of a client's chart: disclosures, and the export of the record."""

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.pages.chart_frame import in_chart
from mbp_claims.pages.frame import framed
from mbp_claims.state.chart import ChartState
from mbp_claims.state.records import RecordsState
from mbp_claims.ui.disclosure_form import disclosure_form
from mbp_claims.ui.feedback import failed, page_bones
from mbp_claims.ui.records import disclosures, record_export
from mbp_claims.words import _


def records_page() -> rx.Component:
    state = RecordsState
    shown = rx.fragment(
        record_export(state.view, on_export=state.open_export),
        disclosures(state.view, on_record=state.open_form, on_wrong=state.mark_wrong, on_right=state.mark_right),
    )
    lost = failed(_("The disclosures did not load"), on_retry=state.load)
    content = rx.match(state.phase, ("ready", shown), ("error", lost), page_bones())
    return framed(
        in_chart(content, current=testids.TAB_RECORDS),
        disclosure_form(state.form, on_submit=state.submit),
        current=_("Clients"),
        crumbs=((_("Clients"), routes.CLIENTS), (ChartState.client.name, "")),
        busy=~ChartState.loaded | (RecordsState.phase == "loading"),
    )
