"""The database: `migrate`, `demo`, and `demo-reset`."""


from mbp_claims.cli.commands import Chosen, Commands, add, in_folder, in_project
from mbp_claims.cli.saying import refuse, say


def add_to(commands: Commands) -> None:
    add(commands, "migrate", migrate, "bring the database to the newest migration")
    add(commands, "demo", demo, "load the demo practice where the database has no practice yet")
    add(commands, "demo-reset", demo_reset, "throw the SQLite database away and start again with the demo practice")


@in_project
def migrate(chosen: Chosen) -> int:
    from mbp_claims.launch import schema

    try:
        say("Database migrated." if schema.migrate() else "Database is up to date.")
    except schema.NotMigrated as why:
        return refuse(str(why))
    return 0


@in_project
def demo(chosen: Chosen) -> int:
    from mbp_claims.db.clear import is_empty
    from mbp_claims.db.engine import transaction

    with transaction() as db:
        if is_empty(db):
            from mbp_claims.actions.load_demo import load_demo

            load_demo(db)
            say("Demo practice loaded.")
    return 0


@in_folder
def demo_reset(chosen: Chosen) -> int:
    """Not while the program runs."""
    from mbp_claims.launch.server import is_free
    from mbp_claims.settings import settings

    file = settings.database_file
    if not file:
        return refuse("Only an SQLite database is reset here. Empty the other one with its own tools.")
    if not is_free(settings.host, settings.port):
        return refuse(f"Stop the program first: something answers on port {settings.port}.")
    for path in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        path.unlink(missing_ok=True)
    return migrate(chosen) or demo(chosen)
