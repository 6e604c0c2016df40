"""The tables of claims: fifty rows a page, older and newer, searched and filtered."""

from typing import Any

import pytest
from kept import claim_of
from lists import claims, numbers
from overlay import Browser
from sqlmodel import select
from tab import Tab

from mbp_claims.actions.file_claims import file_claims
from mbp_claims.actions.load_scenario import bench_claims
from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.new_claim import NewClaimState
from mbp_claims.state.shell import ShellState
from tests import builders


@pytest.fixture
def many(chart: Tab) -> Tab:
    """120 claims wait; the chart is loaded."""
    with transaction() as db:
        bench_claims(db, 120)
    chart.do(ClaimsState.load_chart)
    return chart


def test_fifty_rows_newest_first_and_how_many_there_are(many: Tab):
    shown = claims(many)
    assert len(shown.pending) == 50
    assert shown.pending_words == "1–50 of 120"
    assert (shown.pending_more, shown.pending_back, shown.phase) == (True, False, "ready")
    days = [row.service_date[6:] + row.service_date[:5] for row in shown.pending]
    assert days == sorted(days, reverse=True)


def test_older_and_newer_pages_show_every_claim_once(many: Tab):
    pages = [numbers(many)]
    while claims(many).pending_more:
        many.do(ClaimsState.turn, "pending", "older")
        pages.append(numbers(many))
    assert [len(page) for page in pages] == [50, 50, 20]
    assert len({number for page in pages for number in page}) == 120
    assert claims(many).pending_words == "101–120 of 120"
    many.do(ClaimsState.turn, "pending", "newer")
    assert numbers(many) == pages[1]
    many.do(ClaimsState.turn, "pending", "newer")
    assert (numbers(many), claims(many).pending_back) == (pages[0], False)


def test_turning_past_either_end_changes_nothing(many: Tab):
    first = numbers(many)
    many.do(ClaimsState.turn, "pending", "newer")
    assert numbers(many) == first
    for _ in range(5):
        many.do(ClaimsState.turn, "pending", "older")
    assert claims(many).pending_words == "101–120 of 120"


@pytest.mark.parametrize(("table", "way"), [("pending", "sideways"), ("gone", "older"), ("", ""), ("patch", "newer")])
def test_only_the_two_tables_can_be_turned(many: Tab, table: str, way: str):
    first = numbers(many)
    many.do(ClaimsState.turn, table, way)
    assert numbers(many) == first


def test_turning_sends_one_table_only(many: Tab):
    changed = many.do(ClaimsState.turn, "pending", "older").changed
    assert "ClaimsState.pending" in changed
    assert not changed & {"ClaimsState.filed", "ClaimsState.patch"}


def test_a_new_claim_is_put_on_the_page_where_it_belongs_and_on_no_other(many: Tab):
    with transaction() as db:
        clinician, client = db.exec(select(Clinician)).one(), db.exec(select(Client)).one()
        newest = builders.started(db, clinician, client, day=builders.TODAY)
    many.do(ClaimsState.turn, "pending", "older")
    many.do(NewClaimState.open_again, newest.number)
    many.do(NewClaimState.submit, builders.claim_form(clinician, day=builders.TODAY))
    assert claims(many).patch == []
    many.do(ClaimsState.turn, "pending", "newer")
    assert numbers(many)[0] == newest.number


def test_counts_are_of_all_claims_not_of_the_page(many: Tab):
    assert claims(many).pending_count == "120 claims"
    assert claims(many).to_bill.startswith("$")
    assert claims(many).filed_count.endswith(" claims")


def test_nothing_is_said_where_nothing_waits(chart: Tab, plans: None):
    chart.do(ClaimsState.load_chart)
    shown = claims(chart)
    assert (shown.pending, shown.pending_count, shown.pending_words, shown.phase) == ([], "", "", "ready")
    assert shown.filed_count == "0 claims"


def test_the_chart_shows_its_own_client_alone(practice_wide: Tab, ready: Claim):
    chart = Tab("/clients/R-0500/claim-center")
    chart.do(ClaimsState.load_chart)
    assert [row.client for row in claims(chart).pending] == [""]
    assert ready.number not in numbers(chart)


def test_the_practices_rows_name_the_client(practice_wide: Tab):
    assert {(row.client, row.client_number) for row in claims(practice_wide).pending} == {
        ("Rowan Ellis", "R-0412"), ("Imani Cole", "R-0500"),
    }  # fmt: skip
    shown = claims(practice_wide)
    assert (shown.pending_total, shown.filed_total, shown.completed_total) == ("2", "0", "1")


def test_a_search_starts_from_the_first_page(many: Tab):
    many.do(ClaimsState.turn, "pending", "older")
    many.do(ClaimsState.search_for, "C-")
    assert (claims(many).pending_words, claims(many).pending_back) == ("1–50 of 120", False)


