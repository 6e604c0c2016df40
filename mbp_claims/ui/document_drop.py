"""Adding documents: drop files or choose them, and what was not added."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.drop_zone import DropZone, clear_messages, drop_zone, zone_disc
from mbp_claims.ui.feedback import note
from mbp_claims.ui.rows import listed
from mbp_claims.views.document import RefusedFile
from mbp_claims.words import _

ZONE = DropZone(
    _("Drop documents here"), _("JPG, PNG, HEIC or PDF, up to 10 MB each."), _("Drop to add"), _("Documents"), 10,
    testids.DOCUMENT_UPLOAD_ID, testids.DOCUMENT_DROP, testids.DOCUMENT_CHOOSE,
)  # fmt: skip


def document_drop(on_add: Any, *, adding: Any = "") -> rx.Component:
    """The drop zone. `on_add(files)` gets the files as they come; while they are added, `adding` says so."""
    adding = rx.Var.create(adding)
    return rx.cond(adding != "", _busy(adding), drop_zone(ZONE, on_add))


def _busy(adding: Any) -> rx.Component:
    words = rx.el.p(rx.el.b(adding))
    return rx.el.div(
        zone_disc(), words, class_name="zone busy gap", role="status", data_testid=testids.DOCUMENT_DROP
    )


def refused_files(refused: Any, *, on_clear: Any) -> rx.Component:
    """Files that were not added, each with its reason, until on_clear(). `refused` holds RefusedFile."""
    files = listed(refused, RefusedFile)
    clear = clear_messages(on_clear)
    return rx.fragment(rx.foreach(files, _refused), rx.cond(files.length() > 0, clear, rx.fragment()))


def _refused(file: Any) -> rx.Component:
    title = _("{name} was not added.", name=file.name)
    return note(title, file.why, ".", tone="danger", icon="circle-x", data_testid=testids.DOCUMENT_REFUSED)
