"""The form of a connection: values, or a sentence beside the field; it reaches no other file or variable."""

from datetime import date

import pytest

from mbp_claims.domain.connection_draft import ConnectionDraft
from mbp_claims.domain.violation import RuleViolation

TODAY = date(2026, 11, 23)
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq4Zk7wXa"
FORM = {
    "way": "sftp", "after_fetch": "archive", "host": "sftp.example.com", "port": "22", "username": "quietcove",
    "sign_in": "key", "kept_in": "environment", "secret_name": "MBP_SFTP_KEY", "host_key": KEY, "outbox": "claims/out",
    "inbox": "claims/in", "archive": "claims/archive",
}  # fmt: skip


def errors(**changes: object) -> dict[str, str]:
    with pytest.raises(RuleViolation) as refused:
        ConnectionDraft.read(FORM | changes, TODAY)
    return refused.value.fields


def test_a_whole_form_is_taken():
    draft = ConnectionDraft.read(FORM, TODAY)
    assert (draft.host, draft.port, draft.secret_name, draft.words) == (
        "sftp.example.com", 22, "MBP_SFTP_KEY", "SFTP, sftp.example.com"
    )  # fmt: skip


def test_a_folder_needs_nothing_else():
    draft = ConnectionDraft.read({"way": "folder", "after_fetch": "delete"}, TODAY)
    assert (draft.way, draft.after_fetch, draft.host) == ("folder", "delete", "")


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("way", "pigeon", "Choose how files travel"),
        ("host", "", "Enter the host"),
        ("host", "sftp example", "Host must be a name, like sftp.example.com"),
        ("host", "169.254.169.254", "Host must be your clearinghouse’s server"),
        ("port", "http", "Port must be a number, like 22"),
        ("port", "65536", "Port must be a number, like 22"),
        ("username", "", "Enter the user name"),
        ("secret_name", "MBP_DATABASE_URL", "Name must begin with MBP_SFTP_, like MBP_SFTP_KEY"),
        ("secret_name", "hunter2", "Name must begin with MBP_SFTP_, like MBP_SFTP_KEY"),
        ("host_key", "", "Look up the host key, compare it, and pin it"),
        (
            "host_key", "yes", "Host key must be a line like ssh-ed25519 AAAA…, or a fingerprint like SHA256:…",
        ),
        ("outbox", "../etc", "Outbox must be a folder, like outbox or /claims/outbox"),
        ("inbox", "claims/out", "Inbox must be a folder of its own"),
        ("after_fetch", "burn", "Choose what becomes of files that were fetched"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(name: str, typed: str, sentence: str):
    assert errors(**{name: typed}) == {name: sentence}


@pytest.mark.parametrize("name", ["../key", "a/b", ".hidden", ""])
def test_a_secret_file_lies_in_the_folder_of_secrets(name: str):
    assert list(errors(kept_in="file", secret_name=name)) == ["secret_name"]


def test_a_fingerprint_can_be_pinned_too():
    fingerprint = "SHA256:wW2Zo6EWO0mPDdHnSMNeZDHnNJuXmDTN9zFWk4PZL8A"
    assert ConnectionDraft.read(FORM | {"host_key": fingerprint}, TODAY).host_key == fingerprint
