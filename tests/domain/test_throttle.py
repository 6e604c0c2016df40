"""How long who guesses has to wait."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.throttle import FIRST_WAIT, LONGEST_WAIT, PER_ACCOUNT, PER_ADDRESS, Limit, too_many

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_a_few_slips_cost_nothing():
    assert PER_ACCOUNT.next_try(0, None) is None
    assert [PER_ACCOUNT.next_try(failures, NINE) for failures in range(1, 5)] == [None] * 4


def test_then_each_failure_doubles_the_wait_up_to_a_quarter_of_an_hour():
    waits = [PER_ACCOUNT.next_try(failures, NINE) - NINE for failures in range(5, 13)]
    assert waits[:5] == [FIRST_WAIT * 2**n for n in range(5)]
    assert waits[5:] == [LONGEST_WAIT] * 3


@given(free=st.integers(1, 50), failures=st.integers(0, 10**6))
def test_no_wait_is_ever_longer_and_more_failures_never_shorten_it(free: int, failures: int):
    limit = Limit(free)
    now, then = (limit.next_try(count, NINE) or NINE for count in (failures, failures + 1))
    assert NINE <= now <= then <= NINE + LONGEST_WAIT


def test_guessing_at_full_speed_for_a_day_gives_a_hundred_tries():
    at, tries = NINE, 0
    while at < NINE + timedelta(days=1):
        tries += 1
        at = PER_ACCOUNT.next_try(tries, at) or at
    assert tries < 110


def test_a_practice_that_shares_an_address_has_more_slips_than_one_account():
    assert PER_ADDRESS.next_try(19, NINE) is None
    assert PER_ADDRESS.next_try(20, NINE) == NINE + FIRST_WAIT


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 second"), (1, "1 second"), (30, "30 seconds"), (60, "1 minute"), (61, "2 minutes"),
                           (900, "15 minutes")],
)  # fmt: skip
def test_the_wait_is_told(seconds: float, words: str):
    told = too_many(NINE, NINE + timedelta(seconds=seconds)).sentence
    assert told == f"Too many tries. Wait {words}, then try again. Your account is safe."
