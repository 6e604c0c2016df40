"""Signing in and out by HTTP: the cookie, who may ask for it, and when it is worth nothing any more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select
from visitor import EMAIL, HOME, PASSWORD, Web, left, sessions

from mbp_claims import routes
from mbp_claims.actions.sign_in import WRONG
from mbp_claims.api import answers, asking, http, session
from mbp_claims.api.guard import Guard
from mbp_claims.clock import now
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.account import Account
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.outage import AWAY
from mbp_claims.domain.user_session import UserSession, session_key

Trail = Callable[[], list[str]]
COOKIE = "mbp-session-3000"
GOOD = {"email": EMAIL, "password": PASSWORD}


def test_who_signs_in_gets_a_cookie_that_no_script_reads_and_no_other_site_sends(web: Web, trail: Trail):
    answer = web.post(routes.SESSION_SIGN_IN, GOOD | {"back": "/claims"})
    assert (answer.status_code, answer.json()["goes_to"]) == (200, "/claims")
    said = answer.headers["set-cookie"]
    assert said.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "Path=/", "SameSite=strict", "Max-Age=43200"} <= {part.strip() for part in said.split(";")}
    assert answer.headers["cache-control"] == "no-store"
    assert web.get(routes.SESSION).json() == {"seconds": 1800, "idle": 1800, "why": "idle", "goes_to": "/"}
    assert trail() == ["Signed in"]


def test_the_database_does_not_hold_what_the_cookie_holds(web: Web):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    (one,) = sessions()
    assert one.key == session_key(web.cookies[COOKIE])
    assert web.cookies[COOKIE] not in repr(one)


def test_behind_tls_the_cookie_is_for_that_very_host_and_goes_nowhere_in_the_clear(
    web: Web, monkeypatch: pytest.MonkeyPatch
):
    for module in (session, asking, answers):
        monkeypatch.setattr(module, "settings", replace(module.settings, addresses=("https://claims.example.com",)))
    answer = web.post(routes.SESSION_SIGN_IN, GOOD, origin="https://claims.example.com")
    said = answer.headers["set-cookie"]
    assert said.startswith("__Host-mbp-session=")
    assert "Secure" in said and "Domain" not in said


def test_the_email_may_be_typed_in_any_case(web: Web):
    assert web.post(routes.SESSION_SIGN_IN, GOOD | {"email": f" {EMAIL.upper()} "}).status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        GOOD | {"password": PASSWORD.upper()}, GOOD | {"password": ""}, GOOD | {"password": PASSWORD + " "},
        GOOD | {"email": "nobody@example.com"}, {"email": EMAIL}, {"password": PASSWORD}, {"": ""},
        {"email": "x" * 5000, "password": "y" * 5000}, {"email": "\ud7ff\x00", "password": "\x00"},
    ],
)  # fmt: skip
def test_a_wrong_password_and_an_unknown_email_are_answered_alike(web: Web, form: dict[str, str]):
    answer = web.post(routes.SESSION_SIGN_IN, form)
    assert (answer.status_code, answer.json()) == (422, {"problem": WRONG, "fields": {}})
    assert "set-cookie" not in answer.headers
    assert sessions() == []


def test_the_trail_tells_of_a_wrong_password_and_of_an_email_that_nobody_has_without_it(web: Web, trail: Trail):
    web.post(routes.SESSION_SIGN_IN, GOOD | {"password": "no"})
    web.post(routes.SESSION_SIGN_IN, GOOD | {"email": "nobody@example.com"})
    assert trail() == ["Wrong password for June Marlow, LCSW", "Refused: Signing in, nobody has that email"]


def test_an_attempt_that_has_to_wait_is_in_the_trail_once_and_then_counted(web: Web, trail: Trail):
    """With whose name it was, and from where."""
    for _ in range(9):
        web.post(routes.SESSION_SIGN_IN, GOOD | {"password": "no"})
    told = [what for what in trail() if what.startswith("Refused")]
    assert told == ["Refused: Signing in as June Marlow, LCSW, too many tries"]
    with reading() as db:
        last = db.exec(select(Activity).order_by(col(Activity.id).desc())).first()
    assert last and (last.clinician_id, last.who, last.address) == (None, "Not signed in", "127.0.0.1")
    for n in range(30):
        web.post(routes.SESSION_SIGN_IN, GOOD | {"email": f"nobody{n}@example.com"})
    assert [what for what in trail() if what.startswith("Refused")] == [
        *told, "Refused: Signing in, nobody has that email", "Refused: Signing in, too many tries",
    ]  # fmt: skip


def test_who_knocks_is_in_the_log_without_a_name(web: Web, caplog: pytest.LogCaptureFixture):
    for _ in range(7):
        web.post(routes.SESSION_SIGN_IN, GOOD | {"password": "no"})
    facts = [one.facts for one in caplog.records if one.name == "mbp_claims.refused"]
    assert facts == [{"call": "Signing in", "why": "too many tries"}]
    assert "Marlow" not in caplog.text and EMAIL not in caplog.text


def test_an_account_without_a_password_cannot_be_signed_in_to(web: Web):
    with transaction() as db:
        db.exec(select(Account)).one().password_hash = ""
    for password in ("", PASSWORD, "nobody has this password"):
        assert web.post(routes.SESSION_SIGN_IN, GOOD | {"password": password}).status_code == 422


def test_a_session_that_somebody_else_planted_is_not_the_one_that_is_used(web: Web):
    web.cookies[COOKIE] = "planted"
    web.post(routes.SESSION_SIGN_IN, GOOD)
    first = web.cookies[COOKIE]
    assert first != "planted"
    web.post(routes.SESSION_SIGN_IN, GOOD)
    assert web.cookies[COOKIE] != first
    assert [one.ended for one in sessions()] == ["renewed", ""]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", f"{HOME}.evil.example", "http://127.0.0.1:3001"])
def test_no_other_site_signs_anybody_in_or_out(web: Web, origin: str):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    for address in (routes.SESSION_SIGN_IN, routes.SESSION_DEMO, routes.SESSION_STAY, routes.SESSION_SIGN_OUT):
        answer = web.post(address, GOOD, origin=origin)
        assert answer.status_code == 403, address
        assert "set-cookie" not in answer.headers
    assert left(web) == 1800


def test_by_get_nothing_is_done(web: Web):
    for address in (routes.SESSION_SIGN_IN, routes.SESSION_DEMO, routes.SESSION_STAY, routes.SESSION_SIGN_OUT):
        assert web.get(f"{address}?email={EMAIL}&password={PASSWORD}", origin=HOME).status_code == 405


def test_more_than_a_form_holds_is_not_even_read(web: Web):
    assert web.post(routes.SESSION_SIGN_IN, GOOD | {"more": "x" * 20_000}).status_code == 413


def test_signing_out_ends_the_session_whoever_kept_its_cookie(web: Web, trail: Trail):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    kept = Web(http(), {"cookie": f"{COOKIE}={web.cookies[COOKIE]}"})
    assert left(kept) == 1800
    answer = web.post(routes.SESSION_SIGN_OUT)
    assert (answer.json(), web.cookies) == ({"goes_to": "/sign-in/", "out": True}, {})
    assert kept.get(routes.SESSION).json()["over"] == "signed-out"
    assert kept.post(routes.SESSION_STAY).json()["over"] == "signed-out"
    assert trail() == ["Signed in", "Signed out"]
    assert web.post(routes.SESSION_SIGN_OUT).status_code == 200


def later(minutes: float, since_start: float = 0) -> None:
    """As if so much time had gone by since the person was last seen, and since they signed in."""
    with transaction() as db:
        for one in db.exec(select(UserSession)):
            one.last_seen_at = now() - timedelta(minutes=minutes)
            one.started_at = now() - timedelta(minutes=max(minutes, since_start))


def test_looking_at_the_clock_does_not_make_a_session_last_longer_and_doing_something_does(web: Web):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    later(29)
    assert (left(web), left(web)) == (60, 60)
    assert web.post(routes.SESSION_STAY).json()["seconds"] == 1800
    assert left(web) == 1800


def test_half_an_hour_without_a_person_ends_it_for_good(web: Web):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    later(30)
    assert web.get(routes.SESSION).json()["over"] == "idle"
    assert web.post(routes.SESSION_STAY).json()["over"] == "idle"


def test_twelve_hours_end_it_however_busy_its_person_is(web: Web):
    web.post(routes.SESSION_SIGN_IN, GOOD)
    later(0, since_start=12 * 60 - 1)
    assert web.post(routes.SESSION_STAY).json().items() >= {"seconds": 60, "why": "hours"}.items()
    later(0, since_start=12 * 60)
    assert web.post(routes.SESSION_STAY).json()["over"] == "hours"


def test_a_database_that_is_not_there_ends_no_session(web: Web, database_url: str):
    """Files, forms and pages say that it does not answer, rather than that nobody is signed in."""
    web.post(routes.SESSION_SIGN_IN, GOOD)
    file = Path(database_url.removeprefix("sqlite:///"))
    file.rename(file.with_name("away.db"))
    assert web.get(routes.file_835(1)).status_code == 503
    answer = web.post(routes.SESSION_CHANGE, {"old": PASSWORD, "password": "x" * 20})
    assert (answer.status_code, answer.json()["problem"]) == (503, AWAY)
    guarded = Web(Guard(http(), lambda: None))
    guarded.cookies = dict(web.cookies)
    page = guarded.get(routes.CLIENTS, accept="text/html")
    assert (page.status_code, page.text) == (503, AWAY)
    file.with_name("away.db").rename(file)
    assert left(web) == 1800


def test_a_database_that_does_not_answer_is_said_without_a_word_about_it(
    web: Web, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def breaks(*_) -> None:  # type: ignore[no-untyped-def]
        raise OSError(EMAIL)

    monkeypatch.setattr("mbp_claims.actions.sign_in.account_by_email", breaks)
    answer = web.post(routes.SESSION_SIGN_IN, GOOD)
    assert (answer.status_code, answer.json()) == (503, {"problem": answers.FAILED})
    assert EMAIL not in caplog.text and PASSWORD not in caplog.text
