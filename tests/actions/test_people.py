"""The people of a practice: invited, with another role, sent away, and never without an owner."""

import pytest
from sqlmodel import Session

from mbp_claims.actions.people import change_role, disable, enable, invite, make_link, open_people
from mbp_claims.actions.who_asks import who_asks
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import NotAllowed, Role
from mbp_claims.domain.violation import RuleViolation
from tests import builders
from tests.sign_in import session_id_of

PRIYA = {"name": "Priya Lindqvist, LCPC", "email": "priya@example.com", "role": "clinician", "npi": "1999999984"}


def test_somebody_is_invited_and_stands_among_the_people(db: Session, clinician: Clinician, client: Client):
    whom, secret = invite(db, clinician, PRIYA)
    assert (whom.role, whom.npi, len(secret) > 40) == (Role.CLINICIAN, "1999999984", True)
    people = {one.clinician.last_name: (one.email, one.clients) for one in open_people(db, clinician)}
    assert people["Lindqvist"] == ("priya@example.com", 0)
    assert people["Marlow"][1] == 1


@pytest.mark.parametrize("field", ["name", "email", "role"])
def test_an_invitation_says_beside_the_field_what_is_missing(db: Session, clinician: Clinician, field: str):
    with pytest.raises(RuleViolation) as refused:
        invite(db, clinician, PRIYA | {field: ""})
    assert list(refused.value.fields) == [field]


def test_the_last_owner_stays_one(db: Session, clinician: Clinician):
    for deed in (lambda: disable(db, clinician, 1), lambda: change_role(db, clinician, 1, "biller")):
        with pytest.raises(RuleViolation, match="A practice keeps an owner"):
            deed()
    whom, _ = invite(db, clinician, PRIYA)
    change_role(db, clinician, whom.id or 0, "owner")
    assert change_role(db, clinician, 1, "clinician").role == Role.CLINICIAN


def test_who_is_disabled_is_out_at_once_and_comes_back_as_before(db: Session, clinician: Clinician):
    other = builders.new_clinician(db, _practice(db, clinician), first_name="Priya", role=Role.BILLER)
    assert who_asks(db, session_id_of(other.id or 0))
    disable(db, clinician, other.id or 0)
    assert who_asks(db, session_id_of(other.id or 0)) is None
    with pytest.raises(RuleViolation, match="is disabled"):
        make_link(db, clinician, other.id or 0)
    assert enable(db, clinician, other.id or 0).role == Role.BILLER
    assert who_asks(db, session_id_of(other.id or 0)) is None, "her old session stays over"


@pytest.mark.parametrize("role", [Role.BILLER, Role.CLINICIAN])
def test_nobody_but_an_owner_sees_or_changes_people(db: Session, clinician: Clinician, role: Role):
    other = builders.new_clinician(db, _practice(db, clinician), first_name="Priya", role=role)
    for deed in (
        lambda: open_people(db, other), lambda: invite(db, other, PRIYA), lambda: disable(db, other, 1),
        lambda: enable(db, other, 1), lambda: change_role(db, other, other.id or 0, "owner"),
        lambda: make_link(db, other, 1),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            deed()


def test_another_practices_people_are_not_there(db: Session, clinician: Clinician):
    stranger = builders.stranger(db)
    for deed in (disable, enable, make_link):
        with pytest.raises(NotFound):
            deed(db, clinician, stranger.id or 0)


def _practice(db: Session, clinician: Clinician):  # type: ignore[no-untyped-def]
    from mbp_claims.db.clinicians import practice_of

    return practice_of(db, clinician)
