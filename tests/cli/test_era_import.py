"""`mbp-claims era import`: what it says, what it leaves in the database, and its exit status."""

import json
from pathlib import Path
from typing import Any

import pytest

from mbp_claims.actions.prepare_posting import prepare_file
from mbp_claims.cli import main
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.remittance import Remittance
from tests.conftest import ROOT
from tests.desk import Desk
from tests.golden import AUTHORED, authored_practice, service

A1 = "08_crlf_after_tilde.835"


@pytest.fixture
def practice(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The first practice of its database: that is whose files the shell imports."""
    from mbp_claims.db.engine import transaction

    monkeypatch.chdir(ROOT)
    with transaction(database_url) as db:
        two = [service("90837", "2025-12-22", "200.00"), service("90834", "2025-12-29", "160.00", control="2")]
        return Desk(database_url, authored_practice(db, {"CHC-A1": two}))


def told(capsys: pytest.CaptureFixture, *arguments: str) -> tuple[int, str]:
    status = main(["era", "import", *arguments])
    out, err = capsys.readouterr()
    assert err == ""
    return status, out


def test_importing_leaves_the_claims_to_be_looked_at(practice: Desk, capsys: pytest.CaptureFixture):
    status, said = told(capsys, str(AUTHORED / A1))
    assert status == 1
    assert said.splitlines() == [
        f"{A1}: EVERGREEN HEALTH PLAN CHK900001, $177.80, 0 of 1 posted",
        "  1 claim waits in the ERA Inbox: /era/1",
    ]
    assert practice.one(Claim).status == "filed"


def test_with_post_what_matches_is_posted(practice: Desk, capsys: pytest.CaptureFixture):
    status, said = told(capsys, "--post", "--json", str(AUTHORED / A1))
    (file,) = json.loads(said)
    assert (status, file["payments"][0]["posted"], file["secondaries"]) == (0, 1, ["CHC-A1-S"])
    assert practice.one(Remittance).waiting == 0


def test_imported_before_is_good_and_refused_is_not(practice: Desk, capsys: pytest.CaptureFixture, tmp_path: Path):
    told(capsys, "--post", str(AUTHORED / A1))
    status, said = told(capsys, str(AUTHORED / A1))
    assert (status, "Already imported on" in said) == (0, True)
    page = tmp_path / "remit.835"
    page.write_bytes(b"<html>")
    status, said = told(capsys, str(page), str(tmp_path / "nowhere.835"))
    assert status == 2
    assert "remit.835 is not an 835 file" in said and "nowhere.835 cannot be read" in said


def test_a_file_that_does_not_add_up_is_kept_and_posts_nothing(practice: Desk, capsys: pytest.CaptureFixture):
    status, said = told(capsys, "--post", str(AUTHORED / "bad_04_bpr_unbalanced.835"))
    assert status == 1
    assert "Does not add up: Payment CHK900001" in said
    assert practice.one(Claim).status == "filed"


def test_others_save_while_it_is_worked_out_what_a_posting_writes(
    practice: Desk, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    saved = []

    def meanwhile(*told: Any) -> Any:
        practice.do(lambda db, clinician: saved.append(clinician.id))
        return prepare_file(*told)

    monkeypatch.setattr("mbp_claims.actions.post_apart.prepare_file", meanwhile)
    told(capsys, "--post", str(AUTHORED / A1))
    assert saved == [practice.clinician.id]
    assert practice.one(Remittance).posted == 1
