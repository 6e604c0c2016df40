"""The account page, and the practice's own rule about a second step."""

from typing import Any

import pytest
from sqlmodel import select
from stranger import move_in
from tab import Tab

from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Role
from mbp_claims.domain.user_session import UserSession
from mbp_claims.state.account import AccountState
from mbp_claims.state.settings import SettingsState
from mbp_claims.views.show_account import browser_name
from tests.sign_in import session_id_of

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


@pytest.fixture
def page(client: Client) -> Tab:
    tab = Tab("/account")
    tab.do(AccountState.load)
    return tab


def test_it_tells_where_one_is_signed_in_and_which_of_them_is_this_browser(page: Tab):
    (here,) = page.of(AccountState).sessions
    assert (here.where, here.since, here.here) == (
        "A browser, from 127.0.0.1", "Signed in 11/23/2026 9:40 PM", True
    )  # fmt: skip


def test_it_holds_no_secret(page: Tab):
    kept = str(vars(page.of(AccountState)))
    assert session_id_of() not in kept and "argon2" not in kept


def test_another_of_her_sessions_is_ended(page: Tab):
    with transaction() as db:
        (one,) = db.exec(select(UserSession))
        then = one.started_at
        other = UserSession(key="k", account_id=one.account_id, started_at=then, last_seen_at=then)
        db.add(other)
        db.flush()
        number = other.id
    heard = page.do(AccountState.end, str(number))
    assert heard.said == ["Signed out there."]
    assert [row.here for row in page.of(AccountState).sessions] == [True]


@pytest.mark.parametrize("number", ["0", "999", "x", "", "9" * 30])
def test_what_is_no_session_of_hers_is_not_ended(page: Tab, everything: Any, number: str):
    before = everything()
    assert page.do(AccountState.end, number).refused
    assert everything()["session"] == before["session"]


def test_a_strangers_session_is_not_ended(page: Tab, everything: Any):
    with transaction() as db:
        move_in(db)
        theirs = [one.id for one in db.exec(select(UserSession)) if one.id != 1]
    before = everything()
    assert theirs
    for number in theirs:
        assert page.do(AccountState.end, str(number)).refused
    assert everything()["session"] == before["session"]


def asked() -> bool:
    with reading() as db:
        return db.exec(select(Practice.second_factor)).one()


def test_the_owner_asks_everybody_for_a_second_step_and_takes_it_back(client: Client):
    tab = Tab("/settings")
    assert tab.do(SettingsState.ask_second_step, "on").said == ["Everybody sets up a second step at the next sign-in."]
    assert (asked(), tab.of(SettingsState).view.second_step) == (True, True)
    tab.do(SettingsState.ask_second_step, "off")
    assert not asked()


@pytest.mark.parametrize("role", [Role.BILLER, Role.CLINICIAN])
def test_nobody_else_does(client: Client, clinician: Clinician, role: Role):
    with transaction() as db:
        db.get_one(Clinician, clinician.id).role = role
    assert Tab("/settings").do(SettingsState.ask_second_step, "on").refused
    assert not asked()


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (WINDOWS, "Chrome on Windows"), ("", "A browser"), ("curl/8", "A browser"), ("x" * 999, "A browser"),
        (WINDOWS + " Edg/140.0", "Edge on Windows"),
    ],
)  # fmt: skip
def test_a_browser_is_named_in_two_words(told: str, name: str):
    assert browser_name(told) == name
