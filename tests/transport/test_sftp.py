"""SFTP against a real OpenSSH server: files arrive whole or not at all, and what goes wrong is said in a sentence."""

import contextlib
from pathlib import Path

import pytest

from mbp_claims.domain.connection import Connection
from mbp_claims.domain.mail import MailProblem
from mbp_claims.transport.host_key import look_up
from mbp_claims.transport.mailbox import open_mailbox
from mbp_claims.transport.sftp import SftpMailbox
from tests.transport.cable import Cable
from tests.transport.conftest import KEY, connection_to
from tests.transport.sshd import OpenSshServer

NAME = "QUIETCOVE-000000001-1a2b3c4d.837p"
CONTENT = b"ISA*00~" * 30_000
"""Long enough to be cut in the middle."""


def deliver(connection: Connection, content: bytes = CONTENT) -> None:
    with open_mailbox(connection) as mailbox:
        mailbox.deliver(NAME, content)


def problem(connection: Connection) -> MailProblem:
    with pytest.raises(MailProblem) as told:
        deliver(connection)
    return told.value


def test_a_file_arrives_whole_and_under_its_name(server: OpenSshServer, to_server: Connection):
    deliver(to_server)
    assert server.sent() == {NAME: CONTENT}


def test_a_file_that_lies_there_already_is_not_sent_again(server: OpenSshServer, to_server: Connection):
    deliver(to_server)
    before = (server.home / "outbox" / NAME).stat()
    deliver(to_server)
    after = (server.home / "outbox" / NAME).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_shorter_file_of_that_name_is_replaced(server: OpenSshServer, to_server: Connection):
    server.put(NAME, CONTENT[:100], "outbox")
    server.put(f".{NAME}.part", CONTENT[:50], "outbox")
    deliver(to_server)
    assert server.sent() == {NAME: CONTENT}


def test_a_connection_that_breaks_in_the_middle_leaves_no_file_and_the_next_try_sends_it(
    server: OpenSshServer, cable: Cable
):
    over_cable = connection_to(server, port=cable.port)
    cable.cut_after = 60_000
    assert problem(over_cable).sentence == (
        "The connection to 127.0.0.1 broke off. The files wait, and go as soon as it does."
    )
    assert cable.cuts == 1
    assert NAME not in server.sent()
    cable.cut_after = None
    deliver(over_cable)
    assert server.sent() == {NAME: CONTENT}


def test_another_host_key_than_the_pinned_one_is_refused_before_anything_is_sent(server: OpenSshServer):
    other = " ".join(server.key.with_suffix(".pub").read_text().split()[:2])
    for pinned in (other, "SHA256:wW2Zo6EWO0mPDdHnSMNeZDHnNJuXmDTN9zFWk4PZL8A"):
        told = problem(connection_to(server, host_key=pinned))
        assert told.sentence.startswith("127.0.0.1 does not show the host key that is pinned. Nothing was sent.")
        assert told.needs_person
    assert server.sent() == {}


def test_the_host_key_can_be_looked_up_and_pinned_by_its_line_or_its_fingerprint(
    server: OpenSshServer, to_server: Connection
):
    line, fingerprint = look_up(to_server)
    assert line == server.host_key_line
    for pinned in (line, fingerprint, f"127.0.0.1 {line} a comment"):
        deliver(connection_to(server, host_key=pinned))
    assert server.sent() == {NAME: CONTENT}