def test_the_tabs_are_pending_filed_and_completed(practice_wide: Tab):
    for tab in ("filed", "completed"):
        practice_wide.do(ClaimsState.show_tab, tab)
        assert claims(practice_wide).tab == tab
    practice_wide.do(ClaimsState.show_tab, "archive")
    assert claims(practice_wide).tab == "pending"


def test_a_claim_moves_from_tab_to_tab_with_its_row_and_the_counts(practice_wide: Tab, ready: Claim):
    browser, primary = Browser(Tab("/claims")), ready.number.removesuffix("-S")
    browser.do(ClaimsState.load_practice)
    assert (list(browser.rows("filed")), list(browser.rows("completed"))) == ([], [primary])
    heard = browser.do(ClaimsState.reopen, primary)
    assert not heard.changed & {"ClaimsState.pending", "ClaimsState.filed", "ClaimsState.completed"}
    assert (list(browser.rows("filed")), list(browser.rows("completed"))) == ([primary], [])
    assert browser.rows("filed")[primary]["to_bill"] == "$160.00"
    assert ready.number not in browser.rows("pending")
    shown = claims(browser.tab)
    assert (shown.pending_total, shown.filed_total, shown.completed_total) == ("1", "1", "0")


def test_the_address_follows_what_is_shown_and_shows_it_again(practice_wide: Tab, ready: Claim):
    practice_wide.do(ClaimsState.show_tab, "completed")
    practice_wide.do(ClaimsState.filter_payer, "Aetna")
    heard = practice_wide.do(ClaimsState.filter_status, "Completed")
    assert heard.told == [("shownAt", "/claims?tab=completed&payer=Aetna&status=completed")]
    other = Tab("/claims?tab=completed&payer=Aetna&status=completed")
    other.do(ClaimsState.load_practice)
    shown = claims(other)
    assert (shown.tab, shown.payer, shown.status_words) == ("completed", "Aetna", "Completed")
    assert numbers(other, "completed") == [ready.number.removesuffix("-S")]


def test_a_search_outlives_the_connection_whatever_tab_was_opened_since(practice_wide: Tab):
    practice_wide.do(ShellState.load)
    (_, address), *_ = practice_wide.do(ClaimsState.show_tab, "filed").told
    practice_wide.do(ClaimsState.search_for, "imani")
    practice_wide.go(address).do(ClaimsState.load_practice)
    assert (claims(practice_wide).tab, claims(practice_wide).search) == ("filed", "imani")
    practice_wide.go("/claims").do(ClaimsState.load_practice)
    assert (claims(practice_wide).tab, claims(practice_wide).search) == ("pending", "")


def test_a_failure_shows_nothing_of_the_chart_before_and_try_again_loads_the_right_one(
    practice_wide: Tab, database_url: str, monkeypatch: pytest.MonkeyPatch
):
    tab = practice_wide.go("/clients/R-0412/claim-center")
    tab.do(ClaimsState.load_chart)
    tab.go("/clients/R-0500/claim-center")
    with monkeypatch.context() as broken:
        broken.setattr("mbp_claims.actions.open_chart.clients.client", fails)
        tab.do(ClaimsState.load_chart)
    assert (claims(tab).phase, numbers(tab), numbers(tab, "filed")) == ("error", [], [])
    tab.do(ClaimsState.refresh)
    assert claims(tab).phase == "ready"
    assert [row.service_date for row in claims(tab).pending] == ["11/09/2026"]


def test_an_unknown_client_shows_no_claims(practice_wide: Tab):
    practice_wide.go("/clients/R-9999/claim-center").do(ClaimsState.load_chart)
    assert (claims(practice_wide).phase, numbers(practice_wide)) == ("error", [])


def fails(*_: Any, **__: Any) -> None:
    raise OSError("no disk")


def test_claims_that_wait_to_be_sent_are_taken_back_with_their_file(
    browser: Browser, ready: Claim, clinician: Clinician, client: Client
):
    with transaction() as db:
        other = builders.started(db, clinician, client)
        file_claims(db, clinician, [ready.number, other.number])
    browser.do(ClaimsState.refresh)
    assert browser.rows("filed")[ready.number]["actions"].split()[0] == "take-back"
    heard = browser.do(ClaimsState.recall, ready.number)
    assert heard.said == [
        f"{ready.number} was taken back, and with it another claim of the same file. Nothing was sent."
    ]
    assert {ready.number, other.number} <= set(browser.rows("pending"))
    assert browser.shows_the_truth()
    assert claim_of(ready.number).status == "pending"
    assert "is pending" in browser.do(ClaimsState.recall, ready.number).refused[0]
