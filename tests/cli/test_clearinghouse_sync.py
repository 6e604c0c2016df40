"""`clearinghouse sync`, as cron calls it: one line or one document, and a status that says whether to look."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.domain.client import Client
from tests import builders
from tests.conftest import ROOT
from tests.desk import Desk

ACKS = ROOT / "tests" / "x12" / "files" / "golden" / "acks"


@pytest.fixture
def number(desk: Desk, client: Client) -> str:
    """A claim whose file waits to be sent."""
    desk.do(builders.primary, client)
    started = desk.do(builders.started, client).number
    desk.do(file_claim, started)
    return started


def sync(desk: Desk, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mbp_claims.cli", "clearinghouse", "sync", *more], cwd=ROOT, text=True,
        capture_output=True, env=os.environ | {"MBP_DATABASE_URL": desk.url, "MBP_CLEARINGHOUSE": str(folder)},
    )  # fmt: skip


def test_it_sends_and_fetches_and_says_so(desk: Desk, number: str, tmp_path: Path):
    inbox = tmp_path / "1" / "inbox"
    inbox.mkdir(parents=True)
    taken = (ACKS / "ta1_accepted.ta1").read_bytes().replace(b"TA1*000000201", b"TA1*000000001")
    (inbox / "a.ta1").write_bytes(taken)
    (inbox / "b.pdf").write_bytes(b"%PDF")
    said = sync(desk, tmp_path, "--json")
    (told,) = json.loads(said.stdout)
    assert said.returncode == 1, said.stderr
    assert (told["sent"], told["filed"], told["acknowledgements"], told["problem"]) == (1, [number], 1, None)
    assert [left["name"] for left in told["left"]] == ["b.pdf"]
    (inbox / "b.pdf").unlink()
    again = sync(desk, tmp_path)
    assert (again.returncode, again.stdout, again.stderr) == (0, "Nothing was waiting, nothing has come.\n", "")


def test_a_way_that_is_blocked_is_said_on_the_other_stream(desk: Desk, number: str, tmp_path: Path):
    (tmp_path / "file").write_text("")
    said = sync(desk, tmp_path / "file")
    assert said.returncode == 2
    assert said.stdout == ""
    assert "cannot be made: not a directory." in said.stderr
