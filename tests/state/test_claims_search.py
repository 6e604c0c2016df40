"""What is searched for and filtered in the lists of claims."""

from datetime import date

import pytest
from lists import claims, numbers
from overlay import Browser
from tab import Tab

from mbp_claims.db.engine import transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.claims import ClaimsState
from tests import builders


@pytest.mark.parametrize("words", ["imani", "Cole", "COLE imani", "medicare", "Medicare Part"])
def test_a_search_finds_by_client_and_by_payer(practice_wide: Tab, words: str):
    practice_wide.do(ClaimsState.search_for, words)
    assert [row.client for row in claims(practice_wide).pending] == ["Imani Cole"]


def test_a_search_finds_by_number(practice_wide: Tab, ready: Claim):
    practice_wide.do(ClaimsState.search_for, ready.number.lower())
    assert numbers(practice_wide) == [ready.number]


def test_a_search_that_finds_nothing_and_its_end(practice_wide: Tab):
    practice_wide.do(ClaimsState.search_for, "zz")
    assert (numbers(practice_wide), claims(practice_wide).search) == ([], "zz")
    practice_wide.do(ClaimsState.search_for, "")
    assert len(numbers(practice_wide)) == 2


@pytest.mark.parametrize("words", ["%", "_", "' OR 1=1 --", "\\", "a" * 5000, "\x00", "\ud800"])
def test_a_search_takes_every_sign_as_it_is(practice_wide: Tab, words: str):
    practice_wide.do(ClaimsState.search_for, words)
    assert claims(practice_wide).phase == "ready"
    claims(practice_wide).search.encode()


def test_a_status_narrows_the_tab_in_front_alone_and_a_strange_one_none(practice_wide: Tab, ready: Claim):
    primary = ready.number.removesuffix("-S")
    practice_wide.do(ClaimsState.show_tab, "completed")
    practice_wide.do(ClaimsState.filter_status, "Completed")
    assert numbers(practice_wide, "completed") == [primary]
    assert claims(practice_wide).status_words == "Completed"
    practice_wide.do(ClaimsState.filter_status, "Denied")
    assert (numbers(practice_wide, "completed"), len(numbers(practice_wide))) == ([], 2)
    practice_wide.do(ClaimsState.show_tab, "filed")
    assert claims(practice_wide).status_words == ""
    practice_wide.do(ClaimsState.filter_status, "Denied")
    assert claims(practice_wide).status_words == ""
    practice_wide.do(ClaimsState.show_tab, "completed")
    assert claims(practice_wide).status_words == "Denied"
    practice_wide.do(ClaimsState.filter_status, "Sold")
    assert (claims(practice_wide).status_words, numbers(practice_wide, "completed")) == ("", [primary])


def test_what_waits_is_narrowed_to_what_is_ready_or_lacks_something(practice_wide: Tab, ready: Claim):
    for words, found in (("Ready to file", 2), ("Needs adjustments", 0), ("Off by an amount", 0), ("Rejected", 0)):
        practice_wide.do(ClaimsState.filter_status, words)
        assert (claims(practice_wide).status_words, len(numbers(practice_wide))) == (words, found)


def test_a_chart_has_one_table_for_what_was_filed_and_what_was_answered(chart: Tab, ready: Claim, filed: Claim):
    chart.do(ClaimsState.load_chart)
    assert len(numbers(chart, "filed")) == 2
    assert (numbers(chart, "completed"), claims(chart).filed_count) == ([], "2 claims")
    chart.do(ClaimsState.filter_status, "Completed")
    assert numbers(chart, "filed") == [ready.number.removesuffix("-S")]
    chart.do(ClaimsState.filter_status, "Filed")
    assert numbers(chart, "filed") == [filed.number]


def test_another_chart_forgets_search_and_status(practice_wide: Tab):
    practice_wide.do(ClaimsState.search_for, "imani")
    practice_wide.do(ClaimsState.show_tab, "completed")
    practice_wide.do(ClaimsState.filter_status, "Completed")
    practice_wide.go("/clients/R-0412/claim-center").do(ClaimsState.load_chart)
    shown = claims(practice_wide)
    assert (shown.search, shown.status_words, len(shown.pending), len(shown.filed)) == ("", "", 1, 1)


def test_what_was_put_away_is_found_by_its_status_and_leaves_it_when_it_is_billable_again(
    practice_wide: Tab, ready: Claim
):
    browser = Browser(practice_wide)
    browser.do(ClaimsState.show_tab, "completed")
    browser.do(ClaimsState.put_away, ready.number)
    browser.do(ClaimsState.filter_status, "Not billable")
    assert list(browser.rows("completed")) == [ready.number]
    browser.do(ClaimsState.take_back, ready.number)
    assert (list(browser.rows("completed")), ready.number in browser.rows("pending")) == ([], True)
    browser.do(ClaimsState.put_away, ready.number)
    assert (list(browser.rows("completed")), ready.number in browser.rows("pending")) == ([ready.number], False)


def test_claims_are_shown_by_payer_and_by_age(clinician: Clinician, client: Client, plans: None):
    with transaction() as db:
        second = builders.completed(db, clinician, client)[1]
        builders.started(db, clinician, client, day=date(2026, 6, 1))
    tab = Tab("/claims")
    tab.do(ClaimsState.load_practice)
    state = tab.of(ClaimsState)
    assert state.payers == ["Aetna", "Cigna"]
    tab.do(ClaimsState.filter_payer, "Cigna")
    assert [row.number for row in tab.of(ClaimsState).pending] == [second.number]
    tab.do(ClaimsState.filter_payer, "Humana")
    assert len(tab.of(ClaimsState).pending) == 2
    for age, found in (("0–30", [second.number]), ("90+", ["C-1002"]), ("31–60", [])):
        tab.do(ClaimsState.filter_age, age)
        assert [row.number for row in tab.of(ClaimsState).pending] == found
    tab.do(ClaimsState.filter_age, {"not": "an age"})
    assert len(tab.of(ClaimsState).pending) == 2


def test_a_row_that_changes_under_a_filter_stays_out_of_it(clinician: Clinician, client: Client, plans: None):
    with transaction() as db:
        second = builders.completed(db, clinician, client)[1]
    tab = Tab("/claims")
    tab.do(ClaimsState.load_practice)
    tab.do(ClaimsState.filter_payer, "Aetna")
    tab.do(ClaimsState.put_away, second.number)
    tab.do(ClaimsState.take_back, second.number)
    assert tab.of(ClaimsState).patch == []
