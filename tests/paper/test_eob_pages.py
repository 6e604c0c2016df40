"""The EOB page: the answer of the payer before, in words, with its sums."""

from dataclasses import replace
from datetime import date

import pytest
from filings import golden_filing
from papers import eob, letters, words

from mbp_claims.domain.answer import CLAIM_LEVEL, Answer, LinePayment, Reduction
from mbp_claims.paper.printing import print_eob


def printed(of) -> str:  # type: ignore[no-untyped-def]
    return " ".join(" ".join(words(print_eob(of))).split())


def test_it_says_who_paid_what_and_why_not_the_rest():
    text = printed(eob(golden_filing("ex5")))
    for said in (
        "Pine State Medicare Part B", "Leonora Vantongeren", "1EG4TE5MK73", "88120457", "CO-45", "PR-2",
        "$360.00 charge = $160.72 paid + $103.28 contractual + $96.00 patient responsibility. Balanced.",
        "Sent on to the client’s next plan", "pays $176.80 for 3 claims. This page shows 1 of them: $160.72.",
        "Printed 02/24/2026 by June Marlow, LCSW.", "Page 1 of 1",
    ):  # fmt: skip
        assert said in text


def test_sequestration_is_taken_from_the_payment_and_not_from_what_is_allowed():
    of = eob(golden_filing("ex5"))
    assert (of.not_allowed(1), of.other(1), of.charge_cents) == (4500, 7660, 36000)


@pytest.mark.parametrize(("paid", "state"), [(9280, "Balanced."), (8880, "$4.00 short."), (9680, "$4.00 over.")])
def test_the_equation_is_told_as_it_is(paid: int, state: str):
    filing = golden_filing("ex1")
    of = eob(filing)
    charge = of.charge_cents
    answer = Answer(paid, date(2026, 2, 1), (), (Reduction(CLAIM_LEVEL, "CO", "45", charge - 9280),))
    text = printed(replace(of, answer=answer))
    assert state in text
    assert "Claim CO-45" in text


def test_from_the_payers_own_paper_there_is_no_check():
    text = printed(replace(eob(golden_filing("ex1")), check=None, by_hand=True))
    assert "From the paper EOB of" in text
    assert "changed by hand" in text
    assert "A copy of its paper EOB belongs behind this page." in text


def test_a_code_on_no_list_and_a_name_in_any_letters_are_printed():
    filing = golden_filing("ex1")
    filing.client.first_name, filing.client.last_name = "Łucja", "<b>&"
    answer = replace(filing.prior.answer, remarks=("ZZ999",), reductions=(Reduction(1, "XX", "9999", 100),))
    text = printed(replace(eob(filing), answer=answer))
    for said in ("XX-9999", "Reason 9999, not in our list", "Remark ZZ999, not in our list", "LUCJA <B>&"):
        assert said in text


def test_a_long_answer_goes_on_and_repeats_its_heads_and_splits_no_row():
    filing = golden_filing("ex1")
    lines = tuple(type(filing.lines[0])(**{**filing.lines[0].model_dump(), "position": n}) for n in range(1, 51))
    reductions = tuple(Reduction(n, "CO", "45", 100 * n) for n in range(1, 51))
    payments = tuple(LinePayment(n, 100) for n in range(1, 51))
    answer = Answer(5000, date(2026, 2, 1), payments, reductions)
    pages = words(print_eob(replace(eob(filing), lines=lines, answer=answer)))
    assert len(pages) > 3
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))
    # A meaning of two lines stays with its code and its amount.
    for page in pages:
        assert page.count("CO-45") == page.count("Write-off. You cannot")
    for page in letters(print_eob(replace(eob(filing), lines=lines, answer=answer))):
        assert all(one.left >= 50 and one.right <= 612 - 50 and one.bottom > 30 for one in page)
