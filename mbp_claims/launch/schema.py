"""The database's tables, brought to the newest migration."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, create_engine

from mbp_claims.db.opening import sqlite_engine
from mbp_claims.settings import SQLITE, settings


def migrate(url: str = settings.database_url) -> bool:
    """Applies what is missing. False where there was nothing to apply."""
    config = Config("alembic.ini")
    config.attributes["url"] = url
    if is_newest(url, config):
        return False
    command.upgrade(config, "head")
    return True


def is_newest(url: str, config: Config) -> bool:
    """Whether the database stands at the last migration."""
    newest = set(ScriptDirectory.from_config(config).get_heads())
    if url.startswith(SQLITE) and not Path(url.removeprefix(SQLITE)).exists():
        return False
    opening = sqlite_engine if url.startswith(SQLITE) else create_engine
    with opening(url, poolclass=NullPool).connect() as connection:
        return set(MigrationContext.configure(connection).get_current_heads()) == newest
