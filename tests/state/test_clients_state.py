"""The list of clients, and adding one."""

from datetime import date
from typing import Any

import pytest
from tab import Tab

from mbp_claims import testids
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state import clients
from mbp_claims.state.clients import ClientsState
from tests import builders

IMANI = {"first_name": "Imani", "last_name": "Cole", "born": "2/3/1991", "sex": "F"}


@pytest.fixture
def listed(client: Client) -> Tab:
    """Rowan Ellis is on the list, which is loaded."""
    tab = Tab("/clients")
    tab.do(ClientsState.load)
    return tab


def shown(tab: Tab) -> ClientsState:
    return tab.of(ClientsState)


def names(tab: Tab) -> list[str]:
    return [row.name for row in shown(tab).rows]


def test_a_client_stands_there_with_plans_and_what_waits(ready: Claim):
    tab = Tab("/clients")
    tab.do(ClientsState.load)
    (row,) = shown(tab).rows
    assert (row.number, row.name, row.born, row.badges) == ("R-0412", "Rowan Ellis", "03/14/1988", "PS")
    assert (row.pending, row.to_bill, row.last_session) == ("1 claim", "$23.20", "11/03/2026")
    assert (shown(tab).count, shown(tab).words, shown(tab).phase) == ("1 client", "", "ready")


def test_without_plans_and_claims_it_says_so(listed: Tab):
    (row,) = shown(listed).rows
    assert (row.badges, row.no_plan, row.pending, row.to_bill, row.last_session) == ("", "No plan yet", "", "", "")


@pytest.fixture
def crowd(clinician: Clinician, client: Client) -> Tab:
    """121 clients."""
    with transaction() as db:
        for number in range(120):
            builders.new_client(db, clinician, f"R-{number + 1000}", last_name=f"Ellis-{number % 40:02d}")
    tab = Tab("/clients")
    tab.do(ClientsState.load)
    return tab


def test_pages_of_fifty_forward_and_back(crowd: Tab):
    pages = [[row.number for row in shown(crowd).rows]]
    assert (shown(crowd).words, shown(crowd).has_next, shown(crowd).has_back) == ("1–50 of 121", True, False)
    while shown(crowd).has_next:
        crowd.do(ClientsState.next_page)
        pages.append([row.number for row in shown(crowd).rows])
    assert [len(page) for page in pages] == [50, 50, 21]
    assert len({number for page in pages for number in page}) == 121
    assert shown(crowd).words == "101–121 of 121"
    crowd.do(ClientsState.next_page)
    assert shown(crowd).words == "101–121 of 121"
    for _ in range(4):
        crowd.do(ClientsState.page_back)
    assert [row.number for row in shown(crowd).rows] == pages[0]


def test_a_search_starts_from_the_first_page(crowd: Tab):
    crowd.do(ClientsState.next_page)
    crowd.do(ClientsState.search_for, "ellis")
    assert (shown(crowd).words, shown(crowd).has_back) == ("1–50 of 121", False)


@pytest.mark.parametrize(
    "words", ["rowan", "ELLIS row", "03/14/1988", "1988-03-14", "W2186 40937", "w2186-40937", "r-0412"]
)
def test_a_client_is_found_by_name_birth_date_member_id_and_number(plans: None, words: str):
    tab = Tab("/clients")
    tab.do(ClientsState.search_for, words)
    assert names(tab) == ["Rowan Ellis"]


def test_a_search_that_finds_nobody_and_its_end(listed: Tab):
    listed.do(ClientsState.search_for, "nobody")
    assert (names(listed), shown(listed).search, shown(listed).count) == ([], "nobody", "0 clients")
    listed.do(ClientsState.clear)
    assert (names(listed), shown(listed).search) == (["Rowan Ellis"], "")


def test_only_those_with_pending_claims(clinician: Clinician, ready: Claim):
    with transaction() as db:
        builders.new_client(db, clinician, "R-0500", first_name="Imani", last_name="Cole")
    tab = Tab("/clients")
    tab.do(ClientsState.show_pending, True)
    assert (names(tab), shown(tab).pending_only) == (["Rowan Ellis"], True)
    tab.do(ClientsState.show_pending, False)
    assert len(names(tab)) == 2


