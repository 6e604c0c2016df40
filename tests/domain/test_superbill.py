"""A superbill's sums and days: every cent of the ledger is on a line, and nothing is there twice."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.superbill import Bill, BillLine, Party, Totals
from mbp_claims.domain.superbill_money import LineMoney, money_by_line, spread
from mbp_claims.domain.superbill_rules import Days
from mbp_claims.domain.superbill_sheet import sheet
from mbp_claims.domain.violation import RuleViolation

TODAY, DAY = date(2026, 11, 23), date(2026, 11, 3)
PRACTICE = Party("Quiet Cove Counseling", ("14 Larkspur Landing", "Portland, ME 04101-0014"), "", "1234567893")
CLIENT = Party("Rowan Ellis", ("27 Thistledown Row", "Portland, ME 04101"), "", "R-0412")
LINE = BillLine(7, "C-1042", DAY, "90837", ("95",), "11", 1, ("F411",), "June Marlow, LCSW", "1245319599", 16000)
cents = st.integers(-50_000, 90_000)
amounts = st.integers(0, 90_000)


def bill(*lines: BillLine) -> Bill:
    return Bill(PRACTICE, "98-7654321", "EI", CLIENT, date(1988, 3, 14), date(2026, 11, 1), DAY, lines or (LINE,))


lines = st.builds(
    replace, st.just(LINE), claim=st.sampled_from(("C-1", "C-2", "C-3")), fee_cents=amounts, paid_cents=cents,
    adjusted_cents=cents, client_cents=cents, diagnoses=st.sets(st.sampled_from(("F411", "F330", "Z630"))).map(tuple),
)  # fmt: skip


@given(cents, st.lists(st.tuples(cents, amounts), min_size=1, max_size=6))
def test_parts_add_up_to_the_cent_whatever_was_said(whole: int, told: list[tuple[int, int]]):
    said, room = zip(*told, strict=True)
    assert sum(spread(whole, said, room)) == whole


def test_what_was_said_of_each_line_stays_there_and_the_rest_goes_where_there_is_room():
    assert spread(9280, [0, 9280], [16000, 16000]) == [0, 9280]
    assert spread(20000, [0, 9280], [5000, 16000]) == [5000, 15000]
    assert spread(1000, [600, 600], [16000, 16000]) == [400, 600]
    assert spread(99, [0], [50]) == [99]


@st.composite
def answered(draw) -> tuple[dict[int, int], list[Answer], Balances]:  # type: ignore[no-untyped-def]
    charges = dict(enumerate(draw(st.lists(amounts, min_size=1, max_size=5)), 1))
    reductions = st.builds(
        Reduction, st.sampled_from((CLAIM_LEVEL, *charges)), st.sampled_from(("CO", "PR", "OA")),
        st.sampled_from(("45", "2", "23")), cents,
    )  # fmt: skip
    payments = st.builds(LinePayment, st.sampled_from(tuple(charges)), cents)
    answer = st.builds(
        Answer, cents, st.just(DAY), st.lists(payments, max_size=4).map(tuple),
        st.lists(reductions, max_size=6).map(tuple),
    )  # fmt: skip
    sums = draw(st.tuples(cents, cents, cents))
    ledger = Balances(sum(charges.values()), sums[0], sums[1], 0, sums[2])
    return charges, draw(st.lists(answer, max_size=2)), ledger


@given(answered())
def test_the_lines_say_together_what_the_ledger_says(told: tuple[dict[int, int], list[Answer], Balances]):
    charges, answers, ledger = told
    money = money_by_line(charges, answers, ledger)
    assert list(money) == list(charges)
    assert tuple(map(sum, zip(*money.values(), strict=True))) == (ledger.paid, ledger.written_off, ledger.client)


def test_each_line_has_what_both_payers_said_of_it():
    first = Answer(9280, DAY, (LinePayment(1, 0), LinePayment(2, 9280)), (
        Reduction(1, "CO", "45", 5000), Reduction(2, "CO", "45", 4400), Reduction(2, "PR", "2", 2320),
    ))  # fmt: skip
    second = Answer(2000, DAY, (LinePayment(2, 2000),), (
        Reduction(2, "OA", "23", 13680), Reduction(2, "PR", "3", 320),
    ))  # fmt: skip
    ledger = Balances(21000, 11280, 9400, 0, 320)
    assert money_by_line({1: 5000, 2: 16000}, [first, second], ledger) == {
        1: LineMoney(0, 5000, 0), 2: LineMoney(11280, 4400, 320),
    }  # fmt: skip


@given(st.lists(lines, min_size=1, max_size=8))
def test_the_totals_are_the_lines_and_explain_every_cent(made: list[BillLine]):
    of = Totals.of(made)
    assert of.fee == sum(line.fee_cents for line in made)
    assert of.fee == of.paid + of.adjusted + of.client + of.open - of.overpaid
    assert min(of.open, of.overpaid) >= 0


@given(st.lists(lines, min_size=1, max_size=4))
def test_a_bill_is_read_as_it_was_kept(made: list[BillLine]):
    kept = bill(*made)
    assert Bill.read(kept.text) == kept
    assert Bill.read(kept.text).digest == kept.digest


def test_a_cent_makes_another_bill():
    assert bill().digest != bill(replace(LINE, paid_cents=1)).digest


def test_the_sheet_letters_each_diagnosis_once_and_says_what_is_not_nothing():
    other = replace(LINE, service_id=8, diagnoses=("F330", "F411"), paid_cents=9280, adjusted_cents=4400)
    shown = sheet(bill(LINE, other), "SB-1001", datetime(2026, 11, 23, 21, 40), "June Marlow, LCSW")
    assert [(one.label, one.value) for one in shown.diagnoses] == [
        ("A", "F41.1 Generalized anxiety"), ("B", "F33.0 Depression, recurrent, mild"),
    ]  # fmt: skip
    assert [(one.code, one.diagnoses, one.fee, one.paid) for one in shown.lines] == [
        ("90837 95", "A", "$160.00", "$0.00"), ("90837 95", "B, A", "$160.00", "$92.80"),
    ]  # fmt: skip
    assert [(one.label, one.value) for one in shown.totals] == [
        ("Fees", "$320.00"), ("Paid by insurance", "$92.80"), ("Adjustments", "$44.00"), ("Not settled yet", "$183.20"),
    ]  # fmt: skip
    assert (shown.period, shown.about) == ("11/01/2026 to 11/03/2026", "Made 11/23/2026 by June Marlow, LCSW")
    assert shown.signed_by == "June Marlow, LCSW, NPI 1245319599"


@pytest.mark.parametrize(
    ("latest", "first", "last"),
    [
        (None, date(2026, 11, 1), TODAY), (DAY, date(2026, 11, 1), TODAY),
        (date(2026, 2, 10), date(2026, 2, 1), date(2026, 2, 28)),
        (date(2025, 12, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (date(2026, 12, 2), date(2026, 12, 1), date(2026, 12, 2)),
    ],
)  # fmt: skip
def test_at_first_the_month_of_the_last_session_is_asked_for(latest: date | None, first: date, last: date):
    assert Days.usual(latest, TODAY) == Days(first, last)


def test_days_that_cannot_stand_are_told_beside_their_fields():
    assert Days.parse({"first": "11/1/26", "last": "2026-11-30"}, TODAY) == Days(date(2026, 11, 1), date(2026, 11, 30))
    for form, said in (
        ({"first": "", "last": "x"},
         {"first": "Enter the first date", "last": "To must be a real date, like 11/30/2026"}),
        ({"first": "11/02/2026", "last": "11/01/2026"}, {"last": "To must not be before From"}),
        ("nonsense", {"first": "Enter the first date", "last": "Enter the last date"}),
    ):  # fmt: skip
        with pytest.raises(RuleViolation) as refused:
            Days.parse(form, TODAY)
        assert refused.value.fields == said