def test_a_key_that_the_server_does_not_know_is_refused(
    server: OpenSshServer, to_server: Connection, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(KEY, server.host_key.read_text())
    told = problem(to_server)
    assert told.sentence == (
        f"127.0.0.1 refused the sign-in of {server.user}. Check the user name and the key in {KEY}."
    )
    assert told.needs_person


@pytest.mark.parametrize(
    ("variable", "sentence"),
    [
        ("", f"The environment variable {KEY} is not set on the machine that runs this program."),
        ("not a key", f"The environment variable {KEY} holds no private key that can be opened."),
    ],
)
def test_a_secret_that_is_missing_or_no_key_is_named(
    to_server: Connection, monkeypatch: pytest.MonkeyPatch, variable: str, sentence: str
):
    monkeypatch.setenv(KEY, variable)
    assert problem(to_server).sentence == sentence


@pytest.mark.parametrize("name", ["MBP_DATABASE_URL", "PATH", "MBP_SFTP_"])
def test_no_other_variable_can_be_named(to_server: Connection, monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv(name, "secret")
    to_server.secret_name = name
    assert "is not set" in problem(to_server).sentence


def test_a_secret_may_lie_in_a_file_and_no_name_leads_out_of_its_folder(
    server: OpenSshServer, to_server: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from dataclasses import replace

    from mbp_claims import settings

    monkeypatch.setattr(settings, "settings", replace(settings.settings, secrets=tmp_path / "secrets"))
    (tmp_path / "secrets").mkdir()
    for place in (tmp_path / "secrets" / "sftp_key", tmp_path / "outside"):
        place.write_text(server.key.read_text())
    to_server.kept_in, to_server.secret_name = "file", "sftp_key"
    deliver(to_server)
    to_server.secret_name = "../outside"
    assert "is not set" in problem(to_server).sentence


def test_a_full_disk_leaves_no_file_and_says_how_much_it_took(to_server: Connection, monkeypatch: pytest.MonkeyPatch):
    full = OpenSshServer()
    try:
        full.start(largest_file=50_000)
        monkeypatch.setenv(KEY, full.key.read_text())
        told = problem(connection_to(full))
        assert told.sentence.startswith("127.0.0.1 took ")
        assert told.sentence.endswith("of 210,000 bytes: its disk or your quota may be full.")
        assert full.sent() == {}
        assert not told.needs_person
    finally:
        full.throw_away()


def test_a_folder_that_may_not_be_written_to_is_named(server: OpenSshServer, to_server: Connection):
    outbox = server.home / "outbox"
    outbox.chmod(0o555)
    try:
        told = problem(to_server)
    finally:
        outbox.chmod(0o755)
    assert told.sentence == f"127.0.0.1 does not let {server.user} use the folder outbox."
    assert told.needs_person


def test_a_folder_that_is_not_there_is_named(to_server: Connection):
    to_server.outbox = "nowhere"
    assert problem(to_server).sentence == "There is no folder nowhere on 127.0.0.1."


def test_a_server_that_is_gone_does_not_answer_and_one_that_is_back_takes_the_file(
    server: OpenSshServer, to_server: Connection
):
    server.stop()
    try:
        told = problem(to_server)
    finally:
        server.start()
    assert told.sentence == (
        f"127.0.0.1, port {server.port} does not answer. The files wait, and go as soon as it does."
    )
    assert not told.needs_person
    deliver(to_server)
    assert server.sent() == {NAME: CONTENT}


def test_a_server_that_says_nothing_is_not_waited_for_without_end(to_server: Connection):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        to_server.port = silent.getsockname()[1]
        with pytest.raises(MailProblem) as told, SftpMailbox(to_server, step_seconds=0.3):
            pass
    assert "does not answer in time" in told.value.sentence


def test_the_inbox_is_listed_without_folders_and_unfinished_files(server: OpenSshServer, to_server: Connection):
    for name in ("b.835", "a.999", "c.835.part", ".hidden", "d.tmp", "e.FILEPART"):
        server.put(name, b"ISA")
    (server.home / "inbox" / "old").mkdir()
    try:
        with open_mailbox(to_server) as mailbox:
            assert [(one.name, one.size) for one in mailbox.look()] == [("a.999", 3), ("b.835", 3)]
    finally:
        (server.home / "inbox" / "old").rmdir()


def test_what_was_taken_in_goes_to_the_archive_and_never_over_another_file(
    server: OpenSshServer, to_server: Connection
):
    server.put("a.999", b"before", "archive")
    server.put("a.999", b"ISA*now")
    with open_mailbox(to_server) as mailbox:
        (file,) = mailbox.look()
        assert mailbox.fetch(file) == b"ISA*now"
        mailbox.put_away(file)
        mailbox.put_away(file)
        assert mailbox.look() == []
    assert {path.name: path.read_bytes() for path in (server.home / "archive").iterdir()} == {
        "a.999": b"before", "a-2.999": b"ISA*now"
    }  # fmt: skip


def test_or_is_deleted(server: OpenSshServer, to_server: Connection):
    server.put("a.999", b"ISA")
    to_server.after_fetch = "delete"
    with open_mailbox(to_server) as mailbox:
        mailbox.put_away(mailbox.look()[0])
    assert [*(server.home / "inbox").iterdir(), *(server.home / "archive").iterdir()] == []


def test_the_connection_can_be_tried_without_leaving_anything(server: OpenSshServer, to_server: Connection):
    with open_mailbox(to_server) as mailbox:
        mailbox.check()
    assert server.sent() == {}
    to_server.inbox = "nowhere"
    with pytest.raises(MailProblem, match="There is no folder nowhere"), open_mailbox(to_server) as mailbox:
        mailbox.check()


def test_no_secret_is_logged(server: OpenSshServer, to_server: Connection, caplog: pytest.LogCaptureFixture):
    with caplog.at_level("DEBUG"), contextlib.suppress(MailProblem):
        deliver(to_server)
    body = "".join(server.key.read_text().splitlines()[1:3])
    assert body not in caplog.text.replace("\n", "")
