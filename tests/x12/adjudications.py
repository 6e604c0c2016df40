"""Adjudications that balance, as a payer may send them: any signs, any number of reasons, either level or both."""

from datetime import date, timedelta

from hypothesis import strategies as st

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction

MOST_REASONS = 12
"""With the one that closes the sum never more than the five CAS segments that a loop may hold."""
GROUPS = st.sampled_from(["CO", "PR", "OA", "PI"])
REASONS = st.sampled_from(["1", "2", "3", "45", "253", "96", "204", "144", "94", "23", "192", "97", "B7", "242"])
QUANTITIES = st.sampled_from(["", "", "1", "2", "0.5"])
CENTS = st.integers(1, 500_000)
EITHER_SIGN = st.integers(-200_000, 500_000).filter(bool)


@st.composite
def adjudications(draw: st.DrawFn) -> tuple[list[int], Answer]:
    """Charges line by line, and an answer that explains each cent of them."""
    charges = draw(st.lists(CENTS, min_size=1, max_size=5))
    by_line = draw(st.booleans())
    day = date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 300)))
    if not by_line:
        paid, reductions = draw(_level(CLAIM_LEVEL, sum(charges)))
        return charges, Answer(paid, day, (), tuple(reductions))
    answers = [draw(_level(line, charge)) for line, charge in enumerate(charges, 1)]
    paid = sum(cents for cents, _ in answers)
    at_claim, paid = draw(_at_claim(paid)) if draw(st.booleans()) else ([], paid)
    units = draw(st.sampled_from(["1", "0"]))
    payments = tuple(LinePayment(line, cents, units) for line, (cents, _) in enumerate(answers, 1))
    reductions = [*at_claim, *(reduction for _, found in answers for reduction in found)]
    return charges, Answer(paid, day, payments, tuple(reductions))


@st.composite
def _level(draw: st.DrawFn, line: int, charge: int) -> tuple[int, list[Reduction]]:
    """What was paid, never less than nothing, and reductions that explain the rest."""
    paid = draw(st.integers(0, charge + 10_000))
    reductions = draw(st.lists(_reductions(line), max_size=MOST_REASONS))
    rest = charge - paid - sum(r.cents for r in reductions)
    return paid, [*reductions, Reduction(line, draw(GROUPS), draw(REASONS), rest)] if rest else reductions


@st.composite
def _at_claim(draw: st.DrawFn, paid_by_line: int) -> tuple[list[Reduction], int]:
    reductions = draw(st.lists(_reductions(CLAIM_LEVEL), min_size=1, max_size=MOST_REASONS))
    paid = paid_by_line - sum(r.cents for r in reductions)
    if paid < 0:
        return [*reductions, Reduction(CLAIM_LEVEL, "OA", "94", paid)], 0
    return reductions, paid


@st.composite
def _reductions(draw: st.DrawFn, line: int) -> Reduction:
    return Reduction(line, draw(GROUPS), draw(REASONS), draw(EITHER_SIGN), draw(QUANTITIES))
