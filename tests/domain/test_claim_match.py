"""Which claim a payer's answer is about: its number as the payer changed it, or member, day, services and charge."""

import pytest

from mbp_claims.domain.claim_match import like_numbers

CHANGED = ("c-1042", "C1042", "1042", "0001042", "C-01042", "AET-C-1042", "XYZC-1042", "AETC1042")


@pytest.mark.parametrize("said", CHANGED)
def test_what_payers_make_of_our_numbers_leads_back_to_them(said: str):
    assert "C-1042" in like_numbers(said, "C-")


@pytest.mark.parametrize("said", ["C-1043", "C-10421", "D-1042X", "INVOICE", "", "104-2"])
def test_another_number_does_not(said: str):
    assert "C-1042" not in like_numbers(said, "C-")


def test_a_secondary_keeps_its_ending():
    assert "C-1042-S" in like_numbers("c1042-s", "C-")


def test_without_a_prefix_only_case_is_forgiven():
    assert like_numbers("ab12", "") == {"AB12"}
