"""The ERA Inbox, importing, and the page of one ERA."""

import reflex as rx

from mbp_claims.gallery import claim_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard
from mbp_claims.ui.era_detail import era_detail
from mbp_claims.ui.era_drop import era_drop, import_answers, import_button
from mbp_claims.ui.era_list import era_list


def _drop(reading: str = "") -> rx.Component:
    return rx.fragment(import_button(), era_drop(heard("era_drop.on_import"), reading=reading))


SPECIMENS = (
    Specimen("era_list", "list", lambda: era_list(cast.ERAS)),
    Specimen("era_list", "loading", lambda: era_list([], state="loading")),
    Specimen("era_list", "empty", lambda: era_list([])),
    Specimen("era_list", "error", lambda: era_list([], state="error", on_retry=heard("era_list.on_retry"))),
    Specimen("era_drop", "idle", _drop),
    Specimen("era_drop", "reading", lambda: _drop("Reading remit.835")),
    Specimen("import_answers", "not-an-835", lambda: import_answers([cast.NOT_AN_835])),
    Specimen("import_answers", "partly-read", lambda: import_answers([cast.PARTLY_READ])),
    Specimen("import_answers", "imported-before", lambda: import_answers([cast.IMPORTED_BEFORE])),
    Specimen("import_answers", "posted", lambda: import_answers([cast.POSTED])),
    Specimen("era_detail", "one-not-matched", lambda: era_detail(cast.AETNA_ERA)),
    Specimen("era_detail", "problems", lambda: era_detail(cast.TROUBLED_ERA)),
    Specimen("era_detail", "not-found", lambda: era_detail(cast.NO_ERA)),
)
