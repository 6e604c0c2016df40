"""Two who come at once, before anybody is known: on PostgreSQL no write waits for another unless it is told to.

Collected only where a server is installed; conftest.py tells it where there is none.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pyotp
import pytest
from sqlmodel import Session, select

from mbp_claims.actions import change_password, open_account, sign_in_code, throttle_sign_in
from mbp_claims.actions.change_password import SpentLink, end_link, make_reset_link
from mbp_claims.actions.open_account import FirstPerson, open_first_account
from mbp_claims.actions.sign_in_code import try_code
from mbp_claims.actions.throttle_sign_in import begin_attempt
from mbp_claims.clock import now
from mbp_claims.db.engine import transaction
from mbp_claims.domain.account import Account
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.throttle import PER_ACCOUNT, TooMany
from mbp_claims.domain.user_session import Caller, Stage, UserSession, session_key
from mbp_claims.domain.violation import RuleViolation
from tests import builders
from tests.desk import Desk

pytestmark = pytest.mark.postgres

SECRET = pyotp.random_base32()
TOGETHER = 0.7
"""Seconds for which the first waits for the second where both would be let in; no test depends on it to pass."""


@pytest.fixture
def desk(url: str) -> Desk:
    """June Marlow, with a phone; two browsers know her password and are asked for the code."""
    with transaction(url) as db:
        clinician = builders.new_clinician(db, builders.new_practice(db))
        account = db.exec(select(Account)).one()
        account.totp_secret = SECRET
        for browser in ("a", "b"):
            db.add(UserSession(
                key=session_key(browser), account_id=account.id or 0, stage=Stage.CODE, started_at=now(),
                last_seen_at=now(),
            ))  # fmt: skip
    return Desk(url, clinician)


@pytest.fixture
def meets(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, str], None]:
    """Both have come so far before either goes on, unless one is kept waiting before it."""

    def patch(module: Any, name: str) -> None:
        meeting, inner = threading.Barrier(2), getattr(module, name)

        def met(*told: Any, **named: Any) -> Any:
            done = inner(*told, **named)
            with suppress(threading.BrokenBarrierError):
                meeting.wait(TOGETHER)
            return done

        monkeypatch.setattr(module, name, met)

    return patch


def at_once(url: str, *works: Callable[[Session], Any]) -> list[Any]:
    """What came of each, in a transaction of its own: what it gave, or the refusal."""
    came: list[Any] = []

    def do(work: Callable[[Session], Any]) -> None:
        try:
            with transaction(url) as db:
                came.append(work(db))
        except RuleViolation as refused:
            came.append(refused)

    threads = [threading.Thread(target=do, args=(work,)) for work in works]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    return came


def test_a_code_lets_one_browser_in(desk: Desk, meets: Callable[..., None]):
    meets(sign_in_code, "half_way")
    code = pyotp.TOTP(SECRET).at(now())
    callers = [Caller("192.0.2.7", session_id=browser) for browser in "ab"]
    came = at_once(desk.url, *(lambda db, who=one: try_code(db, code, who) for one in callers))
    assert sorted(one is None for one in came) == [False, True]


def test_a_link_chooses_one_password(desk: Desk, meets: Callable[..., None]):
    secret = desk.do(make_reset_link, desk.clinician)
    meets(change_password, "_behind")
    came = at_once(desk.url, *(lambda db, h=chosen: end_link(db, secret, h) for chosen in ("hash a", "hash b")))
    assert sorted(type(one) for one in came if one is not None) == [SpentLink]
    assert desk.one(Account).password_hash in ("hash a", "hash b")


def test_there_is_one_first_person(url: str, meets: Callable[..., None]):
    meets(open_account, "is_first")
    people = (FirstPerson(f"Practice {n}", f"Owner {n}", f"owner{n}@example.com") for n in "ab")
    came = at_once(url, *(lambda db, who=one: open_first_account(db, who) for one in people))
    assert sorted(isinstance(one, Clinician) for one in came) == [False, True]
    assert len(Desk(url, came[0]).rows(Practice)) == 1


def test_guesses_at_the_same_moment_count_each_other(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    counted, slow = throttle_sign_in.failures_of, threading.Event()
    monkeypatch.setattr(throttle_sign_in, "failures_of", lambda *told: (counted(*told), slow.wait(0.02))[0])
    came = at_once(desk.url, *[lambda db: begin_attempt(db, "june@example.com", "192.0.2.7")] * 15)
    assert sum(isinstance(one, TooMany) for one in came) == 15 - PER_ACCOUNT.free
