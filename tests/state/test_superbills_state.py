"""The Superbills tab: what is chosen, previewed, made, given again, and refused."""

from dataclasses import asdict
from datetime import date

import pytest
from sqlmodel import select
from tab import Tab

from mbp_claims import testids
from mbp_claims.actions import superbills as actions
from mbp_claims.db.engine import transaction
from mbp_claims.domain.client import Client
from mbp_claims.domain.news import News
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.superbill import Superbill
from mbp_claims.state.chart import ChartState
from mbp_claims.state.superbills import SuperbillsState
from tests import builders

PATH = "/clients/R-0412/superbills"
LEADS = ("problem", testids.SUPERBILL_PANEL)


@pytest.fixture
def tab(clinician: Clinician, client: Client) -> Tab:
    """Two sessions of November: one answered by Aetna, one that waits."""
    with transaction() as db:
        builders.both(db, clinician, client)
        builders.completed(db, clinician, client)
        builders.started(db, clinician, client, ("130.00",), date(2026, 11, 10))
    return opened()


def opened() -> Tab:
    tab = Tab(PATH)
    tab.do(ChartState.load)
    tab.do(SuperbillsState.load)
    return tab


def form(tab: Tab, *keys: str, **days: str) -> dict[str, str]:
    view = tab.of(SuperbillsState).view
    return {"first": view.first, "last": view.last} | days | {f"session-{key}": "on" for key in keys}


def keys(tab: Tab) -> list[str]:
    return [row.key for row in tab.of(SuperbillsState).view.sessions]


def made() -> list[Superbill]:
    with transaction() as db:
        return list(db.exec(select(Superbill)).all())


def test_at_first_the_last_month_is_chosen_whole(tab: Tab):
    state = tab.of(SuperbillsState)
    view = state.view
    assert (view.first, view.last, state.phase, state.showing) == ("11/01/2026", "11/23/2026", "ready", False)
    assert [(row.day, row.code, row.fee, row.paid, row.ticked) for row in view.sessions] == [
        ("11/03/2026", "90837", "$160.00", "$92.80", True), ("11/10/2026", "90837", "$130.00", "$0.00", True),
    ]  # fmt: skip
    assert (view.made, view.missing) == ([], [])


def test_a_preview_makes_nothing_and_the_first_download_makes_one(tab: Tab):
    assert tab.do(SuperbillsState.preview, form(tab, *keys(tab))).told == [LEADS]
    state = tab.of(SuperbillsState)
    assert (state.showing, state.sheet.number, state.sheet.fee, made()) == (True, "", "$290.00", [])
    heard = tab.do(SuperbillsState.download)
    assert heard.told[0] == ("fetch", "/files/superbill/1") and heard.said == ["Superbill SB-1001 made."]
    assert (state.sheet.number, state.sheet.about) == ("SB-1001", "Made 11/23/2026 by June Marlow, LCSW")
    again = tab.do(SuperbillsState.download)
    assert (again.told, len(made())) == ([("fetch", "/files/superbill/1")], 1)
    ((verb, selector),) = tab.do(SuperbillsState.print).told
    assert (verb, testids.SUPERBILL_SHEET in selector, len(made())) == ("print", True, 1)
    tab.do(SuperbillsState.back)
    view = tab.of(SuperbillsState).view
    assert [(row.number, row.sessions, row.fee, row.file) for row in view.made] == [
        ("SB-1001", "2 sessions", "$290.00", "/files/superbill/1")
    ]  # fmt: skip
    assert [row.note for row in view.sessions] == ["On SB-1001"] * 2


def test_one_that_was_made_is_opened_as_it_was(tab: Tab, clinician: Clinician):
    tab.do(SuperbillsState.preview, form(tab, keys(tab)[0]))
    tab.do(SuperbillsState.print)
    before = asdict(tab.of(SuperbillsState).sheet)
    with transaction() as db:
        db.get_one(Client, 1).last_name = "Vale"
    tab = opened()
    assert [row.ticked for row in tab.of(SuperbillsState).view.sessions] == [False, True]
    assert tab.do(SuperbillsState.open_made, "1").told == [LEADS]
    assert asdict(tab.of(SuperbillsState).sheet) == before
    assert tab.do(SuperbillsState.download).told == [("fetch", "/files/superbill/1")]
    tab.do(SuperbillsState.back)
    assert not tab.of(SuperbillsState).showing


