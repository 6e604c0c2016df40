"""Changing a password, choosing one by a link, guessing one, and the first account of all."""

from collections.abc import Callable

import pytest
from sqlmodel import select
from visitor import EMAIL, NEW, PASSWORD, Web, left

from mbp_claims import routes
from mbp_claims.actions import sign_in as signing_in
from mbp_claims.actions.change_password import NOT_THE_OLD, SAME, SPENT, make_reset_link
from mbp_claims.actions.sign_in import WRONG
from mbp_claims.actions.weigh_password import EASY, TOO_SHORT
from mbp_claims.api import http
from mbp_claims.clock import now
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.account import ResetLink
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.sign_in_attempt import SignInAttempt

GOOD = {"email": EMAIL, "password": PASSWORD}
Wait = Callable[..., None]


def signed_in() -> Web:
    browser = Web(http())
    assert browser.post(routes.SESSION_SIGN_IN, GOOD).status_code == 200
    return browser


def test_a_new_password_signs_out_every_other_browser_and_this_one_goes_on(web: Web, trail: Callable[[], list[str]]):
    here, elsewhere = signed_in(), signed_in()
    before = dict(here.cookies)
    answer = here.post(routes.SESSION_CHANGE, {"old": PASSWORD, "password": NEW})
    assert answer.json()["goes_to"] == "/account/?done=password"
    assert (left(here), left(elsewhere)) == (1800, 0)
    assert here.cookies != before
    assert elsewhere.get(routes.SESSION).json()["over"] == "password"
    assert web.post(routes.SESSION_SIGN_IN, GOOD).status_code == 422
    assert web.post(routes.SESSION_SIGN_IN, GOOD | {"password": NEW}).status_code == 200
    assert "Password changed; signed out everywhere" in trail()


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"old": "guess", "password": NEW}, "old", NOT_THE_OLD), ({"password": NEW}, "old", NOT_THE_OLD),
        ({"old": PASSWORD, "password": "short"}, "password", TOO_SHORT),
        ({"old": PASSWORD, "password": PASSWORD}, "password", SAME),
        ({"old": PASSWORD, "password": "password1234"}, "password", EASY),
        ({"old": PASSWORD, "password": "junemarlow1988"}, "password", EASY), ({"old": PASSWORD}, "password", TOO_SHORT),
    ],
)  # fmt: skip
def test_what_is_refused_changes_nothing_and_says_why_beside_its_field(
    web: Web, given: dict[str, str], field: str, sentence: str
):
    here = signed_in()
    answer = here.post(routes.SESSION_CHANGE, given)
    assert (answer.status_code, answer.json()["fields"]) == (422, {field: sentence})
    assert left(here) == 1800
    signed_in()


def test_nobody_changes_a_password_without_a_session(web: Web):
    assert web.post(routes.SESSION_CHANGE, {"old": PASSWORD, "password": NEW}).status_code == 401


def test_signing_out_everywhere_ends_every_session(web: Web):
    here, elsewhere = signed_in(), signed_in()
    assert here.post(routes.SESSION_OUT_EVERYWHERE).json()["goes_to"] == "/sign-in/"
    assert (left(here), left(elsewhere), here.cookies) == (0, 0, {})


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
            web.post(routes.SESSION_SIGN_IN, GOOD | {"password": f"guess {len(looked)}"})
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


@pytest.fixture
def link(web: Web, clinician: Clinician) -> str:
    with transaction() as db:
        return make_reset_link(db, clinician, clinician)


def test_a_link_chooses_a_new_password_once_and_signs_out_everywhere(web: Web, link: str):
    elsewhere = signed_in()
    answer = web.post(routes.SESSION_RESET, {"link": link, "password": NEW})
    assert answer.json()["goes_to"] == "/sign-in/?done=password"
    assert (left(web), left(elsewhere)) == (0, 0)
    assert web.post(routes.SESSION_SIGN_IN, GOOD | {"password": NEW}).status_code == 200
    again = web.post(routes.SESSION_RESET, {"link": link, "password": "another long sentence of hers"})
    assert (again.status_code, again.json()["problem"]) == (422, SPENT)


def test_a_password_that_is_refused_leaves_the_link_as_it_is(web: Web, link: str):
    refused = web.post(routes.SESSION_RESET, {"link": link, "password": "short"})
    assert refused.json()["fields"] == {"password": TOO_SHORT}
    assert web.post(routes.SESSION_RESET, {"link": link, "password": NEW}).status_code == 200


def test_a_link_lasts_a_day(web: Web, link: str, wait: Wait):
    wait(hours=24)
    assert web.post(routes.SESSION_RESET, {"link": link, "password": NEW}).json()["problem"] == SPENT


def test_only_the_newest_link_works_and_the_database_holds_none(web: Web, link: str, clinician: Clinician):
    with transaction() as db:
        newest = make_reset_link(db, clinician, clinician)
    assert web.post(routes.SESSION_RESET, {"link": link, "password": NEW}).json()["problem"] == SPENT
    with reading() as db:
        assert newest not in repr(list(db.exec(select(ResetLink))))
    assert web.post(routes.SESSION_RESET, {"link": newest, "password": NEW}).status_code == 200


@pytest.mark.parametrize("nonsense", ["", "x", "' OR 1=1 --", "\x00", "x" * 5000])
def test_nonsense_is_no_link(web: Web, link: str, nonsense: str):
    assert web.post(routes.SESSION_RESET, {"link": nonsense, "password": NEW}).json()["problem"] == SPENT


def test_who_is_disabled_is_out_at_once_and_does_not_come_in_again(web: Web, clinician: Clinician, link: str):
    here = signed_in()
    with transaction() as db:
        db.get_one(Clinician, clinician.id).disabled_at = now()
    assert here.get(routes.file_835(1)).status_code == 401
    assert here.post(routes.SESSION_CHANGE, {"old": PASSWORD, "password": NEW}).status_code == 401
    answer = web.post(routes.SESSION_SIGN_IN, GOOD)
    assert (answer.status_code, answer.json()["problem"]) == (422, WRONG)
    assert web.post(routes.SESSION_RESET, {"link": link, "password": NEW}).json()["problem"] == SPENT
