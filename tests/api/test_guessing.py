"""Guessing passwords: counted by account and by address, answered alike, slower with each."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from sqlmodel import select
from visitor import EMAIL, PASSWORD, Web

from mbp_claims import routes
from mbp_claims.actions import sign_in as signing_in
from mbp_claims.actions.sign_in import WRONG
from mbp_claims.api import http
from mbp_claims.db.engine import reading
from mbp_claims.domain.sign_in_attempt import SignInAttempt
from mbp_claims.domain.user_session import Caller
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.state.base import openly

GOOD = {"email": EMAIL, "password": PASSWORD}
Wait = Callable[..., None]


def test_five_wrong_passwords_have_to_wait_and_the_right_one_too(web: Web, wait: Wait):
    for _ in range(5):
        assert web.post(routes.SESSION_SIGN_IN, GOOD | {"password": "no"}).json()["problem"] == WRONG
    answer = web.post(routes.SESSION_SIGN_IN, GOOD)
    assert answer.json()["problem"] == "Too many tries. Wait 30 seconds, then try again. Your account is safe."
    wait(seconds=30)
    assert web.post(routes.SESSION_SIGN_IN, GOOD).status_code == 200
    assert web.post(routes.SESSION_SIGN_IN, GOOD | {"password": "no"}).json()["problem"] == WRONG


def test_an_email_that_nobody_has_waits_as_long(web: Web):
    said = [
        [web.post(routes.SESSION_SIGN_IN, {"email": email, "password": "no"}).json() for _ in range(7)]
        for email in (EMAIL, "nobody@example.com")
    ]
    assert said[0] == said[1]
    assert said[0][-1]["problem"].startswith("Too many tries.")


def test_an_address_that_tries_many_emails_waits_and_another_does_not(web: Web):
    for number in range(20):
        web.post(routes.SESSION_SIGN_IN, {"email": f"somebody{number}@example.com", "password": "no"})
    assert web.post(routes.SESSION_SIGN_IN, GOOD).json()["problem"].startswith("Too many tries.")
    assert Web(http(), address="10.0.0.9").post(routes.SESSION_SIGN_IN, GOOD).status_code == 200


def test_what_is_kept_of_an_attempt_holds_no_email(web: Web):
    web.post(routes.SESSION_SIGN_IN, {"email": "secret.person@example.com", "password": "hunter2hunter2"})
    with reading() as db:
        kept = repr(list(db.exec(select(SignInAttempt))))
    assert "secret" not in kept and "hunter2" not in kept


def test_an_attempt_is_forgotten_after_a_day(web: Web, wait: Wait):
    web.post(routes.SESSION_SIGN_IN, GOOD | {"password": "no"})
    wait(hours=25)
    web.post(routes.SESSION_SIGN_IN, GOOD)
    with reading() as db:
        assert [one.well for one in db.exec(select(SignInAttempt))] == [True]


def test_guesses_at_the_same_moment_count_each_other(web: Web, monkeypatch: pytest.MonkeyPatch):
    """The sixth is not looked at although no answer to the first five was given yet."""
    looked: list[str] = []

    def slow(_hash: str, password: str) -> bool:
        looked.append(password)
        if len(looked) < 9:
            with suppress(RuleViolation):
                signing_in.sign_in(openly, EMAIL, f"guess {len(looked)}", Caller(f"192.0.2.{len(looked)}", "", ""))
        return False

    monkeypatch.setattr(signing_in, "password_fits", slow)
    web.post(routes.SESSION_SIGN_IN, GOOD | {"password": "guess 0"})
    assert len(looked) == 5


def test_both_answers_take_one_hash(web: Web, monkeypatch: pytest.MonkeyPatch):
    """Equal time: as many hashes of the same cost are made whether anybody has that e-mail or not."""
    from mbp_claims.actions import passwords

    made: list[str] = []
    verify = passwords.HASHER.verify

    def counted(_self: object, kept: str, typed: str) -> bool:
        made.append(kept.rpartition("p=1$")[0])
        return verify(kept, typed)

    monkeypatch.setattr(type(passwords.HASHER), "verify", counted)
    for email in (EMAIL, "nobody@example.com"):
        web.post(routes.SESSION_SIGN_IN, {"email": email, "password": "no"})
    assert len(made) == 2 and made[0] == made[1]