def test_what_is_shown_stays_when_the_connection_comes_back(tab: Tab):
    tab.do(SuperbillsState.preview, form(tab, keys(tab)[1]))
    tab.do(SuperbillsState.download)
    tab.do(SuperbillsState.load)
    state = tab.of(SuperbillsState)
    assert (state.showing, state.sheet.number) == (True, "SB-1001")
    tab.go("/clients/R-9999/superbills").do(SuperbillsState.load)
    assert not state.showing


def test_what_is_chosen_stays_chosen_on_the_way_back(tab: Tab):
    tab.do(SuperbillsState.preview, form(tab, keys(tab)[1]))
    tab.do(SuperbillsState.back)
    assert [row.ticked for row in tab.of(SuperbillsState).view.sessions] == [False, True]


def test_nothing_chosen_and_days_that_cannot_stand_are_told_beside_the_fields(tab: Tab):
    assert tab.do(SuperbillsState.preview, form(tab)).told == [LEADS]
    state = tab.of(SuperbillsState)
    assert (state.view.errors, state.showing) == ({"sessions": "Choose at least one session"}, False)
    tab.do(SuperbillsState.set_last, "soon")
    assert state.view.errors == {"last": "To must be a real date, like 11/30/2026"}
    assert len(state.view.sessions) == 2
    tab.do(SuperbillsState.set_last, "11/05/2026")
    assert (state.view.errors, [row.day for row in state.view.sessions]) == ({}, ["11/03/2026"])
    tab.do(SuperbillsState.preview, form(tab, "1", first="11/6/26"))
    assert state.view.errors == {"last": "To must not be before From"}


def test_a_missing_tax_id_blocks_and_leads_to_settings(tab: Tab):
    with transaction() as db:
        db.get_one(Practice, 1).tax_id = ""
    tab.do(SuperbillsState.preview, form(tab, *keys(tab)))
    view = tab.of(SuperbillsState).view
    assert ([(row.sentence, row.href) for row in view.missing], view.blocked) == (
        [("Add the practice’s tax ID in Settings.", "/settings")], True
    )  # fmt: skip
    assert not tab.of(SuperbillsState).showing


def test_what_changed_under_the_preview_is_shown_anew_and_made_only_then(tab: Tab):
    tab.do(SuperbillsState.preview, form(tab, *keys(tab)))
    with transaction() as db:
        db.get_one(Client, 1).address = "1 Elsewhere Lane"
    heard = tab.do(SuperbillsState.download)
    assert (heard.refused, made()) == ([actions.CHANGED], [])
    assert "1 Elsewhere Lane" in tab.of(SuperbillsState).sheet.client
    assert tab.do(SuperbillsState.download).said == ["Superbill SB-1001 made."]


def test_nonsense_makes_nothing(tab: Tab):
    for sent in ({}, {"session-x": "on"}, {"first": 5, "last": None, "session-1": True}, "nonsense"):
        tab.do(SuperbillsState.preview, sent)
        tab.do(SuperbillsState.download)
    tab.do(SuperbillsState.open_made, "77")
    assert made() == []


def test_somebody_elses_client_is_not_there(client: Client):
    tab = Tab("/clients/R-9999/superbills")
    tab.do(SuperbillsState.load)
    assert (tab.of(SuperbillsState).view.sessions, tab.of(SuperbillsState).phase) == ([], "ready")


def test_a_colleagues_work_shows_itself_and_nothing_travels_when_nothing_changed(tab: Tab, clinician: Clinician):
    quiet = tab.hear(News(clients=frozenset({1})))
    assert not [name for name in quiet.changed if name.startswith("SuperbillsState")]
    with transaction() as db:
        builders.started(db, clinician, db.get_one(Client, 1), ("90.00",), date(2026, 11, 17))
    tab.hear(News(clients=frozenset({1})))
    assert [row.fee for row in tab.of(SuperbillsState).view.sessions] == ["$160.00", "$130.00", "$90.00"]
