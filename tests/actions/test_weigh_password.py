"""Which passwords may be chosen."""

import pytest

from mbp_claims.actions.weigh_password import EASY, TOO_LONG, TOO_SHORT, weigh_password
from mbp_claims.domain.violation import RuleViolation

KNOWN = ("June Marlow", "june.marlow@example.com", "Quiet Cove Counseling")


@pytest.mark.parametrize(
    "password",
    [
        "a lamp in every window", "my dog is called Rex", "пять зелёных лягушек", "correct horse battery staple",
        "kz8#Lq0vYw2p", "I have never once liked the smell of lilies in the morning, and I never will.",
        "xvqzkjwpmbtr" * 16,
    ],
)  # fmt: skip
def test_a_sentence_or_anything_that_is_hard_to_guess_will_do(password: str):
    weigh_password(password, *KNOWN)


@pytest.mark.parametrize("password", ["", "short", "eleven char", "🦉" * 11])
def test_less_than_twelve_characters_is_too_short(password: str):
    assert refusal(password) == TOO_SHORT


def test_there_is_an_end_to_what_is_read():
    assert refusal("a lamp in every window " * 9) == TOO_LONG


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword", "password1234", "Password1234!", "letmeinletmein", "qwertyuiop12", "123456789012",
        "aaaaaaaaaaaaaaa", "iloveyou1234", "junemarlow1988", "june.marlow@example.com", "quietcove2026",
        "abcdefghijkl", "marlowmarlowmarlow",
    ],
)  # fmt: skip
def test_what_is_tried_first_is_refused(password: str):
    assert refusal(password) == EASY


def test_of_signs_that_may_stand_for_letters_fewer_are_looked_at(monkeypatch: pytest.MonkeyPatch):
    """All of them took 14 seconds, in which nobody else was answered quickly."""
    looked_at: list[int] = []
    monkeypatch.setattr("zxcvbn.zxcvbn", lambda password, **_: looked_at.append(len(password)) or {"score": 4})
    for password in ("4@8({[<369&#!1/|0$5+7%2" * 4, "On 26 November 2026 we sat at the window, and it rained! " * 2):
        weigh_password(password, *KNOWN)
    assert looked_at == [24, 72]


def refusal(password: str) -> str:
    with pytest.raises(RuleViolation) as refused:
        weigh_password(password, *KNOWN)
    assert list(refused.value.fields) == ["password"]
    return refused.value.sentence
