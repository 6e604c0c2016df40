"""The database at rest: `database encrypt`, `rekey`, `decrypt`, `key`, and `unseal` for an archived file."""

import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from mbp_claims.cli.commands import Chosen, Commands, add, add_group, in_folder
from mbp_claims.cli.saying import refuse, say

BYTES_OF_A_KEY = 32
FOR_SQLITE = "Only an SQLite database is encrypted here. PostgreSQL's disk is encrypted by the machine that runs it."
BEFORE = (
    "What stood on the disk before may still be found there, and in older backups. Make a new backup, and delete those."
)


def add_to(commands: Commands) -> None:
    database = add_group(commands, "database", "the database at rest: its encryption")
    add(database, "key", make_key, "make a key; keep it where the database is not")
    add(database, "encrypt", encrypt, "encrypt the database and the archived files with MBP_DATABASE_KEY")
    add(database, "rekey", rekey, "from MBP_DATABASE_KEY to MBP_NEW_DATABASE_KEY")
    add(database, "decrypt", decrypt, "store it without a key again, from MBP_DATABASE_KEY")
    add(database, "unseal", unseal, "write an archived file as it came to the standard output").add_argument("file")


def make_key(chosen: Chosen) -> int:
    say(secrets.token_urlsafe(BYTES_OF_A_KEY))
    return 0


@in_folder
def encrypt(chosen: Chosen) -> int:
    from mbp_claims.settings import settings

    if not settings.database_key:
        return refuse("Set MBP_DATABASE_KEY first. A new key: mbp-claims database key")
    return _reseal("", settings.database_key, "The database is encrypted.")


@in_folder
def rekey(chosen: Chosen) -> int:
    from mbp_claims.settings import settings

    if not (settings.database_key and settings.new_database_key):
        return refuse("Set MBP_DATABASE_KEY to the key of now, and MBP_NEW_DATABASE_KEY to the one that follows.")
    status = _reseal(settings.database_key, settings.new_database_key, "The database has the new key.")
    return status or say("From now on MBP_DATABASE_KEY is the new one.") or 0


@in_folder
def decrypt(chosen: Chosen) -> int:
    from mbp_claims.settings import settings

    if not settings.database_key:
        return refuse("Set MBP_DATABASE_KEY to the key of now.")
    return _reseal(settings.database_key, "", "The database is not encrypted any more. Leave MBP_DATABASE_KEY out.")


@in_folder
def unseal(chosen: Chosen) -> int:
    from mbp_claims import sealing
    from mbp_claims.settings import settings

    file = Path(chosen.file)
    if not file.is_file():
        return refuse(f"There is no file {file}.")
    return _told(lambda: sys.stdout.buffer.write(sealing.unseal(settings.database_key, file.read_bytes())))


def _reseal(old: str, new: str, done: str) -> int:
    from mbp_claims.db.reseal import reseal_database, reseal_files
    from mbp_claims.settings import settings

    file = settings.database_file
    if not file:
        return refuse(FOR_SQLITE)
    if not file.exists():
        return refuse(f"There is no database {file} yet. It is made with the key that is set when the program starts.")

    def both() -> None:
        reseal_files(sorted(settings.clearinghouse.glob("*/archive/[!.]*")), old, new)
        reseal_database(file, old, new)

    status = _told(both)
    if not status:
        say(f"{done} {BEFORE}" if not old else done)
    return status


def _told(work: Callable[[], object]) -> int:
    from mbp_claims.sealing import WrongKey

    try:
        work()
    except WrongKey as wrong:
        return refuse(f"{wrong}")
    return 0
