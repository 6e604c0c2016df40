"""A denial is told from the money; a crossover from what the payer says."""

from dataclasses import replace

import pytest

from mbp_claims.domain.denial import crossed_over, denied, ours_to_mend
from tests.domain.nouns import COINSURED, answer


@pytest.mark.parametrize("reason", ["1", "2", "3"])
def test_nothing_paid_and_all_of_it_the_clients_share_is_no_denial(reason: str):
    assert not denied(answer(0, (1, "CO", "45", 4500), (1, "PR", reason, 11500)))


def test_nothing_paid_and_no_clients_share_is_a_denial():
    assert denied(answer(0, (1, "CO", "197", 16000)))


def test_a_patient_responsibility_of_another_kind_is_a_denial_all_the_same():
    assert denied(answer(0, (1, "PR", "204", 16000)))


def test_the_status_code_tells_nothing_about_a_denial():
    assert not denied(replace(COINSURED, status_code="4"))
    assert denied(replace(answer(0, (1, "CO", "29", 16000)), status_code="1"))


def test_one_cent_paid_is_no_denial():
    assert not denied(answer(1, (1, "CO", "197", 15999)))


@pytest.mark.parametrize("reason", ["197", "29", "16", "18", "22", "109", "27", "31"])
def test_some_denials_are_ours_to_mend(reason: str):
    assert ours_to_mend(answer(0, (1, "CO", reason, 16000)))


def test_a_service_that_the_plan_does_not_cover_is_not_ours_to_mend():
    assert not ours_to_mend(answer(0, (1, "PR", "204", 16000)))
    assert not ours_to_mend(answer(0, (1, "PR", "119", 16000)))


def test_a_claim_that_was_paid_is_not_ours_to_mend_whatever_it_says():
    assert not ours_to_mend(answer(9280, (1, "CO", "16", 6720)))


@pytest.mark.parametrize("status", ["19", "20", "21"])
def test_a_payer_that_sent_the_claim_on_says_so_by_status(status: str):
    assert crossed_over(replace(COINSURED, status_code=status))


@pytest.mark.parametrize("remark", ["MA18", "N89", "MA07"])
def test_or_by_a_remark(remark: str):
    assert crossed_over(replace(COINSURED, remarks=("MA01", remark)))


def test_an_ordinary_answer_was_not_sent_on():
    assert not crossed_over(replace(COINSURED, remarks=("MA01", "N130")))
