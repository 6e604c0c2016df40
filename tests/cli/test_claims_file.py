"""`mbp-claims claims file`, as a person and a program hear it."""

import json

import pytest
from sqlmodel import select

from mbp_claims.actions.deliver import Sending
from mbp_claims.actions.load_scenario import ready_secondaries
from mbp_claims.cli.claims_file import file
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.claim_file import ClaimFile


@pytest.fixture
def numbers(database_url: str) -> list[str]:
    with transaction() as db:
        return ready_secondaries(db, 3)


def files() -> int:
    with reading() as db:
        return len(db.exec(select(ClaimFile.id)).all())


def test_every_ready_claim_goes_in_one_file(numbers: list[str], capsys: pytest.CaptureFixture[str]):
    assert file([], True, False) == 0
    heard = capsys.readouterr()
    assert heard.out == "3 claims filed for $69.60, in one file, number 1.\n"
    assert heard.err == ""
    assert files() == 1
    assert file([], True, False) == 0
    assert capsys.readouterr().out == "No claim is ready to file.\n"


def test_what_was_not_filed_is_told_and_the_status_says_so(numbers: list[str], capsys: pytest.CaptureFixture[str]):
    assert file([numbers[0], "C-9999"], False, True) == 1
    assert json.loads(capsys.readouterr().out) == {
        "sent": True, "problem": None, "control_number": 1, "to_bill": "23.20", "filed": [numbers[0]],
        "not_filed": [{"claim": "C-9999", "why": "No claim of this practice has that number."}],
    }  # fmt: skip
    assert file([numbers[0]], False, False) == 2
    assert capsys.readouterr().out.endswith("Nothing was filed.\n")


def test_what_cannot_be_sent_now_waits_and_the_status_says_so(
    numbers: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("mbp_claims.cli.claims_file.send_waiting", lambda step: Sending(problem="The disk is full."))
    assert file([], True, False) == 1
    assert capsys.readouterr().out.endswith("number 1.\nIt waits to be sent: The disk is full.\n")


def test_without_a_claim_it_says_what_to_ask_for(database_url: str, capsys: pytest.CaptureFixture[str]):
    assert file([], False, False) == 2
    assert "claims file --ready" in capsys.readouterr().err


def test_an_empty_database_has_nobody_to_file_for(database_url: str, capsys: pytest.CaptureFixture[str]):
    assert file([], True, False) == 2
    assert capsys.readouterr().err == "There is no practice in this database yet.\n"
