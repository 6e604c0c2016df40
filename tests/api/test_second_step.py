"""After the password: codes of an app, recovery codes, and setting both up."""

from collections.abc import Callable

import pyotp
import pytest
from sqlmodel import select
from visitor import EMAIL, PASSWORD, Web

from mbp_claims import routes
from mbp_claims.actions.second_factor import ASKED_FOR, NOT_THE_CODE
from mbp_claims.api import http
from mbp_claims.clock import now
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.account import Account, RecoveryCode
from mbp_claims.domain.practice import Practice

GOOD = {"email": EMAIL, "password": PASSWORD}
Wait = Callable[..., None]


def app_of(key: str) -> pyotp.TOTP:
    return pyotp.TOTP(key.replace(" ", ""))


def code_now(app: pyotp.TOTP, steps: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    return app.at(now(), counter_offset=steps)


@pytest.fixture
def app(web: Web) -> pyotp.TOTP:
    """June Marlow's app; she is signed in and has turned the second step on."""
    web.post(routes.SESSION_SIGN_IN, GOOD)
    told = web.post(routes.SESSION_SECOND, {"old": PASSWORD}).json()
    app = app_of(told["key"])
    turned_on = web.post(routes.SESSION_SECOND_CODE, {"code": code_now(app)})
    app.codes = turned_on.json()["codes"]  # type: ignore[attr-defined]
    return app


def left(web: Web) -> int:
    seconds: int = web.get(routes.SESSION).json().get("seconds", 0)
    return seconds


def half_way() -> Web:
    """Another browser, in which only the password was shown."""
    elsewhere = Web(http())
    assert elsewhere.post(routes.SESSION_SIGN_IN, GOOD).json()["step"] == "code"
    return elsewhere


def test_the_app_is_given_a_picture_and_the_same_key_in_words(web: Web):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    told = web.post(routes.SESSION_SECOND, {"old": PASSWORD})
    assert told.headers["cache-control"] == "no-store"
    assert told.json()["picture"].startswith("data:image/svg+xml")
    key = told.json()["key"].replace(" ", "")
    assert len(key) == 32
    assert web.post(routes.SESSION_SECOND, {"old": PASSWORD}).json()["key"].replace(" ", "") == key


def test_who_found_an_open_tab_and_no_password_sets_up_nothing(web: Web):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    answer = web.post(routes.SESSION_SECOND, {"old": "guess"})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["old"])


def test_a_code_turns_it_on_and_the_recovery_codes_are_told_once(web: Web, app: pyotp.TOTP):
    codes = app.codes  # type: ignore[attr-defined]
    assert len(set(codes)) == 10
    assert all(len(code) == 19 for code in codes)
    with reading() as db:
        kept = repr(list(db.exec(select(RecoveryCode))))
    assert not [code for code in codes if code in kept or code.replace("-", "") in kept]


def test_a_wrong_code_turns_nothing_on(web: Web):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    web.post(routes.SESSION_SECOND, {"old": PASSWORD})
    assert web.post(routes.SESSION_SECOND_CODE, {"code": "000000"}).json()["problem"] == NOT_THE_CODE
    assert Web(http()).post(routes.SESSION_SIGN_IN, GOOD).json()["goes_to"]


def test_the_password_alone_lets_nobody_in(web: Web, app: pyotp.TOTP):
    elsewhere = half_way()
    assert left(elsewhere) == 0
    assert elsewhere.get(routes.SESSION).json()["stage"] == "code"
    assert elsewhere.get(routes.file_837(1)).status_code == 401
    for address in (routes.SESSION_CHANGE, routes.SESSION_SECOND_OFF, routes.SESSION_NEW_CODES):
        assert elsewhere.post(address, {"old": PASSWORD, "password": "x" * 20}).status_code == 401


def test_the_newest_code_signs_in_with_a_new_session_id(web: Web, app: pyotp.TOTP, wait: Wait):
    wait(minutes=1)
    elsewhere = half_way()
    before = dict(elsewhere.cookies)
    answer = elsewhere.post(routes.SESSION_CODE, {"code": code_now(app), "back": "/claims"})
    assert answer.json()["goes_to"] == "/claims"
    assert left(elsewhere) == 1800
    assert elsewhere.cookies != before
    stale = Web(http())
    stale.cookies = before
    assert left(stale) == 0


def test_no_code_counts_twice(web: Web, app: pyotp.TOTP, wait: Wait):
    assert half_way().post(routes.SESSION_CODE, {"code": code_now(app)}).json()["problem"] == NOT_THE_CODE
    wait(minutes=1)
    assert half_way().post(routes.SESSION_CODE, {"code": code_now(app)}).status_code == 200
    assert half_way().post(routes.SESSION_CODE, {"code": code_now(app)}).status_code == 422


