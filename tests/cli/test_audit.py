"""`audit verify` and `audit head`: for cron, and for whoever keeps the heads elsewhere."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from mbp_claims.cli import main
from mbp_claims.domain.client import Client
from tests import builders
from tests.actions.test_verify_trail import tampering
from tests.conftest import ROOT
from tests.desk import Desk


@pytest.fixture
def trail(desk: Desk, client: Client, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(ROOT)
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    return desk


def test_a_whole_trail_is_said_to_be_whole(trail: Desk, capsys: pytest.CaptureFixture[str]):
    assert main(["audit", "verify"]) == 0
    assert capsys.readouterr().out == "Quiet Cove Counseling: the trail is whole, 5 entries.\n"


def test_a_broken_link_is_named(trail: Desk, capsys: pytest.CaptureFixture[str]):
    with tampering(trail.url) as connection:
        connection.execute(text("UPDATE activity SET what = 'nothing' WHERE place = 3"))
    assert main(["audit", "verify"]) == 1
    said = capsys.readouterr()
    assert said.out == (
        "Quiet Cove Counseling: entry 3 is not what was written here, or does not follow from the entry before it.\n"
    )
    assert "the trail is broken, in 1 place" in said.err
    assert main(["audit", "verify", "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["whole"], [one["place"] for one in told["broken"]]) == (False, [3])


def test_the_heads_that_were_printed_are_compared(trail: Desk, capsys: pytest.CaptureFixture[str], tmp_path: Path):
    assert main(["audit", "head"]) == 0
    line = capsys.readouterr().out
    kept = tmp_path / "heads"
    kept.write_text(line)
    assert line.startswith("1:5:") and "# Quiet Cove Counseling, 2026-11-23 21:40" in line
    assert main(["audit", "verify", "--heads", str(kept)]) == 0
    forged = f"1:5:{'0' * 64}"
    assert main(["audit", "verify", "--head", forged]) == 1
    assert "entry 5 is not the one whose digest was kept elsewhere" in capsys.readouterr().out
    assert main(["audit", "head", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["place"] == 5


TWO = ["--head", f"1:6:{'0' * 64}", "--head", f"1:6:{'1' * 64}"]


@pytest.mark.parametrize("told", [["--head", "six"], ["--heads", "/nowhere/heads"], TWO])
def test_what_is_no_head_is_refused(trail: Desk, capsys: pytest.CaptureFixture[str], told: list[str]):
    assert main(["audit", "verify", *told]) == 2
    said = capsys.readouterr()
    assert said.err and not said.out
