"""Changing a password, and choosing one by a link."""

from collections.abc import Callable

import pytest
from sqlmodel import select
from visitor import EMAIL, NEW, PASSWORD, Web, left

from mbp_claims import routes
from mbp_claims.actions.change_password import NOT_THE_OLD, SAME, SPENT, make_reset_link
from mbp_claims.actions.sign_in import WRONG
from mbp_claims.actions.weigh_password import EASY, TOO_SHORT
from mbp_claims.api import http
from mbp_claims.clock import now
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.account import ResetLink
from mbp_claims.domain.practice import Clinician

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
