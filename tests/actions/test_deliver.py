"""A claim file is sent once, by one alone, and tried again until it has arrived."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from blocked import Blocked

from mbp_claims import clock
from mbp_claims.actions import deliver
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.deliver import mark_arrived, mark_failed, send_waiting, take_parcel
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.db import claims
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.delivery import FIRST_TRY, LEASE, TRY_AGAIN, Delivery
from mbp_claims.domain.mail import MailProblem
from tests import builders
from tests.conftest import ROOT
from tests.desk import Desk
from tests.transport.conftest import KEY, connection_to, openssh, server  # noqa: F401
from tests.transport.sshd import OpenSshServer

NOW = clock.now()


@pytest.fixture
def number(desk: Desk, client: Client) -> str:
    """A claim whose file waits to be sent."""
    desk.do(builders.primary, client)
    started = desk.do(builders.started, client).number
    desk.do(file_claim, started)
    return started


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the clock."""

    def moved(later: timedelta) -> None:
        monkeypatch.setattr(clock, "now", lambda: NOW + later)

    return moved


def status(desk: Desk, number: str) -> tuple[str, str]:
    kept = desk.look(claims.claim, number)
    return kept.status, kept.note


def outbox(tmp_path: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((tmp_path / "clearinghouse" / "1" / "outbox").iterdir())}


def test_a_claim_waits_until_its_file_has_arrived(desk: Desk, number: str, tmp_path: Path):
    assert status(desk, number) == ("waiting", "")
    sending = desk.send()
    assert (sending.sent, sending.claims, sending.problem) == (1, [number], "")
    assert status(desk, number) == ("filed", "")
    (name,) = outbox(tmp_path)
    assert name.startswith("QUIETCOVE-000000001-") and name.endswith(".837p")
    assert outbox(tmp_path)[name] == desk.one(ClaimFile).content.encode()
    assert desk.one(Claim).filed_at == NOW


def test_asked_again_there_is_nothing_to_send(desk: Desk, number: str):
    desk.send()
    before = desk.everything()
    assert desk.send().sent == 0
    assert desk.everything() == before


def test_what_could_not_be_sent_waits_and_says_why(desk: Desk, number: str):
    blocked = Blocked()
    assert send_waiting(desk.do, connect=blocked).problem == "It does not answer."
    assert status(desk, number) == ("waiting", "It does not answer.")
    waiting = desk.one(Delivery)
    assert (waiting.attempts, waiting.next_try_at, waiting.taken_by) == (1, NOW + TRY_AGAIN[0], "")
    assert desk.trail[-1][0] == f"{number} was not sent: It does not answer."
    desk.send()
    assert status(desk, number) == ("filed", "")


def test_the_program_leaves_a_new_file_to_the_click_that_filed_it(desk: Desk, number: str, at: Any):
    at(FIRST_TRY - timedelta(seconds=1))
    assert send_waiting(desk.do, due_only=True).sent == 0
    at(FIRST_TRY)
    assert send_waiting(desk.do, due_only=True).claims == [number]


def test_it_is_tried_again_after_longer_and_longer_waits(desk: Desk, number: str, at: Any):
    blocked, later = Blocked(), FIRST_TRY
    at(later)
    for times, wait in enumerate((*TRY_AGAIN, TRY_AGAIN[-1]), 1):
        send_waiting(desk.do, due_only=True, connect=blocked)
        assert len(blocked.tried) == times
        at(later + wait - timedelta(seconds=1))
        send_waiting(desk.do, due_only=True, connect=blocked)
        assert len(blocked.tried) == times
        at(later := later + wait)
    assert len(set(blocked.tried)) == 1
    assert [what for what, _, _ in desk.trail if "was not sent" in what] == [
        f"{number} was not sent: It does not answer."
    ]


def test_nobody_takes_a_file_that_somebody_is_sending(desk: Desk, number: str, at: Any):
    parcel = desk.do(take_parcel)
    assert desk.do(take_parcel) is None
    at(LEASE + timedelta(seconds=1))
    taken = desk.do(take_parcel)
    assert (taken.name, taken.content) == (parcel.name, parcel.content)
    assert taken.token != parcel.token


