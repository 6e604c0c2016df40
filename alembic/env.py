"""Alembic's entry: which database, and which tables it should have."""

from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel

import mbp_claims.domain.tables  # noqa: F401
from mbp_claims.db.engine import engine
from mbp_claims.settings import settings

url = context.config.attributes.get("url", settings.database_url)
shared = {"target_metadata": SQLModel.metadata, "compare_type": True}


def print_sql() -> None:
    """`alembic upgrade head --sql`: the statements, for a database that somebody else administers."""
    context.configure(url=url, literal_binds=True, dialect_opts={"paramstyle": "named"}, **shared)
    with context.begin_transaction():
        context.run_migrations()


def apply() -> None:
    """All migrations that are missing, in one transaction."""
    connecting = engine(url)
    with connecting.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            _keys(connection, "OFF")
        # Alembic thinks that SQLite cannot take back a table it made. It can: engine.py begins transactions itself.
        context.configure(connection=connection, render_as_batch=sqlite, transactional_ddl=True, **shared)
        try:
            with context.begin_transaction():
                context.run_migrations()
        finally:
            if sqlite:
                _keys(connection, "ON")


def _keys(connection: Connection, state: str) -> None:
    # SQLite changes a table by copying it, and dropping the old copy would take the rows that point to it.
    # The pragma does nothing inside a transaction, so it goes to the driver, before SQLAlchemy begins one.
    connection.connection.driver_connection.execute(f"PRAGMA foreign_keys={state}")


if context.is_offline_mode():
    print_sql()
else:
    apply()
