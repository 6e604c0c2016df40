"""Who may what in a practice."""

import pytest

from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import MEANT, WHY_NOT, WORDS, NotAllowed, Role, Task, require, sees_all, why_not

OFFICE = {Task.PAYMENTS, Task.CLEARINGHOUSE, Task.ASSIGN}


def tasks_of(role: str) -> set[Task]:
    return {task for task in Task if not why_not(role, task)}


def test_an_owner_may_everything_a_biller_all_but_people_and_settings_a_clinician_none_of_it():
    assert tasks_of(Role.OWNER) == set(Task)
    assert tasks_of(Role.BILLER) == OFFICE
    assert tasks_of(Role.CLINICIAN) == set()


@pytest.mark.parametrize("role", ["", "superuser", "OWNER", "owner "])
def test_a_role_that_nobody_knows_may_nothing(role: str):
    assert tasks_of(role) == set()
    assert not sees_all(role)


def test_every_role_and_every_refusal_has_its_words():
    assert set(WORDS) == set(MEANT) == set(Role)
    assert set(WHY_NOT) == set(Task)


def test_what_is_refused_says_why():
    with pytest.raises(NotAllowed, match="Payments are for the owner and the billers"):
        require(Role.CLINICIAN, Task.PAYMENTS)
    require(Role.BILLER, Task.PAYMENTS)


def test_owner_and_biller_see_every_client():
    assert [sees_all(role) for role in Role] == [True, True, False]


def test_who_has_no_say_is_a_clinician():
    """A new person begins with the least."""
    assert Clinician(practice_id=1, first_name="Priya", last_name="Lindqvist").role == Role.CLINICIAN
