"""Folders on this machine: an outbox, an inbox and an archive, for whatever program carries them on."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from mbp_claims.domain.connection import AfterFetch
from mbp_claims.domain.mail import LARGEST, PART, MailFile, MailProblem
from mbp_claims.sealing import SEALED, settle, write_sealed
from mbp_claims.words import _

PRIVATE = 0o700


class FolderMailbox:
    """`root` holds the three folders; those that are missing are made.

    With a key the archive is sealed. Outbox and inbox are not: another program reads the one and fills the other.
    """

    def __init__(self, root: Path, after_fetch: str = AfterFetch.ARCHIVE, key: str = ""):
        self.outbox, self.inbox, self.archive = root / "outbox", root / "inbox", root / "archive"
        self._after_fetch, self._key = after_fetch, key

    def __enter__(self) -> Self:
        for folder in (self.outbox, self.inbox, self.archive):
            with _told(_("The folder {folder} cannot be made", folder=folder)):
                folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def check(self) -> None:
        for folder, way in ((self.outbox, os.W_OK), (self.inbox, os.R_OK)):
            if not os.access(folder, way | os.X_OK):
                raise MailProblem(
                    _("The folder {folder} is not open to this program.", folder=folder), needs_person=True
                )

    def deliver(self, name: str, content: bytes) -> None:
        whole, part = self.outbox / name, self.outbox / f".{name}{PART}"
        with _told(_("{name} could not be written to {outbox}", name=name, outbox=self.outbox)):
            if whole.is_file() and whole.stat().st_size == len(content):
                return
            try:
                _write(part, content)
                part.replace(whole)
            except OSError:
                part.unlink(missing_ok=True)
                raise
        with _told(_("{name} may not have reached the disk of {outbox}", name=name, outbox=self.outbox), unsure=True):
            settle(self.outbox)

    def look(self) -> list[MailFile]:
        with _told(_("The folder {inbox} cannot be read", inbox=self.inbox)):
            found = [_file(entry) for entry in os.scandir(self.inbox) if entry.is_file(follow_symlinks=False)]
        return sorted((one for one in found if not one.is_unfinished), key=lambda one: one.name)

    def fetch(self, file: MailFile) -> bytes:
        with _told(_("{name} cannot be read", name=file.name)), (self.inbox / file.name).open("rb") as opened:
            return opened.read(LARGEST + 1)

    def put_away(self, file: MailFile) -> None:
        here = self.inbox / file.name
        with _told(_("{name} cannot be moved out of {inbox}", name=file.name, inbox=self.inbox)):
            if not here.exists():
                return
            if self._after_fetch == AfterFetch.DELETE:
                here.unlink(missing_ok=True)
            elif self._key:
                # What was taken in is in the database, encrypted; the copy for whoever looks for it here is, too.
                write_sealed(_free(self.archive / file.name), here.read_bytes(), self._key)
                here.unlink()
            else:
                here.replace(_free(self.archive / file.name))


def _write(path: Path, content: bytes) -> None:
    """On the disk, not only in its cache, when this returns."""
    with path.open("wb") as opened:
        os.fchmod(opened.fileno(), stat.S_IRUSR | stat.S_IWUSR)
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def _file(entry: os.DirEntry[str]) -> MailFile:
    told = entry.stat(follow_symlinks=False)
    return MailFile(entry.name, told.st_size, told.st_mtime)


def _free(path: Path) -> Path:
    """The path, or with a number where it is taken."""
    number, free = 1, path
    while free.exists() or free.with_name(f"{free.name}{SEALED}").exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


@contextmanager
def _told(what: str, unsure: bool = False) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        said = f"{what}: {(error.strerror or 'it failed').lower()}."
        raise MailProblem(said, needs_person=True, unsure=unsure) from error
