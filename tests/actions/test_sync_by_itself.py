"""The clearinghouse is synced by itself: when it is due, later after each failure, and never by two at once."""

import threading
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mbp_claims import clock
from mbp_claims.actions.connect_clearinghouse import connect_clearinghouse
from mbp_claims.actions.every_practice import sync_due
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.sync_clearinghouse import BUSY, STOPPED, Due, Synced, sync_clearinghouse
from mbp_claims.actions.verify_trail import verify_trails
from mbp_claims.db.engine import reading
from mbp_claims.domain.ack_file import AckFile
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import LEASE, Connection
from mbp_claims.domain.mail import MailProblem
from mbp_claims.domain.practice import Clinician
from mbp_claims.transport.mailbox import open_mailbox
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import GOLDEN

START = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
EVERY = timedelta(minutes=15)
DUE = Due(EVERY, START)


class Clock:
    """The hour, as a test moves it."""

    def __init__(self) -> None:
        self.at = START

    def later(self, **by: int) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def hour(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(clock, "now", lambda: made.at)
    monkeypatch.setattr("mbp_claims.actions.every_practice.now", lambda: made.at)
    return made


@pytest.fixture
def inbox(desk: Desk, tmp_path: Path) -> Path:
    folder = tmp_path / "clearinghouse" / str(desk.clinician.practice_id) / "inbox"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def blocked(_connection: Connection) -> Any:
    raise MailProblem("It does not answer.")


def sync(desk: Desk, **more: Any) -> Synced:
    return sync_clearinghouse(desk.do, pause=lambda _seconds: None, **more)


def nobody_fails(what: str, failure: Exception) -> None:
    raise AssertionError(what) from failure


def test_a_practice_that_was_never_synced_is_due_a_while_after_the_start(desk: Desk, hour: Clock):
    hour.later(minutes=14)
    assert sync(desk, due=DUE).busy
    assert desk.rows(Connection) == []
    hour.later(minutes=1)
    assert not sync(desk, due=DUE).busy
    assert desk.one(Connection).synced_at == hour.at


def test_it_is_due_again_when_the_minutes_are_over_however_it_was_synced(desk: Desk, hour: Clock):
    sync(desk)
    hour.later(minutes=10)
    sync(desk)
    hour.later(minutes=14)
    assert sync(desk, due=DUE).busy
    hour.later(minutes=1)
    assert not sync(desk, due=DUE).busy


def test_it_waits_longer_after_each_failure_and_no_longer_once_it_went_well(desk: Desk, hour: Clock):
    waits = []
    for _ in range(7):
        sync(desk, connect=blocked)
        kept = desk.one(Connection)
        waits.append(kept.next_sync(EVERY, START) - hour.at)
        hour.later(minutes=1)
    assert [wait / timedelta(minutes=1) for wait in waits] == [30, 60, 120, 240, 240, 240, 240]
    assert kept.problem == "It does not answer."
    sync(desk)
    assert (desk.one(Connection).failures, desk.one(Connection).problem) == (0, "")


def test_another_connection_is_tried_without_the_long_wait(desk: Desk, hour: Clock):
    for _ in range(4):
        sync(desk, connect=blocked)
    desk.do(connect_clearinghouse, {"way": "folder", "after_fetch": "archive"})
    hour.later(minutes=15)
    assert not sync(desk, due=DUE).busy


def test_two_at_once_fetch_once(desk: Desk, inbox: Path):
    (inbox / "a.ta1").write_bytes((GOLDEN / "acks" / "ta1_accepted.ta1").read_bytes())
    inside, go_on = threading.Event(), threading.Event()

    def slow(_seconds: float) -> None:
        inside.set()
        assert go_on.wait(20)

    came: list[Synced] = []
    first = threading.Thread(target=lambda: came.append(sync_clearinghouse(desk.do, pause=slow)))
    first.start()
    assert inside.wait(20)
    second = sync(desk)
    go_on.set()
    first.join(20)
    assert (second.busy, second.words, second.problem) == (True, BUSY, "")
    assert came[0].collected.acknowledgements == 1
    assert len(desk.rows(AckFile)) == 1


def test_what_the_program_does_by_itself_is_nobodys_deed(
    desk: Desk, client: Client, inbox: Path, hour: Clock, monkeypatch: pytest.MonkeyPatch
):
    """Its entries name no person and no address, and are chained as all others."""
    monkeypatch.setattr("mbp_claims.actions.collect.SETTLE_SECONDS", 0)
    (inbox / "a.ta1").write_bytes((GOLDEN / "acks" / "ta1_accepted.ta1").read_bytes())
    desk.do(builders.both, client)
    desk.do(file_claim, desk.do(builders.started, client).number)
    before = len(desk.rows(Activity))
    hour.later(minutes=15)
    sync_due(DUE, nobody_fails)
    told = desk.rows(Activity)[before:]
    assert told
    assert {(one.clinician_id, one.who, one.address) for one in told} == {(None, "MBP Claims, by itself", "")}
    assert desk.one(AckFile).received_by == "MBP Claims, by itself"
    assert len(desk.rows(Clinician)) == 1
    with reading(desk.url) as db:
        assert not [one for checked in verify_trails(db) for one in checked.broken]


def test_a_practice_whose_owners_are_all_away_is_synced_too(desk: Desk, hour: Clock):
    desk.do(lambda db, clinician: setattr(db.get_one(Clinician, clinician.id), "disabled_at", START))
    hour.later(minutes=15)
    sync_due(DUE, nobody_fails)
    assert desk.one(Connection).synced_at == hour.at


def test_whoever_was_killed_is_waited_for_no_longer_than_the_lease(desk: Desk, hour: Clock):
    class Killed(BaseException):
        pass

    def killed(_connection: Connection) -> Any:
        raise Killed

    def step(action: Any, *told: Any, **named: Any) -> Any:
        if action.__name__ == "give_up_sync":
            raise Killed  # nobody is left to say so
        return desk.do(action, *told, **named)

    with pytest.raises(Killed):
        sync_clearinghouse(step, connect=killed)
    assert sync(desk).busy
    hour.at += LEASE
    assert not sync(desk).busy


def test_a_sync_that_breaks_off_says_so_and_keeps_nobody_waiting(desk: Desk, hour: Clock):
    def breaks(_connection: Connection) -> Any:
        raise OSError

    with pytest.raises(OSError):
        sync(desk, connect=breaks)
    kept = desk.one(Connection)
    assert (kept.problem, kept.failures, kept.synced_by) == (STOPPED, 1, "")
    assert not sync(desk).busy


def test_a_long_sync_keeps_its_place(desk: Desk, inbox: Path, hour: Clock):
    for number in range(4):
        (inbox / f"{number}.txt").write_text("nothing")
    tried: list[bool] = []

    def step(action: Any, *told: Any, **named: Any) -> Any:
        hour.later(minutes=4)
        if action.__name__ == "keep_leftovers":
            hour.later(minutes=4)
            tried.append(sync(desk).busy)
        return desk.do(action, *told, **named)

    sync_clearinghouse(step, pause=lambda _seconds: None)
    assert tried == [True]
    assert desk.one(Connection).synced_by == ""


def test_every_practice_is_synced_and_one_that_fails_keeps_no_other(
    desk: Desk, hour: Clock, monkeypatch: pytest.MonkeyPatch
):
    other = as_another(desk, builders.stranger)
    hour.later(minutes=15)
    failed: list[str] = []

    def connect(connection: Connection) -> Any:
        if connection.practice_id == desk.clinician.practice_id:
            raise OSError
        return open_mailbox(connection)

    to_where = partial(sync_clearinghouse, connect=connect, pause=lambda _seconds: None)
    monkeypatch.setattr("mbp_claims.actions.every_practice.sync_clearinghouse", to_where)
    sync_due(DUE, lambda what, failure: failed.append(type(failure).__name__))
    assert failed == ["OSError"]
    of = {kept.practice_id: kept.problem for kept in desk.rows(Connection)}
    assert of == {desk.clinician.practice_id: STOPPED, other.clinician.practice_id: ""}
    sync_due(DUE, nobody_fails)
    assert len(desk.rows(Connection)) == 2
