"""The database's tables, brought to the newest migration: all that is missing in one transaction, or nothing."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import DBAPIError

from mbp_claims.db.opening import sqlite_engine
from mbp_claims.settings import SQLITE, settings


class NotMigrated(Exception):
    """The message is a sentence for the person at the terminal. The database is as it was."""


def migrate(url: str = settings.database_url) -> bool:
    """Applies what is missing. False where there was nothing to apply. NotMigrated where a newer program made the
    database, where it cannot be opened, or where a migration fails: the next start tries again.
    """
    config = Config("alembic.ini")
    config.attributes["url"] = url
    try:
        stands = current(url)
    except DBAPIError as error:
        raise NotMigrated("The database cannot be opened. Look whether it runs, and at MBP_DATABASE_URL.") from error
    scripts = ScriptDirectory.from_config(config)
    if unknown := stands - known_revisions():
        raise NotMigrated(
            f"The database was made by a newer version of this program (migration {min(unknown)}). Start that version: "
            "nothing was changed."
        )
    if stands == set(scripts.get_heads()):
        return False
    try:
        command.upgrade(config, "head")
    except Exception as error:
        why = f"{type(error.orig).__name__}: {error.orig}" if isinstance(error, DBAPIError) else type(error).__name__
        raise NotMigrated(
            f"The database could not be brought to the newest migration ({why}). It is as it was: mend the cause, and "
            "start again."
        ) from error
    return True


def current(url: str) -> set[str]:
    """The migrations at which the database stands; empty where there is none yet."""
    if url.startswith(SQLITE) and not Path(url.removeprefix(SQLITE)).exists():
        return set()
    opening = sqlite_engine if url.startswith(SQLITE) else create_engine
    with opening(url, poolclass=NullPool, hide_parameters=True).connect() as connection:
        return set(MigrationContext.configure(connection).get_current_heads())


def known_revisions() -> set[str]:
    """Every migration of this program."""
    scripts = ScriptDirectory.from_config(Config("alembic.ini"))
    return {script.revision for script in scripts.walk_revisions()}
