"""The secondary claims that must come out of the golden answers, segment for segment."""

import re
from dataclasses import replace
from datetime import datetime

import pytest

from mbp_claims.domain.filing import Filing
from mbp_claims.x12.claim_837 import write_837p
from mbp_claims.x12.gate import gate
from tests.x12.filings import facts, golden_filing, golden_text

REFERENCE = r"(?<=BHT\*0019\*00\*)\w+"


def assert_writes(filing: Filing, expected: str) -> None:
    """The same file, but for the practice's own reference in BHT03."""
    written = write_837p(filing)
    assert re.sub(REFERENCE, "REFERENCE", written) == re.sub(REFERENCE, "REFERENCE", expected)
    assert gate(written) == []


@pytest.mark.parametrize("example", ["ex1", "ex3", "ex4", "ex5", "ex7"])
def test_the_secondary_claim_repeats_the_primarys_answer(example: str):
    assert_writes(golden_filing(example), golden_text(example))


def test_a_claim_answered_the_first_time_is_filed_as_an_original():
    first = facts("ex6")["steps"][0]
    assert_writes(golden_filing("ex6", first), golden_text("ex6", "secondary_first.837p"))


def test_after_a_correction_the_replacement_names_the_second_payers_own_number():
    told = facts("ex6")
    corrected = golden_filing("ex6", told["steps"][2])
    replacement = replace(
        corrected, control_number=216, written_at=datetime(2026, 4, 8, 10, 30),
        frequency=told["replacement"]["frequency"], original_reference=told["replacement"]["2300_REF_F8"],
    )  # fmt: skip
    assert_writes(replacement, golden_text("ex6", "secondary_replacement.837p"))


def test_a_denied_line_is_sent_with_nothing_paid_and_no_units():
    told = facts("ex9")
    denied = told["claims"][1] | {"payer_claim_control_number": "EHP26030400092"}
    filing = golden_filing("ex9", denied, told["plans_0092"])
    assert_writes(filing, golden_text("ex9", "secondary_0092.837p"))
