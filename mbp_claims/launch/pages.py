"""The pages, built once for the sources they come from."""

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mbp_claims.settings import settings

SOURCES = ("rxconfig.py", "requirements.lock", "mbp_claims", "assets", "reflex.lock")
PACKAGE = Path(__file__).parent.parent
"""In the folder itself, or among the installed packages."""
COMMAND = (sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip")
LAST_LINES = 60
WHY = "npm error"
KEPT_OUT = {"MBP_NOW", "MBP_DATABASE_KEY", "MBP_DATABASE_KEY_FILE"}


class BuildFailed(Exception):
    """The message is why packages did not come, else the end of what the build printed."""


def are_built() -> bool:
    """Whether the pages stand as the sources would make them now."""
    return _stamp().exists() and _stamp().read_text() == fingerprint()


def build() -> None:
    """Builds the pages unless they stand. Two at once do it once. BuildFailed with what was printed."""
    with _alone():
        if not are_built():
            sources = fingerprint()
            # Reflex copies assets here and never takes one away: what is no longer ours would be served for ever.
            shutil.rmtree(web_folder() / "public", ignore_errors=True)
            _run()
            _stamp().write_text(sources)


def fingerprint() -> str:
    """Of every file that the pages are made from, and of what the environment adds."""
    digest = hashlib.sha256(f"gallery={settings.gallery} language={settings.language} python={sys.version}".encode())
    for path in sorted(path for source in SOURCES for path in _files(_place(source))):
        digest.update(f"\n{path.as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def web_folder() -> Path:
    """Where Reflex builds: `.web`, or REFLEX_WEB_WORKDIR."""
    return Path(os.environ.get("REFLEX_WEB_WORKDIR", ".web"))


def built_folder() -> Path:
    """What a browser gets of it."""
    return web_folder() / "build" / "client"


def _place(source: str) -> Path:
    here = Path(source)
    return PACKAGE if source == PACKAGE.name and not here.exists() else here


def _files(source: Path) -> Iterator[Path]:
    # assets/external holds links that Reflex makes while it builds; nothing of the testers' kit is in a page.
    for path in source.rglob("*") if source.is_dir() else [source]:
        if path.is_file() and not {"__pycache__", "external", "testing"} & set(path.parts):
            yield path


def _stamp() -> Path:
    # Reflex empties this folder before it builds, and the stamp with it.
    return web_folder() / "build" / "fingerprint"


@contextmanager
def _alone() -> Iterator[None]:
    lock = web_folder().with_name(f"{web_folder().name}.lock")
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _run() -> None:
    """In a process group of its own, so that stopping it stops what it started. Clock and keys stay out of it."""
    kept = {name: value for name, value in os.environ.items() if name not in KEPT_OUT}
    environment = kept | {"COLUMNS": "500"}
    with subprocess.Popen(
        COMMAND,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as building:
        try:
            printed, _ = building.communicate()
        except BaseException:
            os.killpg(building.pid, signal.SIGTERM)
            raise
    if building.returncode:
        lines = printed.splitlines()
        raise BuildFailed("\n".join([line for line in lines if line.startswith(WHY)] or lines[-LAST_LINES:]))
