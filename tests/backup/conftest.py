"""A day’s work, and the backup of it."""

from pathlib import Path

import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.backup import sealed
from mbp_claims.backup.making import make_backup
from mbp_claims.clock import now
from mbp_claims.domain.client import Client
from tests import builders
from tests.backup.restoring import PASSPHRASE
from tests.desk import Desk


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes guessing dear makes tests slow. Pieces are small, so that there are some."""
    monkeypatch.setattr(sealed, "COST", 5)
    monkeypatch.setattr(sealed, "PIECE", 1024)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The clearinghouse's folder of `desk`."""
    return tmp_path / "clearinghouse"


@pytest.fixture
def worked(desk: Desk, client: Client, place: Path) -> Desk:
    """A day's work: plans, a claim that was filed and has left, a file that came, one that is being written."""
    desk.do(builders.both, client)
    desk.sent(file_claim, desk.do(builders.started, client).number)
    desk.do(builders.completed, client)
    (came,) = place.glob("*/inbox")
    (came / "aetna.835").write_bytes(b"ISA*00*")
    (came / ".half.part").write_bytes(b"IS")
    return desk


@pytest.fixture
def backup(worked: Desk, place: Path, tmp_path: Path) -> Path:
    file = tmp_path / "backups" / "day.mbp"
    make_backup(worked.url, place, file, PASSPHRASE, now())
    return file
