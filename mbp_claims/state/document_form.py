"""Editing what a document is called, what it is, and its note."""

from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.keep_document import edit_document
from mbp_claims.actions.open_documents import describe_document
from mbp_claims.state.arguments import entries, fresh, numbered
from mbp_claims.state.base import attempt, look
from mbp_claims.state.documents import DocumentsState
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.document import DocumentForm
from mbp_claims.views.show_documents import document_form
from mbp_claims.words import _

NOT_SAVED = _("The document was not saved. Your entries are still here.")
NOT_LOADED = _("The form did not load. Try again.")


class DocumentFormState(rx.State):
    """The form over one document."""

    form: DocumentForm = DocumentForm()
    _document: int = 0
    _seen: int = 0

    @rx.event
    def open(self, document_id: str):
        opened = look(describe_document, numbered(document_id))
        if opened.value is None:
            return [close(testids.DOCUMENT_DIALOG), refused(opened.sentence(NOT_LOADED))]
        kept = opened.value
        self._document, self._seen = kept.id or 0, kept.version
        self.form = document_form(fresh(self.form.key), kept)
        return None

    @rx.event
    async def save(self, form: dict):
        done = await attempt(edit_document, self._document, entries(form), self._seen)
        self._seen = done.seen(self._seen)
        if done.value is None:
            self.form = replace(self.form, errors=done.errors, failure=NOT_SAVED if done.failed else "")
            return problem(testids.DOCUMENT_DIALOG)
        documents = await self.get_state(DocumentsState)
        documents._show(documents.view.number)
        return [close(testids.DOCUMENT_DIALOG), said(_("“{name}” was saved.", name=done.value.name))]
