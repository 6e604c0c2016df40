"""The People page as an owner's tab has it, and as nobody else's does."""

from typing import Any

import pytest
from sqlmodel import select
from tab import Tab

from mbp_claims.clock import now
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.account import ResetLink
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import Role
from mbp_claims.state.people import PeopleState
from tests import builders

FORM = {"name": "Ines Okonkwo, LMFT", "email": "ines@example.com", "role": "clinician", "npi": ""}


@pytest.fixture
def priya(client: Client, practice: Practice) -> str:
    """The id of a colleague, as a page has it."""
    with transaction() as db:
        return str(builders.new_clinician(db, practice, first_name="Priya", last_name="Lindqvist").id)


@pytest.fixture
def page(priya: str) -> Tab:
    tab = Tab("/people")
    tab.do(PeopleState.load)
    return tab


def rows(page: Tab) -> dict[str, tuple[str, bool]]:
    return {row.name.split(",")[0]: (row.role, row.disabled) for row in page.of(PeopleState).rows}


def test_it_shows_everybody_with_their_role(page: Tab):
    assert page.of(PeopleState).phase == "ready"
    assert set(rows(page)) == {"June Marlow", "Priya Lindqvist"}


def link_of(told: list[tuple[str, ...]]) -> tuple[str, str]:
    ((_, whom, address),) = [step for step in told if step[0] == "link"]
    return whom, address


def test_an_invitation_is_told_to_the_browser_alone(page: Tab):
    """It lets somebody in: no state keeps it, so no restart writes it down and no reload shows it again."""
    heard = page.do(PeopleState.invite, FORM)
    whom, address = link_of(heard.told)
    assert whom == "Ines Okonkwo" and "/reset-password/#" in address
    assert heard.said == ["The link for Ines Okonkwo is ready."]
    secret = address.rpartition("#")[2]
    assert len(secret) > 40
    assert secret not in str(heard.deltas) and secret not in str(vars(page.of(PeopleState)))
    assert not link_in(page.do(PeopleState.load).told)
    with reading() as db:
        assert secret not in repr(db.exec(select(ResetLink)).all())


def link_in(told: list[tuple[str, ...]]) -> bool:
    return any(step[0] == "link" for step in told)


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"name": ""}, "name"), ({"email": "nobody"}, "email"), ({"role": "king"}, "role"), ({"npi": "12"}, "npi")],
)
def test_what_is_wrong_is_said_beside_its_field_and_nobody_is_invited(page: Tab, changed: dict[str, str], field: str):
    heard = page.do(PeopleState.invite, FORM | changed)
    assert list(page.of(PeopleState).form.errors) == [field]
    assert len(rows(page)) == 2 and not link_in(heard.told)


@pytest.mark.parametrize("nonsense", [None, 5, [], {"name": {"a": 1}}, "x" * 5000, {"name": "x" * 50_000}])
def test_a_form_that_is_none_is_refused_beside_its_fields(page: Tab, nonsense: Any):
    page.do(PeopleState.invite, nonsense)
    assert page.of(PeopleState).form.errors and len(rows(page)) == 2


def test_a_new_link_takes_the_place_of_the_old(page: Tab, priya: str):
    first = link_of(page.do(PeopleState.new_link, priya).told)[1]
    second = link_of(page.do(PeopleState.new_link, priya).told)[1]
    assert first != second
    with reading() as db:
        assert sorted(one.used_at is None for one in db.exec(select(ResetLink))) == [False, True]


def test_a_role_is_changed_and_somebody_is_disabled_and_enabled(page: Tab, priya: str):
    assert page.do(PeopleState.change_role, priya, "biller").said == ["Priya Lindqvist has another role now."]
    assert page.do(PeopleState.disable, priya).said == ["Priya Lindqvist is disabled, and signed out everywhere."]
    assert rows(page)["Priya Lindqvist"] == ("biller", True)
    assert page.do(PeopleState.new_link, priya).refused == ["Priya Lindqvist is disabled. Enable first."]
    assert page.do(PeopleState.enable, priya).said == ["Priya Lindqvist may sign in again."]
    assert rows(page)["Priya Lindqvist"] == ("biller", False)


def test_a_practice_keeps_an_owner(page: Tab):
    june = next(row.id for row in page.of(PeopleState).rows if row.name.startswith("June"))
    with transaction() as db:
        for one in db.exec(select(Clinician)):
            one.role = Role.OWNER if str(one.id) == june else Role.BILLER
    for handler, *told in ((PeopleState.disable, june), (PeopleState.change_role, june, "biller")):
        assert page.do(handler, *told).refused == ["A practice keeps an owner. Make somebody else an owner first."]


@pytest.mark.parametrize("person", ["0", "-1", "x", "", "9" * 30, None, True, [], {}])
def test_nobody_of_that_id_is_refused(page: Tab, person: Any):
    for handler, *told in (
        (PeopleState.disable, person), (PeopleState.enable, person), (PeopleState.new_link, person),
        (PeopleState.change_role, person, "biller"),
    ):  # fmt: skip
        assert page.do(handler, *told).refused


@pytest.mark.parametrize("role", [Role.BILLER, Role.CLINICIAN])
def test_who_is_no_owner_sees_nobody_and_changes_nothing(page: Tab, priya: str, role: Role):
    with transaction() as db:
        db.get_one(Clinician, int(priya)).role = role
    theirs = Tab("/people", who=int(priya))
    theirs.do(PeopleState.load)
    assert (theirs.of(PeopleState).phase, theirs.of(PeopleState).rows) == ("refused", [])
    assert theirs.of(PeopleState).why == "Only an owner of the practice sees its people."
    for handler, *told in (
        (PeopleState.invite, FORM), (PeopleState.new_link, priya), (PeopleState.disable, "1"),
        (PeopleState.change_role, priya, "owner"),
    ):  # fmt: skip
        heard = theirs.do(handler, *told)
        assert not heard.said and not link_in(heard.told)
    with reading() as db:
        kept = {one.id: (one.role, one.disabled_at) for one in db.exec(select(Clinician))}
    assert kept[int(priya)] == (role, None) and kept[1][1] is None and now()
