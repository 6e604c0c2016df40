"""What a backup holds, as one compressed archive: its files, and at last a list of them with their digests."""

import hashlib
import io
import json
import tarfile
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from mbp_claims.backup.refused import BackupRefused
from mbp_claims.backup.sealed import DAMAGED, Seal, Unseal

LIST = "backup.json"
FILES = "clearinghouse"
FORMAT = 1
PRIVATE = 0o600
PIECE = 1024 * 1024


@dataclass(frozen=True)
class Contents:
    """`database` is sqlite or postgresql, `revision` its last migration; `files` are SHA-256 by path in the archive."""

    made: str
    database: str
    revision: str
    files: dict[str, str]
    format: int = FORMAT


def pack(file: BinaryIO, passphrase: str, contents: Contents, files: dict[str, bytes | Path]) -> None:
    """Writes the sealed archive. BackupRefused when the passphrase is too short."""
    with Seal(file, passphrase) as sealed, tarfile.open(fileobj=sealed, mode="w|gz") as archive:
        for name, content in files.items():
            if isinstance(content, Path):
                with content.open("rb") as opened:
                    _add(archive, name, opened, content.stat().st_size)
            else:
                _add(archive, name, io.BytesIO(content), len(content))
        told = json.dumps(asdict(contents), indent=1).encode()
        _add(archive, LIST, io.BytesIO(told), len(told))


def unpack(file: BinaryIO, passphrase: str, into: Path) -> Contents:
    """Writes every file under `into`. BackupRefused where one is missing, changed, or would lie elsewhere."""
    with io.BufferedReader(Unseal(file, passphrase)) as opened:
        try:
            with tarfile.open(fileobj=opened, mode="r|gz") as archive:
                archive.extractall(into, filter="data")
            while opened.read(PIECE):
                """Whatever was cut off the end is missed only there."""
            contents = Contents(**json.loads((into / LIST).read_text()))
        except (tarfile.TarError, OSError, ValueError, TypeError, EOFError, zlib.error) as error:
            raise BackupRefused(DAMAGED) from error
    if contents.format != FORMAT:
        raise BackupRefused("The backup was made by a newer version of this program. Restore it with that one.")
    for name, digest in contents.files.items():
        if ".." in PurePosixPath(name).parts or not (into / name).is_file() or digest_of(into / name) != digest:
            raise BackupRefused(DAMAGED)
    return contents


def digest_of(content: bytes | Path) -> str:
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _add(archive: tarfile.TarFile, name: str, content: BinaryIO, size: int) -> None:
    about = tarfile.TarInfo(name)
    about.size, about.mode = size, PRIVATE
    archive.addfile(about, content)
