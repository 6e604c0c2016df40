"""The Documents tab: what is kept of a client, put away and brought back, and a picture to look at."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.keep_document import bring_back_document, put_away_document
from mbp_claims.actions.open_documents import Documents, list_documents
from mbp_claims.domain.news import News
from mbp_claims.state.arguments import fresh, numbered, told
from mbp_claims.state.base import attempt, look
from mbp_claims.state.chart import client_number
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import close, refused, said
from mbp_claims.views.document import DocumentPreview, DocumentsView
from mbp_claims.views.show_documents import card_preview, document_preview, documents_view
from mbp_claims.words import _

NOT_PUT_AWAY = _("That did not work. Nothing was changed.")
NOT_OPENED = _("The picture did not load. Try again.")


class DocumentsState(rx.State):
    """Of the client in the address."""

    view: DocumentsView = DocumentsView()
    preview: DocumentPreview = DocumentPreview()
    phase: str = "loading"
    _id: int = 0

    @rx.event
    def load(self):
        number = client_number(str(self.router.url.path))
        if number != self.view.number:
            self.phase = "loading"
        self._show(number)

    @rx.event
    def open_preview(self, key: str):
        opened = look(list_documents, self.view.number)
        shown = _preview(opened.value, told(key, 20), fresh(self.preview.key)) if opened.value else None
        if shown is None:
            return [close(testids.DOCUMENT_PREVIEW), refused(opened.sentence(NOT_OPENED))]
        self.preview = shown
        return None

    @rx.event
    async def put_away(self, document_id: str):
        done = await attempt(put_away_document, numbered(document_id))
        self._show(self.view.number)
        if done.value is None:
            return refused(done.sentence(NOT_PUT_AWAY))
        return said(_("“{name}” was put away.", name=done.value.name), DocumentsState.bring_back(str(done.value.id)))

    @rx.event
    async def bring_back(self, document_id: str):
        done = await attempt(bring_back_document, numbered(document_id))
        self._show(self.view.number)
        if done.value is None:
            return refused(done.sentence(NOT_PUT_AWAY))
        return said(_("“{name}” is back.", name=done.value.name))

    def _hear(self, news: News) -> str:
        if self.phase == "ready" and news.of_client(self._id):
            self._show(self.view.number)
        return ""

    def _show(self, number: str) -> None:
        opened = look(list_documents, number)
        if opened.value is None:
            tell(self, view=DocumentsView(number=number), phase="error" if opened.failed else "ready")
            return
        found = opened.value
        self._id = found.client.id or 0
        tell(self, view=documents_view(number, found.kept, found.away, found.cards), phase="ready")


def _preview(found: Documents, key: str, opened: str) -> DocumentPreview | None:
    """Of the picture with that key (d7, c3), where it is of this chart."""
    documents = {f"d{one.id}": one for one in (*found.kept, *found.away)}
    cards = {f"c{one.id}": one for one in found.cards}
    if key in documents:
        return document_preview(opened, documents[key])
    return card_preview(opened, cards[key]) if key in cards else None
