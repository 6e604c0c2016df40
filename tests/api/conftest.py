"""A browser in which nobody is signed in yet, and what time does to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from bed import Bed
from sqlmodel import select
from visitor import PASSWORD, Web

from mbp_claims import api, clock
from mbp_claims.actions import passwords
from mbp_claims.actions.test_mode import alone
from mbp_claims.api import http
from mbp_claims.clock import now
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.account import Account
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.refusing import Throttle
from mbp_claims.state import refusals


@pytest.fixture
def web(clinician: Clinician, quick_hashes: None, monkeypatch: pytest.MonkeyPatch) -> Web:
    """June Marlow has a password; nobody has been refused anything lately."""
    monkeypatch.setattr(refusals, "_throttle", Throttle())
    with transaction() as db:
        db.exec(select(Account)).one().password_hash = passwords.hash_password(PASSWORD)
    return Web(http())


@pytest.fixture
def trail() -> Callable[[], list[str]]:
    """What the practice knows to have been done, in its order."""

    def read() -> list[str]:
        with reading() as db:
            return [one.what for one in db.exec(select(Activity).order_by(Activity.id))]

    return read


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets time go by for everything."""

    def later(**by: float) -> None:
        moment = now() + timedelta(**by)
        monkeypatch.setattr(clock, "settings", replace(clock.settings, frozen_now=moment))

    return later


@pytest.fixture
def asked_for(practice: Practice) -> None:
    """The practice asks everybody for a second step."""
    with transaction() as db:
        db.get_one(Practice, practice.id).second_factor = True


@pytest.fixture
def test_mode(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As MBP_TEST_MODE=1 does it, on the test's own database."""
    told = replace(clock.settings, test_mode=True, database_url=database_url)
    for module in (api, clock, alone):
        monkeypatch.setattr(module, "settings", told)
    alone._kept.cache_clear()
    clock.move_all_back()


@pytest.fixture
def bed(test_mode: None) -> Bed:
    return Bed(http())
