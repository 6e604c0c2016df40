"""The worklist as values: sums that add up, months that follow one another."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.worklist import AgedPayer, Sum, Worklist, months_until, total

SUMS = st.builds(Sum, st.integers(0, 99), st.integers(0, 10**9))


def test_six_months_end_with_the_one_of_the_day_across_the_turn_of_the_year():
    assert months_until(date(2026, 2, 28), 6) == [
        date(2025, 9, 1), date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1),
    ]  # fmt: skip


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 40))
def test_months_follow_one_another_without_a_gap(day: date, how_many: int):
    months = months_until(day, how_many)
    assert len(months) == how_many
    assert months[-1] == day.replace(day=1)
    steps = {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(months)}
    assert steps <= {1}


@given(st.lists(st.tuples(SUMS, SUMS, SUMS, SUMS), max_size=6), SUMS, SUMS)
def test_what_is_owed_is_the_sum_of_its_parts(ages: list, ready: Sum, look: Sum):
    payers = tuple(AgedPayer(str(n), of) for n, of in enumerate(ages))
    work = Worklist((), ready, (), look, (), payers, (), ())
    assert work.owed_cents == ready.cents + look.cents + sum(of.cents for row in ages for of in row)
    assert work.payers_sum == total(of for row in ages for of in row)
    assert work.is_done == (ready.claims + look.claims == 0)
