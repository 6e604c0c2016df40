"""The whole database as one scenario: loaded once, then copied, which takes milliseconds."""

import shutil
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from mbp_claims import clock
from mbp_claims.actions.test_mode.practices import make_alone
from mbp_claims.db.engine import transaction
from mbp_claims.db.opening import connect
from mbp_claims.settings import settings


def begin_alone(scenario: str) -> None:
    """Every other practice is gone, ids begin at 1, and nothing lies in the folders of the clearinghouse but what the
    scenario puts there. RuleViolation where there is no such scenario. Takes its transaction itself."""
    kept, file, mail = _kept() / scenario, settings.database_file, settings.clearinghouse
    if file and (kept / "scenario.db").exists():
        _copy(kept / "scenario.db", file)
        _replace(kept / "mail", mail)
    else:
        shutil.rmtree(mail, ignore_errors=True)
        with transaction() as db:
            make_alone(db, scenario)
        if file:
            kept.mkdir()
            _replace(mail, kept / "mail")
            _copy(file, kept / "scenario.db")
    clock.move_all_back()


@cache
def _kept() -> Path:
    """As long as the program runs: another version of it would make other scenarios."""
    folder = tempfile.TemporaryDirectory(prefix="mbp-scenarios-")
    _FOLDERS.append(folder)
    return Path(folder.name)


_FOLDERS: list["tempfile.TemporaryDirectory[str]"] = []


def _copy(source: Path, target: Path) -> None:
    """SQLite's own backup: it takes the locks, so that whoever reads sees either the old rows or the new."""
    with closing(connect(source)) as rows, closing(connect(target)) as copy:
        rows.backup(copy)


def _replace(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, target)
