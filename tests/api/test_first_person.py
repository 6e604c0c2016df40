"""The first person sets up the practice, and nobody after her."""

from dataclasses import replace

import pytest
from sqlmodel import select
from visitor import NEW, Web, left

from mbp_claims import routes
from mbp_claims.api import http, session
from mbp_claims.db.engine import reading
from mbp_claims.domain.account import Account
from mbp_claims.domain.practice import Clinician, Practice

FIRST = {
    "practice": "Harbor Light Therapy", "name": "Noor Haddad, LMFT", "email": "noor@harbor.example", "password": NEW
}  # fmt: skip


@pytest.fixture
def nobody(database_url: str, quick_hashes: None, monkeypatch: pytest.MonkeyPatch) -> Web:
    """A browser at a program that was never set up, and is not for trying out."""
    monkeypatch.setattr(session, "settings", replace(session.settings, demo=False))
    return Web(http())


def test_the_first_person_sets_up_the_practice_and_is_signed_in(nobody: Web):
    assert nobody.get(routes.SESSION).json()["first"]
    assert nobody.post(routes.SESSION_FIRST, FIRST).json()["goes_to"] == "/"
    assert left(nobody) == 1800
    assert not Web(http()).get(routes.SESSION).json()["first"]
    with reading() as db:
        assert db.exec(select(Practice.name)).one() == "Harbor Light Therapy"
        assert db.exec(select(Clinician)).one().signature == "Noor Haddad, LMFT"
        assert not db.exec(select(Account)).one().demo


def test_there_is_one_first_person(nobody: Web):
    nobody.post(routes.SESSION_FIRST, FIRST)
    answer = Web(http()).post(routes.SESSION_FIRST, FIRST | {"email": "other@harbor.example"})
    assert answer.status_code == 403
    with reading() as db:
        assert len(db.exec(select(Account)).all()) == 1


@pytest.mark.parametrize("missing", FIRST)
def test_what_the_first_person_left_out_is_said_beside_it_and_nothing_is_made(nobody: Web, missing: str):
    answer = nobody.post(routes.SESSION_FIRST, FIRST | {missing: " "})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [missing])
    with reading() as db:
        assert db.exec(select(Practice)).all() == []


def test_from_afar_nobody_is_the_first(nobody: Web):
    far = Web(http(), address="10.0.0.7")
    assert not far.get(routes.SESSION).json()["first"]
    assert far.post(routes.SESSION_FIRST, FIRST).status_code == 403


def test_where_somebody_has_set_up_a_practice_already_nobody_is_the_first(nobody: Web, practice: Practice):
    assert not nobody.get(routes.SESSION).json()["first"]
    assert nobody.post(routes.SESSION_FIRST, FIRST).status_code == 403
