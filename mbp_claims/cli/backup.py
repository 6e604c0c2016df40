"""`backup FILE` and `restore FILE`: the practice in one sealed file, and back."""

import getpass
import sys
from pathlib import Path

from mbp_claims.cli.commands import Chosen, Commands, add, in_project
from mbp_claims.cli.saying import refuse, say

HOW = (
    "The passphrase comes from MBP_BACKUP_PASSPHRASE, from the file that MBP_BACKUP_PASSPHRASE_FILE names, or is asked "
    "for."
)


def add_to(commands: Commands) -> None:
    made = add(commands, "backup", backup, "seal the database and the clearinghouse's files in one file, while it runs")
    made.add_argument("file", type=Path, nargs="?", help="where to; else backups/ with the day and hour in its name")
    made.epilog = HOW
    back = add(commands, "restore", restore, "put a backup into an empty place; overwrites nothing")
    back.add_argument("file", type=Path)
    back.epilog = HOW


@in_project
def backup(chosen: Chosen) -> int:
    from mbp_claims.backup.making import make_backup
    from mbp_claims.backup.refused import BackupRefused
    from mbp_claims.clock import now
    from mbp_claims.settings import settings

    file: Path = chosen.file or Path("backups") / f"mbp-claims-{now():%Y%m%d-%H%M%S}.backup"
    try:
        passphrase = _passphrase(twice=True)
        made = make_backup(settings.database_url, settings.clearinghouse, file, passphrase, now())
    except BackupRefused as refused:
        return refuse(str(refused))
    size = file.stat().st_size / 1e6
    say(f"{file}: {size:,.1f} MB, the database and {len(made.files) - 1:,} files. Secrets of SFTP are not in it.")
    return 0


@in_project
def restore(chosen: Chosen) -> int:
    from mbp_claims.backup.refused import BackupRefused
    from mbp_claims.backup.restoring import restore_backup
    from mbp_claims.launch.schema import known_revisions
    from mbp_claims.settings import settings

    try:
        passphrase = _passphrase(twice=False)
        back = restore_backup(
            chosen.file, passphrase, settings.database_url, settings.clearinghouse, known_revisions()
        )
    except BackupRefused as refused:
        return refuse(str(refused))
    say(f"Restored as of {back.made}: the database and {len(back.files) - 1:,} files.")
    return 0


def _passphrase(twice: bool) -> str:
    """Never from the command line, where everybody on the machine could read it."""
    from mbp_claims.backup.refused import BackupRefused
    from mbp_claims.settings import backup_passphrase

    try:
        told = backup_passphrase()
    except OSError as error:
        raise BackupRefused("The file of MBP_BACKUP_PASSPHRASE_FILE cannot be read.") from error
    if told:
        return told
    if not sys.stdin.isatty():
        raise BackupRefused("Set MBP_BACKUP_PASSPHRASE, or MBP_BACKUP_PASSPHRASE_FILE, or run this in a terminal.")
    typed = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("Once more: ") != typed:
        raise BackupRefused("The two are not the same. Nothing was backed up.")
    return typed
