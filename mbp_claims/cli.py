"""The doors from a terminal: `mbp-claims run`, its steps one by one, and `demo-reset`."""

import argparse
import os
import signal
import sys
from pathlib import Path

from mbp_claims.settings import settings


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. The status is 0, 1 with a sentence that says why not, or 130 after Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    commands = {
        "run": run, "migrate": migrate, "demo": demo, "build": build, "serve": serve, "demo-reset": demo_reset,
    }  # fmt: skip
    parser = argparse.ArgumentParser(prog="mbp-claims", description="Secondary-insurance claims for therapists.")
    parser.add_argument("command", choices=commands)
    chosen = parser.parse_args(arguments).command
    if not Path("rxconfig.py").exists():
        return refuse("Run this in the folder that holds rxconfig.py.")
    try:
        return commands[chosen]()
    except KeyboardInterrupt:
        return 130


def run() -> int:
    """Migrates, loads the demo practice where there is nobody, builds, and serves until Ctrl-C."""
    from mbp_claims.launch.server import is_free

    if not is_free(settings.host, settings.port):
        return refuse(f"Port {settings.port} is taken. Stop what uses it, or choose another: make run MBP_PORT=3001")
    if status := migrate() or (settings.demo and demo()) or build():
        return status
    # The process begins anew, without what migrating and building loaded into its memory.
    return os.execv(sys.executable, [sys.executable, "-m", "mbp_claims.cli", "serve"])


def build() -> int:
    """Builds the pages unless they stand as the sources would make them."""
    from mbp_claims.launch import pages

    if pages.are_built():
        say("Nothing to build.")
        return 0
    say("Building the pages. The first time takes about a minute.")
    try:
        pages.build()
    except pages.BuildFailed as failed:
        return refuse(f"{failed}\nThe pages could not be built; what the build printed stands above.")
    return 0


def serve() -> int:
    """Serves what was built, until Ctrl-C."""
    from mbp_claims.launch import server

    ready = f"MBP Claims is running at {settings.address}  (Ctrl-C stops it)"
    return server.serve(settings.host, settings.port, lambda: say(ready))


def migrate() -> int:
    """Brings the database to the newest migration."""
    from mbp_claims.launch import schema

    say("Database migrated." if schema.migrate() else "Database is up to date.")
    return 0


def demo() -> int:
    """Loads the demo practice where the database has no practice yet."""
    from mbp_claims.db.clear import is_empty
    from mbp_claims.db.engine import transaction

    with transaction() as db:
        if is_empty(db):
            from mbp_claims.actions.load_demo import load_demo

            load_demo(db)
            say("Demo practice loaded.")
    return 0


def demo_reset() -> int:
    """Throws the SQLite database away and starts again with the demo practice. Not while the program runs."""
    from mbp_claims.launch.server import is_free

    file = settings.database_file
    if not file:
        return refuse("Only an SQLite database is reset here. Empty the other one with its own tools.")
    if not is_free(settings.host, settings.port):
        return refuse(f"Stop the program first: something answers on port {settings.port}.")
    for path in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        path.unlink(missing_ok=True)
    return migrate() or demo()


def say(sentence: str) -> None:
    print(sentence, flush=True)


def refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
