"""The Clearinghouse page: its parts, and its form."""

import reflex as rx

from mbp_claims import testids
from mbp_claims.gallery import clearinghouse_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard
from mbp_claims.gallery.staged import opened, said
from mbp_claims.ui.acknowledgements import acknowledgements
from mbp_claims.ui.clearinghouse import (
    connection_card,
    connection_news,
    left_files,
    sync_button,
    sync_progress,
    waiting_files,
)
from mbp_claims.ui.connection_form import connection_form, shown_key
from mbp_claims.views.clearinghouse import ClearinghouseView, ConnectionForm


def _card(view: ClearinghouseView, busy: str = "") -> rx.Component:
    return connection_card(
        rx.Var.create(view), busy, heard("connection_card.on_test"), heard("connection_card.on_edit")
    )  # fmt: skip


def _form(view: ConnectionForm) -> rx.Component:
    return opened(testids.CONNECTION_DIALOG, connection_form(view, on_submit=said("connection_form.on_submit")))


def _waiting(words: str, rows: list) -> rx.Component:
    return waiting_files(words, rows, heard("waiting_files.on_send"))


SPECIMENS = (
    Specimen("sync_button", "idle", lambda: sync_button("", heard("sync_button.on_sync"))),
    Specimen("sync_button", "busy", lambda: sync_button("sync", heard("sync_button.on_sync"))),
    Specimen("sync_progress", "busy", lambda: sync_progress("sync")),
    Specimen("connection_card", "folder", lambda: _card(cast.FOLDER)),
    Specimen("connection_card", "sftp", lambda: _card(cast.SFTP)),
    Specimen("connection_card", "testing", lambda: _card(cast.SFTP, "test")),
    Specimen("connection_news", "works", lambda: connection_news("", "The connection works.", True)),
    Specimen("connection_news", "refused", lambda: connection_news("", cast.SFTP.problem, False)),
    Specimen("connection_news", "last-sync", lambda: connection_news(cast.SFTP.problem, "", False)),
    Specimen("waiting_files", "two", lambda: _waiting(cast.SFTP.waiting_words, cast.WAITING)),
    Specimen("waiting_files", "none", lambda: _waiting("", [])),
    Specimen("left_files", "two", lambda: left_files(cast.LEFT)),
    Specimen("left_files", "none", lambda: left_files([])),
    Specimen("acknowledgements", "list", lambda: acknowledgements([cast.ACCEPTED, cast.RECEIVED, cast.NO_CLAIM])),
    Specimen("acknowledgements", "empty", lambda: acknowledgements([])),
    Specimen("connection_form", "folder", lambda: _form(cast.FOLDER_FORM)),
    Specimen("connection_form", "sftp", lambda: _form(cast.SFTP_FORM)),
    Specimen("connection_form", "errors", lambda: _form(cast.WRONG_FORM)),
    Specimen("connection_form", "compare-key", lambda: _form(cast.KEY_FORM)),
    Specimen("shown_key", "shown", lambda: shown_key(rx.Var.create(cast.KEY_FORM.shown_key))),
)
