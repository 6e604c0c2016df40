"""The Documents tab: adding, the list, a picture to look at, the form. All invented."""

from dataclasses import replace

from mbp_claims import testids
from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.gallery.staged import acted, opened, said
from mbp_claims.ui.document_drop import document_drop, refused_files
from mbp_claims.ui.document_form import document_form
from mbp_claims.ui.document_list import DocumentEvents, document_bones, document_list, document_rows
from mbp_claims.ui.document_preview import document_preview
from mbp_claims.views.document import DocumentForm, DocumentPreview, DocumentRow, DocumentsView, RefusedFile

CONSENT = DocumentRow(
    "d3", "Consent to treatment", "Consent form", "11/20/2026", "84 KB", "/files/document/3",
    "Added by June Marlow, LCSW", "Signed on paper, scanned at the front desk", id="3",
)  # fmt: skip
LICENSE = DocumentRow(
    "d2", "Driver’s license", "Photo ID", "11/02/2026", "1.2 MB", "/files/document/2", "Added by Priya Nair",
    shown=True, id="2",
)  # fmt: skip
LOCKED = replace(
    CONSENT, key="d1", id="1", name="Letter of Cumberland County Superior Court about case CV-26-118 with attachments",
    kind="Letter or record", note="", caution="May ask for a password", size="9.8 MB",
)  # fmt: skip
CARD = DocumentRow(
    "c1", "Insurance card, Aetna, front", "Insurance card", "01/04/2026", "310 KB", "/files/card/1",
    "Kept with the plan from 01/01/2026", shown=True,
)  # fmt: skip
AWAY = replace(LICENSE, key="d9", id="9", name="Old license", by="Put away 11/21/2026 by June Marlow, LCSW")
VIEW = DocumentsView("R-0412", "4 documents", [CONSENT, LICENSE, LOCKED, CARD], [AWAY], "Put away (1)")
EVENTS = DocumentEvents(
    heard_with("preview"), heard_with("edit"), heard_with("put_away"), heard_with("bring_back")
)  # fmt: skip
GIF = RefusedFile("waves.gif", "The file must be a JPG, PNG, HEIC or PDF")
TWICE = RefusedFile("consent.pdf", "This file is in the chart already: “Consent to treatment”, added 11/20/2026")
DRAWN = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 86 54'%3E%3Crect width='86' "
    "height='54' rx='4' fill='%23136f63'/%3E%3Cpath d='M8 16h40M8 26h28M8 40h60' stroke='white' stroke-width='4'/%3E"
    "%3C/svg%3E"
)
FRONT = DocumentPreview("1", "Insurance card, front", "Aetna", DRAWN, "Front of Aetna insurance card", "card.png")
FORM = DocumentForm(
    "1", "Consent to treatment", "consent", "Signed on paper", "Added 11/20/2026 by June Marlow, LCSW"
)  # fmt: skip
CHANGED = (
    "Someone else changed this document. Reload to see it. Priya Nair, 11/23/2026 09:40 AM: Document “Consent” changed."
    " Save again to keep yours instead."
)
TURN = f"document.querySelector('[data-testid={testids.DOCUMENT_ROTATE}]').click()"


def _list(view: DocumentsView):  # type: ignore[no-untyped-def]
    return document_list(view, EVENTS, document_drop(heard("on_add")))


def _preview(view: DocumentPreview):  # type: ignore[no-untyped-def]
    return opened(testids.DOCUMENT_PREVIEW, document_preview(view))


def _form(view: DocumentForm):  # type: ignore[no-untyped-def]
    return opened(testids.DOCUMENT_DIALOG, document_form(view, on_submit=said("document_form.on_submit")))


SPECIMENS = (
    Specimen("document_list", "some", lambda: _list(VIEW)),
    Specimen("document_list", "none", lambda: _list(DocumentsView("R-0412"))),
    Specimen("document_list", "all-away", lambda: _list(replace(VIEW, rows=[], count=""))),
    Specimen("document_rows", "each-kind", lambda: document_rows(VIEW.rows, EVENTS, label="Documents")),
    Specimen("document_rows", "away", lambda: document_rows([AWAY], EVENTS, label="Put away", away=True)),
    Specimen("document_bones", "waiting", document_bones),
    Specimen("document_drop", "idle", lambda: document_drop(heard("on_add"))),
    Specimen("document_drop", "adding", lambda: document_drop(heard("on_add"), adding="Adding file 2 of 3…")),
    Specimen("refused_files", "two", lambda: refused_files([GIF, TWICE], on_clear=heard("on_clear"))),
    Specimen("document_preview", "card", lambda: _preview(FRONT)),
    Specimen("document_preview", "turned", lambda: acted(_preview(FRONT), TURN)),
    Specimen("document_preview", "lost", lambda: _preview(replace(FRONT, src="/files/document/0"))),
    Specimen("document_form", "filled", lambda: _form(FORM)),
    Specimen("document_form", "errors", lambda: _form(replace(FORM, name="", errors={
        "name": "Enter a name for the document"}))),
    Specimen("document_form", "changed-since", lambda: _form(replace(FORM, errors={"form": CHANGED}))),
    Specimen("document_form", "failed", lambda: _form(replace(
        FORM, failure="The document was not saved. Your entries are still here."))),
)  # fmt: skip