@pytest.mark.parametrize(("steps", "fits"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_the_clock_of_a_phone_may_be_half_a_minute_off(
    web: Web, app: pyotp.TOTP, wait: Wait, steps: int, fits: bool
):
    wait(minutes=5)
    answer = half_way().post(routes.SESSION_CODE, {"code": code_now(app, steps)})
    assert (answer.status_code == 200) is fits


@pytest.mark.parametrize("code", ["", "0", "abcdef", "１２３４５６", "12345", "1234567", "x" * 5000, "\x00", "-12345"])
def test_nonsense_is_no_code(web: Web, app: pyotp.TOTP, code: str):
    assert half_way().post(routes.SESSION_CODE, {"code": code}).json()["problem"] == NOT_THE_CODE


def test_a_recovery_code_signs_in_once_however_it_is_typed(
    web: Web, app: pyotp.TOTP, trail: Callable[[], list[str]]
):
    code = app.codes[3]  # type: ignore[attr-defined]
    assert half_way().post(routes.SESSION_CODE, {"code": f" {code.lower().replace('-', ' ')} "}).status_code == 200
    assert half_way().post(routes.SESSION_CODE, {"code": code}).json()["problem"] == NOT_THE_CODE
    assert "A recovery code was used; 9 left" in trail()


def test_new_recovery_codes_take_the_place_of_the_old(web: Web, app: pyotp.TOTP):
    told = web.post(routes.SESSION_NEW_CODES, {"old": PASSWORD}).json()
    old, new = app.codes[0], told["codes"][0]  # type: ignore[attr-defined]
    assert half_way().post(routes.SESSION_CODE, {"code": old}).status_code == 422
    assert half_way().post(routes.SESSION_CODE, {"code": new}).status_code == 200


def test_guessing_codes_has_to_wait(web: Web, app: pyotp.TOTP, wait: Wait):
    guesser = half_way()
    for _ in range(5):
        assert guesser.post(routes.SESSION_CODE, {"code": "000000"}).json()["problem"] == NOT_THE_CODE
    wait(seconds=5)
    answer = guesser.post(routes.SESSION_CODE, {"code": code_now(app)})
    assert answer.json()["problem"].startswith("Too many tries. Wait 25 seconds")
    wait(seconds=30)
    assert guesser.post(routes.SESSION_CODE, {"code": code_now(app)}).status_code == 200


def test_between_password_and_code_there_are_ten_minutes(web: Web, app: pyotp.TOTP, wait: Wait):
    late = half_way()
    wait(minutes=11)
    answer = late.post(routes.SESSION_CODE, {"code": code_now(app)})
    assert (answer.status_code, answer.json()["step"]) == (422, "sign-in")


def test_a_code_without_a_password_leads_to_the_start(web: Web, app: pyotp.TOTP):
    for browser in (Web(http()), web):
        assert browser.post(routes.SESSION_CODE, {"code": code_now(app)}).json()["step"] == "sign-in"


def test_it_is_turned_off_by_who_knows_the_password(web: Web, app: pyotp.TOTP):
    assert web.post(routes.SESSION_SECOND_OFF, {"old": "guess"}).status_code == 422
    assert web.post(routes.SESSION_SECOND_OFF, {"old": PASSWORD}).status_code == 200
    assert "goes_to" in Web(http()).post(routes.SESSION_SIGN_IN, GOOD).json()
    with reading() as db:
        assert db.exec(select(Account)).one().totp_secret == ""
        assert db.exec(select(RecoveryCode)).all() == []


def test_where_the_practice_asks_for_it_it_stays_on(web: Web, app: pyotp.TOTP, asked_for: None):
    answer = web.post(routes.SESSION_SECOND_OFF, {"old": PASSWORD})
    assert (answer.status_code, answer.json()["problem"]) == (422, ASKED_FOR)


def test_who_has_none_where_it_is_asked_for_sets_it_up_before_anything_else(web: Web, asked_for: None):
    assert web.post(routes.SESSION_SIGN_IN, GOOD).json()["step"] == "set-up"
    assert left(web) == 0
    told = web.post(routes.SESSION_SET_UP).json()
    assert web.post(routes.SESSION_SET_UP_CODE, {"code": "000000"}).json()["problem"] == NOT_THE_CODE
    assert left(web) == 0
    done = web.post(routes.SESSION_SET_UP_CODE, {"code": code_now(app_of(told["key"])), "back": "/era"}).json()
    assert (len(done["codes"]), done["goes_to"]) == (10, "/era")
    assert left(web) == 1800


def test_setting_up_needs_the_password_first(web: Web, asked_for: None):
    for address in (routes.SESSION_SET_UP, routes.SESSION_SET_UP_CODE):
        assert Web(http()).post(address).json()["step"] == "sign-in"


def test_the_demo_practice_needs_none_even_where_it_is_asked_for(web: Web, asked_for: None):
    with transaction() as db:
        db.exec(select(Account)).one().demo = True
        assert db.exec(select(Practice)).one().second_factor
    assert "goes_to" in web.post(routes.SESSION_DEMO).json()