def test_whoever_was_given_up_for_lost_changes_nothing_by_failing_and_marks_by_arriving(
    desk: Desk, number: str, at: Any
):
    lost = desk.do(take_parcel)
    at(LEASE + timedelta(seconds=1))
    taken = desk.do(take_parcel)
    desk.do(mark_failed, lost, MailProblem("It broke off."))
    assert status(desk, number) == ("waiting", "")
    assert desk.do(mark_arrived, lost) == [number]
    assert desk.do(mark_arrived, taken) == []
    assert [what for what, _, _ in desk.trail if "filed to" in what] == [f"{number} filed to Aetna"]


def test_a_claim_that_was_answered_meanwhile_is_not_filed_again(desk: Desk, number: str):
    parcel = desk.do(take_parcel)
    desk.do(lambda db, who: claims.claim(db, who, number).move(ClaimStatus.FILED))
    desk.do(complete_by_hand, number, builders.COINSURED, builders.eob(), later=False)
    assert desk.do(mark_arrived, parcel) == []
    assert status(desk, number)[0] == "completed"


def test_two_at_once_send_it_once(desk: Desk, number: str, tmp_path: Path):
    """Between the first one's sending and marking the second one asks."""
    asked = []

    class Slow(deliver.Mailbox):  # type: ignore[misc]
        def __enter__(self) -> Any:
            return self

        def __exit__(self, *error: object) -> None:
            return None

        def deliver(self, name: str, content: bytes) -> None:
            asked.append(name)
            assert send_waiting(desk.do).sent == 0

    assert send_waiting(desk.do, connect=lambda _connection: Slow()).sent == 1
    assert len(asked) == 1


# A real server.


def connected(desk: Desk, to: OpenSshServer, **changes: object) -> None:
    desk.do(lambda db, who: db.add(connection_to(to, **changes)))


def test_over_sftp_a_file_is_tried_again_when_the_server_is_back(
    desk: Desk,
    number: str,
    server: OpenSshServer,  # noqa: F811
    at: Any,
):
    connected(desk, server)
    server.stop()
    try:
        assert "does not answer" in send_waiting(desk.do).problem
        assert status(desk, number)[0] == "waiting"
    finally:
        server.start()
    assert send_waiting(desk.do, due_only=True).sent == 0
    at(TRY_AGAIN[0])
    assert send_waiting(desk.do, due_only=True).sent == 1
    assert status(desk, number) == ("filed", "")
    assert list(server.sent().values()) == [desk.one(ClaimFile).content.encode()]


KILLED = """
import os, signal, sys
sys.path.insert(0, os.getcwd())
from mbp_claims.actions import deliver
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import transaction

def step(action, *told, **named):
    with transaction() as db:
        if action is deliver.mark_arrived and sys.argv[1] == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        return action(db, first_clinician(db), *told, **named)

print(deliver.send_waiting(step).sent)
"""


def test_killed_between_sending_and_marking_it_is_sent_once(
    desk: Desk,
    number: str,
    server: OpenSshServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
):
    connected(desk, server)
    monkeypatch.setenv("MBP_DATABASE_URL", desk.url)

    def run(word: str, now: str) -> subprocess.CompletedProcess[str]:
        monkeypatch.setenv("MBP_NOW", now)
        command = [sys.executable, "-c", KILLED, word]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    killed = run("kill", "2026-11-23T21:40:00-05:00")
    assert killed.returncode == -9, killed.stderr
    assert status(desk, number)[0] == "waiting"
    (path,) = (server.home / "outbox").iterdir()
    before = path.stat()
    assert run("go", "2026-11-23T21:41:00-05:00").stdout == "0\n"
    again = run("go", "2026-11-23T21:46:00-05:00")
    assert again.stdout == "1\n", again.stderr
    assert status(desk, number)[0] == "filed"
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert len(server.sent()) == 1
    assert [what for what, _, _ in desk.trail if "filed to" in what] == [f"{number} filed to Aetna"]
    assert server.log.count("Accepted publickey") >= 2
    assert KEY