def test_a_client_is_added_and_her_chart_opens(listed: Tab):
    listed.do(ClientsState.open_form)
    heard = listed.do(ClientsState.save, IMANI)
    assert heard.closes(testids.CLIENT_DIALOG)
    assert heard.goes_to.startswith("/clients/R-")
    assert heard.goes_to.endswith("/claim-center")
    listed.do(ClientsState.load)
    assert names(listed) == ["Imani Cole", "Rowan Ellis"]


def test_a_form_opened_again_starts_afresh(listed: Tab):
    listed.do(ClientsState.open_form)
    before = shown(listed).form.key
    listed.do(ClientsState.save, {})
    assert shown(listed).form.errors
    listed.do(ClientsState.open_form)
    assert (shown(listed).form.errors, shown(listed).form.key != before) == ({}, True)


def test_what_is_missing_is_told_beside_its_field(listed: Tab, everything: Any):
    listed.do(ClientsState.open_form)
    key, before = shown(listed).form.key, everything()
    heard = listed.do(ClientsState.save, IMANI | {"last_name": "", "born": "13/40/1991"})
    form = shown(listed).form
    assert set(form.errors) == {"last_name", "born"}
    assert heard.points_at_problem(testids.CLIENT_DIALOG)
    assert (form.key, heard.goes_to, everything()) == (key, "", before)


def test_a_failure_keeps_the_form_and_logs_nobodys_name(
    listed: Tab, everything: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    before = everything()

    def breaks(*_: Any, **__: Any) -> None:
        raise OSError("Imani Cole cannot be kept")

    monkeypatch.setattr("mbp_claims.actions.add_client.record", breaks)
    listed.do(ClientsState.open_form)
    heard = listed.do(ClientsState.save, IMANI)
    assert shown(listed).form.failure == clients.NOT_SAVED
    assert heard.points_at_problem(testids.CLIENT_DIALOG)
    assert everything() == before
    assert "OSError" in caplog.text
    assert "Imani" not in caplog.text


def test_a_list_that_does_not_load_says_so(listed: Tab, monkeypatch: pytest.MonkeyPatch):
    def breaks(*_: Any, **__: Any) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr("mbp_claims.state.clients.list_clients", breaks)
        listed.do(ClientsState.load)
    assert shown(listed).phase == "error"
    listed.do(ClientsState.load)
    assert shown(listed).phase == "ready"


def test_clients_are_sorted_by_each_column_and_turned_round(clinician: Clinician, client: Client):
    with transaction() as db:
        other = builders.new_client(db, clinician, "R-0500", last_name="Zander", born=date(1999, 1, 1))
        builders.both(db, clinician, other)
        builders.started(db, clinician, other)
    tab = Tab("/clients")
    tab.do(ClientsState.load)

    def shown() -> list[str]:
        return [row.number for row in tab.of(ClientsState).rows]

    assert shown() == ["R-0412", "R-0500"]
    columns = ("name", "born", "born", "pending", "pending", "to_bill", "last", "last")
    firsts = ("R-0500", "R-0412", "R-0500", "R-0500", "R-0412", "R-0500", "R-0500", "R-0412")
    for column, first in zip(columns, firsts, strict=True):
        tab.do(ClientsState.sort_by, column)
        assert shown()[0] == first, column
    tab.do(ClientsState.sort_by, "secret")
    assert tab.of(ClientsState).sort == "last"


def test_pages_of_another_order_follow_one_another(clinician: Clinician):
    with transaction() as db:
        for n in range(60):
            builders.new_client(db, clinician, f"R-1{n:03}", last_name=f"Ash{n:03}", born=date(1960, 1, 1 + n % 28))
    tab = Tab("/clients")
    tab.do(ClientsState.load)
    tab.do(ClientsState.sort_by, "born")
    first = [row.number for row in tab.of(ClientsState).rows]
    tab.do(ClientsState.next_page)
    second = [row.number for row in tab.of(ClientsState).rows]
    assert len(first) == 50 and len({*first, *second}) == len(first) + len(second)
    tab.do(ClientsState.page_back)
    assert [row.number for row in tab.of(ClientsState).rows] == first
