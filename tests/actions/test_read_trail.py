"""The trail as the owner asks for it: by person, kind, client and days, fifty at a time, and as a spreadsheet."""

import csv
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mbp_claims.actions.edit_client import edit_client
from mbp_claims.actions.read_trail import list_people, open_trail_sheet, read_trail
from mbp_claims.clock import as_of, now
from mbp_claims.db.trail import record, record_stranger
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Practice
from mbp_claims.domain.roles import NotAllowed, Role
from mbp_claims.domain.trail_query import TrailQuery
from tests import builders
from tests.desk import Desk, as_another

TODAY = date(2026, 11, 23)


@pytest.fixture
def busy(desk: Desk, client: Client, practice: Practice) -> Desk:
    """Rowan's chart was opened yesterday by Otis, changed today by June; a stranger knocked."""
    otis = as_another(desk, lambda db: builders.new_clinician(db, practice, first_name="Otis", last_name="Vale"))
    with as_of(now() - timedelta(days=1)):
        otis.do(record, "Chart opened", kind=Kind.READ, client_id=client.id)
    desk.do(record, "Contact info changed", ("Portland", "Bath"), client_id=client.id)
    desk.do(lambda db, _: record_stranger(db, practice.id, "Sign-in refused", Kind.SIGN_IN))
    desk.do(record, "Clearinghouse connection changed")
    return desk


def asked(desk: Desk, **told: object) -> list[str]:
    lines, _ = desk.look(read_trail, TrailQuery.parse(told, TODAY))
    return [line.entry.what for line in lines]


def test_all_of_it_is_newest_first_with_whose_it_is(busy: Desk, client: Client):
    lines, more = busy.look(read_trail, TrailQuery())
    assert [line.entry.what for line in lines] == [
        "Clearinghouse connection changed", "Sign-in refused", "Contact info changed", "Chart opened",
    ]  # fmt: skip
    assert [line.client and line.client.number for line in lines] == [None, None, client.number, client.number]
    assert not more


def test_by_person_kind_client_and_days(busy: Desk):
    otis = busy.one(Activity, Activity.kind == Kind.READ).clinician_id
    assert asked(busy, person=str(otis)) == ["Chart opened"]
    assert asked(busy, person="0") == ["Sign-in refused"], "what nobody of the practice did"
    assert asked(busy, kind="sign_in") == ["Sign-in refused"]
    for words in ("R-0412", "ellis row"):
        assert asked(busy, client=words) == ["Contact info changed", "Chart opened"]
    assert asked(busy, client="nobody") == []
    assert asked(busy, last="2026-11-22") == ["Chart opened"]
    assert asked(busy, first="11/23/2026", kind="change", client="R-0412") == ["Contact info changed"]
    assert asked(busy, first="2026-11-24") == []


@pytest.mark.parametrize(
    "told", [{"person": "1 OR 1"}, {"kind": "x"}, {"first": "soon"}, {"person": "9" * 30}, {"kind": 5}]
)
def test_what_cannot_be_understood_is_not_asked_for(busy: Desk, told: dict[str, object]):
    assert len(asked(busy, **told)) == 4


def test_it_can_be_asked_about_everybody_who_ever_worked_here(busy: Desk, practice: Practice):
    """Who renders no services, and who comes in no more."""
    busy.do(lambda db, _: builders.new_clinician(db, practice, first_name="Theo", npi="", disabled_at=now()))
    assert {one.first_name for one in busy.look(list_people)} == {"June", "Otis", "Theo"}


def test_nobody_sees_the_trail_of_another_practice(busy: Desk):
    stranger = as_another(busy, builders.stranger)
    assert asked(stranger) == asked(stranger, client="R-0412") == []
    assert asked(stranger, person=str(busy.clinician.id)) == []


@pytest.mark.parametrize("role", [Role.BILLER, Role.CLINICIAN])
def test_only_an_owner_reads_it(busy: Desk, practice: Practice, role: Role):
    other = as_another(busy, lambda db: builders.new_clinician(db, practice, first_name="Priya", role=role))
    for reader, *told in ((read_trail, TrailQuery()), (open_trail_sheet, {}), (list_people,)):
        with pytest.raises(NotAllowed):
            other.look(reader, *told)


def test_page_after_page_nothing_is_left_out_or_shown_twice(desk: Desk):
    desk.do(lambda db, clinician: [record(db, clinician, f"Deed {n}") for n in range(120)])
    query, seen, more = TrailQuery(), [], True
    while more:
        lines, more = desk.look(read_trail, query)
        seen += [line.entry.what for line in lines]
        query = replace(query, before=(lines[-1].entry.at, lines[-1].entry.place))
    assert seen == [f"Deed {n}" for n in reversed(range(120))]


def test_the_spreadsheet_has_all_that_was_asked_for_and_no_formula(busy: Desk, client: Client):
    busy.do(edit_client, client.number, {
        "first_name": "=cmd|' /C calc'!A0", "last_name": "Ellis", "born": "03/14/1988", "sex": "F",
    })  # fmt: skip
    opened = busy.look(open_trail_sheet, {"client": "R-0412"})
    rows = list(csv.DictReader(b"".join(opened.chunks).decode("utf-8-sig").splitlines()))
    assert opened.name == "activity-2026-11-23.csv"
    assert len(rows) == 3
    assert {row["Client"] for row in rows} == {"'=cmd|' /C calc'!A0 Ellis"}
    assert rows[1]["When"] == "2026-11-23 21:40:00 EST"
    assert (rows[1]["From"], rows[1]["To"], rows[1]["Kind"], rows[1]["Client number"]) == (
        "Portland", "Bath", "Change", "R-0412",
    )  # fmt: skip
