"""Edit connection: a folder, or a server with its pinned key. Secrets are named here, never typed."""

from typing import Any

import reflex as rx

from mbp_claims import testids
from mbp_claims.ui.dialog import Frame, cancel_button, dialog, foot
from mbp_claims.ui.feedback import note
from mbp_claims.ui.field import Entry, area_field, select_field, text_field
from mbp_claims.ui.submission import error_summary, failure_note, submit_button
from mbp_claims.views.clearinghouse import ConnectionForm
from mbp_claims.words import _

FORM = "connection-form"
WAY = Entry("way", _("Files travel by"), testids.CONNECTION_WAY, wide=True)
HOST = Entry("host", _("Host"), testids.CONNECTION_HOST, _("As your clearinghouse gives it, like sftp.example.com"))
PORT = Entry("port", _("Port"), testids.CONNECTION_PORT, _("Usually 22"))
USERNAME = Entry("username", _("User name"), testids.CONNECTION_USERNAME)
SIGN_IN = Entry("sign_in", _("Sign in with"), testids.CONNECTION_SIGN_IN)
KEPT_IN = Entry("kept_in", _("The secret lies in"), testids.CONNECTION_KEPT_IN)
SECRET_NAME = Entry(
    "secret_name", _("Name of the secret"), testids.CONNECTION_SECRET_NAME,
    _("The name alone, like MBP_SFTP_KEY. The secret itself is set on the machine that runs this program."),
)  # fmt: skip
HOST_KEY = Entry(
    "host_key", _("Host key"), testids.CONNECTION_HOST_KEY,
    _("The key or fingerprint that your clearinghouse gives. Leave it empty to look it up."), wide=True,
)  # fmt: skip
OUTBOX = Entry("outbox", _("Outbox folder"), testids.CONNECTION_OUTBOX, _("Where claim files go"))
INBOX = Entry("inbox", _("Inbox folder"), testids.CONNECTION_INBOX, _("Where ERAs and acknowledgements come from"))
ARCHIVE = Entry("archive", _("Archive folder"), testids.CONNECTION_ARCHIVE)
AFTER_FETCH = Entry("after_fetch", _("Files that were taken in are"), testids.CONNECTION_AFTER_FETCH, wide=True)

WAYS = (("folder", _("Folder on this machine")), ("sftp", _("SFTP server")))
SIGN_INS = (("key", _("Key")), ("password", _("Password")))
KEPT = (("environment", _("Environment variable")), ("file", _("File in the folder of secrets")))
AFTER = (("archive", _("Moved to the archive")), ("delete", _("Deleted, once a copy is kept here")))


def connection_form(view: ConnectionForm | rx.Var[ConnectionForm], *, on_submit: Any) -> rx.Component:
    """The dialog `testids.CONNECTION_DIALOG`. `on_submit(form)` has the names of the entries above."""
    view = rx.Var.create(view)
    frame = Frame(
        testids.CONNECTION_DIALOG, _("Edit connection"),
        _("How files reach your clearinghouse, and how they come back."),
        key=view.key, discard=_("Discard these changes?"), narrow=True, body_label=_("Connection"),
    )  # fmt: skip
    form = rx.el.form(
        select_field(WAY, view.way, view.errors, WAYS),
        rx.el.div(*_server(view), class_name="when-sftp"),
        select_field(AFTER_FETCH, view.after_fetch, view.errors, AFTER),
        id=FORM, class_name="pf connection-form", no_validate=True, on_submit=on_submit, key=view.key,
    )  # fmt: skip
    return dialog(
        frame,
        rx.fragment(
            error_summary(view.errors, testids.ERROR_SUMMARY),
            failure_note(view.failure, FORM),
            form,
        ),
        foot(
            cancel_button(testids.CONNECTION_DIALOG, testids.CONNECTION_CANCEL),
            submit_button(_("Save connection"), _("Saving…"), FORM, testids.CONNECTION_SUBMIT),
        ),
    )


def _server(view: Any) -> list[rx.Component]:
    return [
        text_field(HOST, view.host, view.errors, spell_check=False),
        text_field(PORT, view.port, view.errors, input_mode="numeric"),
        text_field(USERNAME, view.username, view.errors, spell_check=False),
        select_field(SIGN_IN, view.sign_in, view.errors, SIGN_INS),
        select_field(KEPT_IN, view.kept_in, view.errors, KEPT),
        text_field(SECRET_NAME, view.secret_name, view.errors, spell_check=False),
        shown_key(view.shown_key),
        area_field(HOST_KEY, view.host_key, view.errors, "3", spell_check=False),
        text_field(OUTBOX, view.outbox, view.errors, spell_check=False),
        text_field(INBOX, view.inbox, view.errors, spell_check=False),
        text_field(ARCHIVE, view.archive, view.errors, spell_check=False),
    ]


def shown_key(fingerprint: Any) -> rx.Component:
    """The fingerprint that the server showed just now; nothing while it was not asked."""
    told = note(
        _("The server shows this fingerprint:"), rx.el.span(fingerprint, class_name="code"), tone="warning",
        icon="info", data_testid=testids.CONNECTION_SHOWN_KEY,
    )  # fmt: skip
    return rx.cond(fingerprint != "", rx.el.div(told, class_name="full"), rx.fragment())
