"""Documents told in words."""

from datetime import datetime

from mbp_claims import routes
from mbp_claims.clock import local
from mbp_claims.domain.days import show_day
from mbp_claims.domain.document import ENDINGS, SHOWN, WORDS, CardLine, Document, DocumentKind, DocumentLine
from mbp_claims.views.document import DocumentForm, DocumentPreview, DocumentRow, DocumentsView
from mbp_claims.words import _, ngettext

KILO = 1024
CARD = _("Insurance card")


def documents_view(
    number: str, kept: tuple[DocumentLine, ...], away: tuple[DocumentLine, ...], cards: tuple[CardLine, ...]
) -> DocumentsView:
    """Cards stand after the documents: they are looked after in the Claim Center."""
    rows = [*map(_row, kept), *map(_card, cards)]
    count = ngettext("{count:,} document", "{count:,} documents", len(rows)) if rows else ""
    label = _("Put away ({count})", count=len(away)) if away else ""
    return DocumentsView(number, count, rows, [_row(one) for one in away], label)


def _row(one: DocumentLine) -> DocumentRow:
    if one.removed_at:
        by = _("Put away {day} by {who}", day=_day(one.removed_at), who=one.removed_by)
    else:
        by = _("Added by {who}", who=one.added_by)
    caution = _("May ask for a password") if one.protected else ""
    shown = one.media_type in SHOWN
    return DocumentRow(
        f"d{one.id}", one.name, WORDS[DocumentKind(one.kind)], _day(one.added_at), size_words(one.size),
        routes.file_document(one.id), by, one.note, caution, shown, str(one.id),
    )  # fmt: skip


def _card(one: CardLine) -> DocumentRow:
    shown = one.media_type in SHOWN
    names = {
        "front": _("Insurance card, {payer}, front", payer=one.payer),
        "back": _("Insurance card, {payer}, back", payer=one.payer),
    }
    return DocumentRow(
        f"c{one.id}", names[one.side], CARD, _day(one.added_at), size_words(one.size), routes.file_card(one.id),
        _("Kept with the plan from {day}", day=show_day(one.effective)), shown=shown,
    )  # fmt: skip


def document_preview(key: str, one: DocumentLine) -> DocumentPreview:
    below = _("{kind}, added {day} by {who}", kind=_kind(one.kind), day=_day(one.added_at), who=one.added_by)
    ending = ENDINGS[one.media_type]
    alt = _("Picture of {name}", name=one.name)
    return DocumentPreview(key, one.name, below, routes.file_document(one.id), alt, f"{one.name}.{ending}")


def card_preview(key: str, one: CardLine) -> DocumentPreview:
    words = {
        "front": (_("Insurance card, front"), _("Front of {payer} insurance card", payer=one.payer)),
        "back": (_("Insurance card, back"), _("Back of {payer} insurance card", payer=one.payer)),
    }
    title, alt = words[one.side]
    ending = ENDINGS[one.media_type]
    return DocumentPreview(key, title, one.payer, routes.file_card(one.id), alt, f"insurance-card-{one.side}.{ending}")


def document_form(key: str, one: Document) -> DocumentForm:
    below = _("Added {day} by {who}", day=_day(one.added_at), who=one.added_by)
    return DocumentForm(key, one.name, one.kind, one.note, below)


def size_words(size: int) -> str:
    """`340 KB`, `1.2 MB`; of bytes."""
    if size < KILO * KILO:
        return _("{size} KB", size=max(1, -(-size // KILO)))
    return _("{size} MB", size=f"{size / (KILO * KILO):.1f}")


def _kind(kind: str) -> str:
    return WORDS[DocumentKind(kind)]


def _day(moment: datetime | None) -> str:
    return show_day(local(moment).date()) if moment else ""
