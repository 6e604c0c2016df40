"""The whole database as one scenario: loaded once, then copied, which takes milliseconds."""

import shutil
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from mbp_claims import clock
from mbp_claims.actions.test_mode.practices import make_alone
from mbp_claims.db.engine import apart, transaction
from mbp_claims.db.opening import connect
from mbp_claims.settings import settings


def begin_alone(scenario: str) -> None:
    """Every other practice is gone, ids begin at 1, and nothing lies in the folders of the clearinghouse but what the
    scenario puts there. RuleViolation where there is no such scenario. Takes its transaction itself."""
    kept, file, mail = _kept() / scenario, settings.database_file, settings.clearinghouse
    if file and (kept / "scenario.db").exists():
        _copy(kept / "scenario.db")
        _replace(kept / "mail", mail)
    else:
        shutil.rmtree(mail, ignore_errors=True)
        with transaction() as db:
            make_alone(db, scenario)
        if file:
            kept.mkdir()
            _replace(mail, kept / "mail")
            _copy(kept / "scenario.db", back=True)
    clock.move_all_back()


@cache
def _kept() -> Path:
    """As long as the program runs: another version of it would make other scenarios."""
    folder = tempfile.TemporaryDirectory(prefix="mbp-scenarios-")
    _FOLDERS.append(folder)
    return Path(folder.name)


_FOLDERS: list["tempfile.TemporaryDirectory[str]"] = []


def _copy(kept: Path, back: bool = False) -> None:
    """SQLite's own backup: it takes the locks, so that whoever reads sees either the old rows or the new.

    Our own file is not opened a second time: closing it would take away the locks that this process has on it, and
    another process that leaves then takes it for nobody's, and its log with it.
    """
    with closing(connect(kept)) as beside, closing(apart()) as ours:
        own = ours.driver_connection
        (own.backup(beside) if back else beside.backup(own))  # type: ignore[union-attr]


def _replace(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, target)
