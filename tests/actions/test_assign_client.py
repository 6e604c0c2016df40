"""Whose client somebody is, and who says so."""

import pytest
from sqlmodel import Session, col, select

from mbp_claims.actions.add_client import add_client
from mbp_claims.actions.assign_client import open_client_form
from mbp_claims.actions.edit_client import edit_client
from mbp_claims.clock import now
from mbp_claims.db import clients
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import NotAllowed, Role
from mbp_claims.domain.violation import RuleViolation
from tests import builders

WREN = {"first_name": "Wren", "last_name": "Castellano", "born": "09/27/1995", "sex": "F"}
ROWAN = {"first_name": "Rowan", "last_name": "Ellis", "born": "03/14/1988", "sex": "F"}


@pytest.fixture
def priya(db: Session, practice: Practice) -> Clinician:
    return builders.new_clinician(db, practice, first_name="Priya", last_name="Lindqvist", role=Role.CLINICIAN)


@pytest.fixture
def theo(db: Session, practice: Practice) -> Clinician:
    return builders.new_clinician(db, practice, first_name="Theo", last_name="Banks", role=Role.BILLER, npi="")


def test_a_new_client_is_hers_who_adds_it(db: Session, clinician: Clinician, priya: Clinician):
    assert add_client(db, clinician, WREN).clinician_id == clinician.id
    assert add_client(db, priya, WREN).clinician_id == priya.id


def test_a_biller_adds_a_client_for_a_clinician(db: Session, clinician: Clinician, priya: Clinician, theo: Clinician):
    assert add_client(db, theo, WREN | {"clinician": str(priya.id)}).clinician_id == priya.id
    assert add_client(db, theo, WREN).clinician_id in (clinician.id, priya.id)


def test_a_client_is_given_to_another_clinician(db: Session, clinician: Clinician, client: Client, priya: Clinician):
    with pytest.raises(NotFound):
        clients.client(db, priya, client.number)
    edit_client(db, clinician, client.number, ROWAN | {"clinician": str(priya.id)})
    assert clients.client(db, priya, client.number).clinician_id == priya.id
    (said,) = db.exec(select(Activity).where(col(Activity.what).startswith("Client given")))
    assert (said.what, said.before, said.after) == (
        "Client given to another clinician", "June Marlow", "Priya Lindqvist"
    )  # fmt: skip


def test_a_clinician_gives_nobody_away(db: Session, clinician: Clinician, client: Client, priya: Clinician):
    client.clinician_id = priya.id
    db.add(client)
    db.flush()
    form = ROWAN | {"clinician": str(clinician.id)}
    with pytest.raises(NotAllowed, match="The owner or a biller says whose client this is"):
        edit_client(db, priya, client.number, form)
    edit_client(db, priya, client.number, ROWAN | {"clinician": str(priya.id)})
    assert open_client_form(db, priya, client.number).choices == ()


@pytest.mark.parametrize("typed", ["0", "999", "x", "１", "1" * 300])
def test_nobody_is_given_to_somebody_who_is_not_there(
    db: Session, clinician: Clinician, client: Client, priya: Clinician, typed: str
):
    with pytest.raises(RuleViolation) as refused:
        edit_client(db, clinician, client.number, ROWAN | {"clinician": typed})
    assert "clinician" in refused.value.fields


def test_nor_to_a_biller_to_one_who_left_or_to_another_practice(
    db: Session, clinician: Clinician, client: Client, priya: Clinician, theo: Clinician
):
    priya.disabled_at = now()
    for other in (priya, theo, builders.stranger(db)):
        with pytest.raises(RuleViolation) as refused:
            edit_client(db, clinician, client.number, ROWAN | {"clinician": str(other.id)})
        assert refused.value.fields == {"clinician": "Choose whose client this is"}


def test_who_left_keeps_her_clients_until_they_are_given_on(
    db: Session, clinician: Clinician, client: Client, priya: Clinician
):
    edit_client(db, clinician, client.number, ROWAN | {"clinician": str(priya.id)})
    priya.disabled_at = now()
    form = open_client_form(db, clinician, client.number)
    assert (form.chosen, {one.id for one in form.choices}) == (priya.id, {clinician.id, priya.id})
    edit_client(db, clinician, client.number, ROWAN | {"clinician": str(priya.id)})


def test_where_one_clinician_works_nobody_is_asked_whose_client_it_is(
    db: Session, clinician: Clinician, client: Client, theo: Clinician
):
    assert open_client_form(db, clinician).choices == open_client_form(db, theo, client.number).choices == ()
