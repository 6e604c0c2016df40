"""Payers: the list that everybody begins with, and what the database holds about them."""

import re

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, create_engine

from mbp_claims.domain.codes import CLAIM_FILING
from mbp_claims.domain.payer import Payer, payer_list
from mbp_claims.domain.practice import Practice


def test_the_list_is_long_enough_to_find_ones_payer():
    assert len(payer_list()) >= 60
    assert {filing for _, _, filing in payer_list()} >= {"CI", "BL", "HM", "MB", "MC", "CH", "VA"}


def test_payer_ids_fit_a_claim_and_the_table():
    assert [i for _, i, _ in payer_list() if not re.fullmatch(r"[A-Z0-9]{4,20}", i)] == []


def test_names_fit_a_claim_and_appear_once():
    names = [name for name, _, _ in payer_list()]
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ,()-]{1,58}[A-Za-z0-9)]", name)] == []
    assert len(names) == len({name.casefold() for name in names})


def test_a_payer_id_stands_for_one_way_of_filing():
    ways: dict[str, set[str]] = {}
    for _, payer_id, filing in payer_list():
        ways.setdefault(payer_id, set()).add(filing)
    assert [payer_id for payer_id, found in ways.items() if len(found) > 1] == []
    assert {filing for found in ways.values() for filing in found} <= CLAIM_FILING.keys()


@pytest.mark.parametrize(
    ("name", "payer_id", "filing"),
    [
        ("Aetna", "60054", "CI"),
        ("Cigna", "62308", "CI"),
        ("UnitedHealthcare", "87726", "CI"),
        ("Optum Behavioral Health", "87726", "CI"),
        ("Humana", "61101", "CI"),
        ("Magellan Healthcare", "01260", "CI"),
        ("Medicare Part B, Southern California", "01182", "MB"),
        ("TRICARE West", "99726", "CH"),
    ],
)
def test_well_known_payers_are_there(name: str, payer_id: str, filing: str):
    assert (name, payer_id, filing) in payer_list()


def test_every_state_has_its_medicare_contractor():
    places = {name.removeprefix("Medicare Part B, ") for name, _, filing in payer_list() if filing == "MB"}
    assert len({place.removeprefix("Northern ").removeprefix("Southern ").split(" (")[0] for place in places}) >= 52


def test_a_payer_is_called_by_its_name_and_its_id():
    payer = Payer(name="Cigna", payer_id="62308")
    assert payer.label == "Cigna 62308"
    assert (payer.claim_filing, payer.forwards_days, payer.practice_id) == ("CI", 15, None)


@pytest.fixture
def db():
    engine = create_engine("sqlite://")
    Practice.metadata.create_all(engine, tables=[Practice.__table__, Payer.__table__])
    with Session(engine) as session:
        yield session


def test_everybodys_list_can_be_saved_whole(db: Session):
    db.add_all(Payer(name=name, payer_id=payer_id, claim_filing=filing) for name, payer_id, filing in payer_list())
    db.commit()


def test_everybodys_list_holds_a_payer_once(db: Session):
    db.add_all([Payer(name="Cigna", payer_id="62308"), Payer(name="Cigna", payer_id="62308")])
    with pytest.raises(IntegrityError):
        db.commit()


def test_a_practice_holds_a_payer_once_beside_everybodys(db: Session):
    db.add_all([Payer(name="Cigna", payer_id="62308"), Payer(name="Cigna", payer_id="62308", practice_id=1)])
    db.commit()
    db.add(Payer(name="Cigna", payer_id="62308", practice_id=1))
    with pytest.raises(IntegrityError):
        db.commit()


def test_one_payer_id_may_stand_for_two_names(db: Session):
    db.add_all([Payer(name="UnitedHealthcare", payer_id="87726"), Payer(name="Optum", payer_id="87726")])
    db.commit()
