"""A PostgreSQL server of the tests' own: found, made, started, thrown away."""

import os
import pwd
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine

from tests.conftest import migrated

TEMPLATE = "migrated"
NOBODY = ("postgres", "nobody")


@cache
def programs() -> Path | None:
    """The folder that holds initdb, or None where no PostgreSQL server is installed."""
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "pg_ctl").exists()), None)


class PostgresServer:
    """Listens on a socket in its own folder and nowhere else. `url()` gives a new migrated database each time."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mbp-pg-", dir="/tmp"))
        self._owner = _owner()
        self._count = 0
        if self._owner:
            os.chown(self.folder, pwd.getpwnam(self._owner).pw_uid, -1)
        self._run(
            "initdb", "-D", str(self._data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"
        )
        self.start()
        self._create(TEMPLATE)
        migrated(self._address(TEMPLATE))

    def url(self, empty: bool = False) -> str:
        self._count += 1
        name = f"test_{self._count}"
        self._create(name if empty else f"{name} TEMPLATE {TEMPLATE}")
        return self._address(name)

    def start(self) -> None:
        settings = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c max_connections=40"
        self._run("pg_ctl", "-D", str(self._data), "-o", settings, "-l", str(self.folder / "log"), "-w", "start")

    def pause(self) -> None:
        """It is gone, and all connections to it, until it is started again."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "fast", "-w", "stop")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder)

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _address(self, name: str) -> str:
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def _create(self, what: str) -> None:
        door = create_engine(self._address("postgres"), isolation_level="AUTOCOMMIT")
        with door.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {what}")
        door.dispose()

    def _run(self, program: str, *arguments: str) -> None:
        folder = programs()
        assert folder
        command = [str(folder / program), *arguments]
        done = subprocess.run(command, cwd="/", user=self._owner, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def _owner() -> str | None:
    """PostgreSQL will not run as root: then it runs as somebody with less to lose."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in NOBODY if name in names)
