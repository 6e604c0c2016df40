"""Documents of a client's chart."""

import reflex as rx

from mbp_claims import routes, testids
from mbp_claims.pages.chart_frame import in_chart
from mbp_claims.pages.frame import framed
from mbp_claims.state.chart import ChartState
from mbp_claims.state.document_adding import DocumentAddingState
from mbp_claims.state.document_form import DocumentFormState
from mbp_claims.state.documents import DocumentsState
from mbp_claims.ui.document_drop import document_drop, refused_files
from mbp_claims.ui.document_form import document_form
from mbp_claims.ui.document_list import DocumentEvents, document_bones, document_list
from mbp_claims.ui.document_preview import document_preview
from mbp_claims.ui.feedback import failed
from mbp_claims.words import _


def documents_page() -> rx.Component:
    state = DocumentsState
    take = DocumentAddingState.take(rx.upload_files(upload_id=testids.DOCUMENT_UPLOAD_ID))
    drop = rx.fragment(
        document_drop(take, adding=DocumentAddingState.adding),
        rx.cond(
            DocumentAddingState.number == state.view.number,
            refused_files(DocumentAddingState.refused, on_clear=DocumentAddingState.forget),
            rx.fragment(),
        ),
    )
    events = DocumentEvents(state.open_preview, DocumentFormState.open, state.put_away, state.bring_back)
    lost = failed(_("Documents did not load"), on_retry=state.load, test_id=testids.DOCUMENTS_RETRY)
    shown = rx.match(
        state.phase, ("ready", document_list(state.view, events, drop)), ("error", lost), document_bones()
    )
    return framed(
        in_chart(shown, current=testids.TAB_DOCUMENTS),
        document_preview(state.preview),
        document_form(DocumentFormState.form, on_submit=DocumentFormState.save),
        current=_("Clients"),
        crumbs=((_("Clients"), routes.CLIENTS), (ChartState.client.name, "")),
        busy=~ChartState.loaded | (state.phase == "loading"),
    )
