"""The folder: files appear whole, under names that no two files share, and leave the inbox only as told."""

from pathlib import Path

import pytest

from mbp_claims.domain.mail import MailProblem
from mbp_claims.sealing import unseal
from mbp_claims.transport import folder
from mbp_claims.transport.folder import FolderMailbox

KEY = "a sentence that nobody guesses"
NAME = "QUIETCOVE-000000001-1a2b3c4d.837p"


def test_the_folders_are_made_for_this_user_alone(tmp_path: Path):
    with FolderMailbox(tmp_path / "1") as mailbox:
        mailbox.check()
        assert [stat.st_mode & 0o777 for stat in (mailbox.outbox.stat(), mailbox.inbox.stat())] == [0o700, 0o700]


def test_a_file_appears_whole_and_once(tmp_path: Path):
    with FolderMailbox(tmp_path) as mailbox:
        mailbox.deliver(NAME, b"ISA")
        first = (mailbox.outbox / NAME).stat()
        mailbox.deliver(NAME, b"ISA")
        assert (mailbox.outbox / NAME).stat().st_ino == first.st_ino
        assert [path.name for path in mailbox.outbox.iterdir()] == [NAME]
        assert first.st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_nothing_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_what: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder.os, "fsync", full)
    with FolderMailbox(tmp_path) as mailbox, pytest.raises(MailProblem) as told:
        mailbox.deliver(NAME, b"ISA")
    assert told.value.sentence == f"{NAME} could not be written to {tmp_path}/outbox: no space left on device."
    assert list((tmp_path / "outbox").iterdir()) == []


def test_a_place_where_no_folder_can_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(MailProblem, match="cannot be made"), FolderMailbox(tmp_path / "file"):
        pass


def test_the_inbox_holds_files_that_are_finished_and_no_links(tmp_path: Path):
    with FolderMailbox(tmp_path) as mailbox:
        for name in ("b.835", "a.999", "c.835.part", ".hidden"):
            (mailbox.inbox / name).write_bytes(b"ISA")
        (mailbox.inbox / "folder").mkdir()
        (mailbox.inbox / "link.835").symlink_to("/etc/hostname")
        assert [one.name for one in mailbox.look()] == ["a.999", "b.835"]


def test_what_was_taken_in_goes_to_the_archive_and_never_over_another_file(tmp_path: Path):
    with FolderMailbox(tmp_path) as mailbox:
        (mailbox.archive / "a.999").write_bytes(b"before")
        (mailbox.inbox / "a.999").write_bytes(b"now")
        (file,) = mailbox.look()
        assert mailbox.fetch(file) == b"now"
        mailbox.put_away(file)
        mailbox.put_away(file)
        assert {path.name: path.read_bytes() for path in mailbox.archive.iterdir()} == {
            "a.999": b"before", "a-2.999": b"now"
        }  # fmt: skip


def test_or_is_deleted(tmp_path: Path):
    with FolderMailbox(tmp_path, "delete") as mailbox:
        (mailbox.inbox / "a.999").write_bytes(b"now")
        mailbox.put_away(mailbox.look()[0])
        assert [*mailbox.inbox.iterdir(), *mailbox.archive.iterdir()] == []


def test_with_a_key_what_was_taken_in_is_archived_sealed_and_never_over_another(tmp_path: Path):
    for content in (b"ISA*first", b"ISA*second"):
        with FolderMailbox(tmp_path, key=KEY) as mailbox:
            (tmp_path / "inbox" / "a.999").write_bytes(content)
            mailbox.put_away(mailbox.look()[0])
    kept = {path.name: path.read_bytes() for path in (tmp_path / "archive").iterdir()}
    assert {name: unseal(KEY, content) for name, content in kept.items()} == {
        "a.999.sealed": b"ISA*first", "a-2.999.sealed": b"ISA*second"
    }  # fmt: skip
    assert not [content for content in kept.values() if b"ISA" in content]
    assert list((tmp_path / "inbox").iterdir()) == []
