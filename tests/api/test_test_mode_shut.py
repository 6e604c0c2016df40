"""Where there is no test mode: in a practice's own program, on a server that others reach, beside real claims."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from bed import Bed, Here
from sqlmodel import select

from mbp_claims import api, clock, routes
from mbp_claims.api import http
from mbp_claims.api.test_mode.endpoints import ENDPOINTS
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.practice import Practice


def test_outside_of_test_mode_there_is_no_such_route(database_url: str):
    program = http()
    assert not [route for route in program.routes if getattr(route, "path", "").startswith(routes.TEST_MODE)]
    client = Here(program)
    for one in ENDPOINTS:
        assert client.request(one.method, f"{routes.TEST_MODE}/{one.name}").status_code == 404
    assert client.get(routes.TEST_MODE).status_code == 404


@pytest.mark.parametrize("open_to", [{"host": "192.0.2.7"}, {"addresses": ("https://claims.example.org",)}])
def test_a_server_that_others_reach_has_none_either(test_mode: None, monkeypatch: pytest.MonkeyPatch, open_to: dict):
    monkeypatch.setattr(api, "settings", replace(api.settings, **open_to))
    assert not [route for route in http().routes if getattr(route, "path", "").startswith(routes.TEST_MODE)]


def test_only_programs_of_this_machine_are_answered(test_mode: None):
    assert Bed(http(), "192.0.2.7").ask("reset").status_code == 403
    passed_on = Bed(http()).client.post(f"{routes.TEST_MODE}/reset", headers={"X-Forwarded-For": "192.0.2.7"})
    assert passed_on.status_code == 403


def test_a_database_with_a_practice_that_bills_is_left_alone(bed: Bed, practice: Practice):
    with transaction() as db:
        db.get_one(Practice, practice.id).usage = "P"
    assert "files claims to be paid" in bed.refused("reset", scenario="empty", alone=True)
    assert "files claims to be paid" in bed.refused("reset", scenario="empty")
    with reading() as db:
        assert [one.id for one in db.exec(select(Practice))] == [practice.id]


def test_no_clock_moves_outside_of_test_mode():
    with pytest.raises(RuntimeError):
        clock.move(1, clock.now())


@pytest.fixture
def refusal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What the program says instead of serving with these settings."""
    from mbp_claims import settings as module
    from mbp_claims.cli import main

    def told(**settings: object) -> str:
        monkeypatch.setattr(module, "settings", replace(module.settings, test_mode=True, **settings))
        assert main(["serve"]) == 1
        return capsys.readouterr().err

    return told


def test_a_server_that_others_reach_does_not_start_in_test_mode(refusal: Callable[..., str]):
    assert "MBP_TEST_MODE=1 lets every caller in" in refusal(addresses=("https://claims.example.org",))


def test_test_mode_does_not_start_on_a_practice_that_bills(refusal: Callable[..., str], practice: Practice):
    with transaction() as db:
        db.get_one(Practice, practice.id).usage = "P"
    assert "files claims to be paid" in refusal()
