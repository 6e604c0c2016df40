"""Whatever a payer answers, as long as it adds up: the 837P adds up too, and says the same."""

import re
from collections import defaultdict
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer
from mbp_claims.domain.balance import claim_balance, line_balances
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.money import parse_cents
from mbp_claims.x12.check_837 import faults
from mbp_claims.x12.claim_837 import write_837p
from mbp_claims.x12.gate import gate
from tests.x12.adjudications import adjudications
from tests.x12.filings import plain_filing

PLAIN = plain_filing()
MONEY = {"CLM": [2], "SV1": [2], "SVD": [2], "AMT": [2], "CAS": range(3, 20, 3)}


def filing_of(charges: list[int], answer: Answer) -> Filing:
    like = PLAIN.lines[0]
    lines = tuple(
        like.model_copy(update={"position": i, "control": f"{i}", "charge_cents": cents})
        for i, cents in enumerate(charges, 1)
    )
    claim = PLAIN.claim.model_copy(update={"charge_cents": sum(charges)})
    assert PLAIN.prior
    return replace(PLAIN, lines=lines, claim=claim, prior=replace(PLAIN.prior, answer=answer))


@settings(max_examples=300, deadline=None)
@given(adjudications())
def test_a_balanced_answer_gives_a_claim_that_balances(adjudication: tuple[list[int], Answer]):
    charges, answer = adjudication
    by_position = dict(enumerate(charges, 1))
    assert all(b.balanced for b in (claim_balance(by_position, answer), *line_balances(by_position, answer).values()))
    assert faults(write_837p(filing_of(charges, answer))) == []


@settings(max_examples=20, deadline=None)
@given(adjudications())
def test_a_balanced_answer_gives_a_claim_that_passes_the_gate(adjudication: tuple[list[int], Answer]):
    assert gate(write_837p(filing_of(*adjudication))) == []


@settings(max_examples=150, deadline=None)
@given(adjudications())
def test_every_adjustment_is_sent_at_its_level_in_its_order(adjudication: tuple[list[int], Answer]):
    charges, answer = adjudication
    expected: dict[tuple[int, str], list] = defaultdict(list)
    for r in answer.reductions:
        expected[r.line, r.group].append((r.reason, r.cents, r.quantity))
    assert adjustments_in(write_837p(filing_of(charges, answer))) == expected


@settings(max_examples=150, deadline=None)
@given(adjudications())
def test_amounts_have_no_trailing_zeros_and_segments_nothing_empty_at_the_end(adjudication: tuple[list[int], Answer]):
    _isa, *segments = write_837p(filing_of(*adjudication)).replace("~", "").splitlines()
    for segment in segments:
        elements = segment.split("*")
        assert not segment.endswith(("*", ":"))
        for number in MONEY.get(elements[0], []):
            if number < len(elements):
                assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d?[1-9])?", elements[number]), segment


@settings(max_examples=100, deadline=None)
@given(first=st.text(max_size=80), last=st.text(max_size=80), street=st.text(min_size=1, max_size=80))
def test_no_typed_text_breaks_the_file(first: str, last: str, street: str):
    client = PLAIN.client.model_copy(update={"first_name": first, "last_name": last, "address": f"1 {street}"})
    text = write_837p(replace(PLAIN, client=client))
    assert text.isascii() and text == text.upper()
    names = [[line.split("*")[0] for line in each.splitlines()] for each in (text, write_837p(PLAIN))]
    assert names[0] == names[1]


def adjustments_in(text: str) -> dict[tuple[int, str], list]:
    """By line (0 for the claim) and group: reason, cents, quantity."""
    found: dict[tuple[int, str], list] = defaultdict(list)
    line = CLAIM_LEVEL
    for segment in text.replace("~", "").splitlines():
        name, *elements = segment.split("*")
        if name == "LX":
            line = int(elements[0])
        if name == "CAS":
            assert len(elements) <= 19
            triples = [*elements[1:], ""]
            for i in range(0, len(triples) - 1, 3):
                found[line, elements[0]].append((triples[i], parse_cents(triples[i + 1]), triples[i + 2]))
    return found
