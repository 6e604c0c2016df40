"""Accounts from a shell."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from mbp_claims.cli import main
from mbp_claims.db.engine import reading
from mbp_claims.domain.account import Account
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.user_session import UserSession
from tests.conftest import ROOT

Said = Callable[..., tuple[int, str]]
JUNE = "june.marlow.1@example.com"


@pytest.fixture
def user(database_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    """The status of `user …`, and what it says."""
    monkeypatch.chdir(ROOT)

    def run(*words: str) -> tuple[int, str]:
        status = main(["user", *words])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


def test_the_first_person_comes_with_the_practice_and_a_link(user: Said):
    status, said = user("add", "noor@harbor.example", "--name", "Noor Haddad, LMFT", "--practice", "Harbor Light")
    assert status == 0
    assert said.startswith("Noor Haddad, LMFT chooses a password here, once, until 11/24/2026 9:40 PM:\n")
    assert "http://127.0.0.1:3000/reset-password/#" in said
    with reading() as db:
        (noor,) = db.exec(select(Clinician))
        assert (noor.role, db.exec(select(Practice)).one().name) == ("owner", "Harbor Light")
        assert db.exec(select(Account)).one().password_hash == ""


def test_without_a_practice_it_says_what_to_name(user: Said):
    assert user("add", "noor@harbor.example", "--name", "Noor Haddad") == (
        1, 'There is no practice yet. Name it: --practice "Quiet Cove Counseling"\n'
    )  # fmt: skip


def test_a_colleague_is_added_with_her_role(user: Said, clinician: Clinician):
    status, _ = user("add", "tess@quietcove.example", "--name", "Tess Okoro", "--role", "biller")
    assert status == 0
    _, said = user("list")
    assert said == (
        f"{JUNE}: June Marlow, LCSW, Quiet Cove Counseling, owner\n"
        "tess@quietcove.example: Tess Okoro, Quiet Cove Counseling, biller\n"
    )


@pytest.mark.parametrize(
    ("email", "why"), [(JUNE.upper(), "Somebody signs in with this email already"), ("june", "Enter an email")]
)
def test_an_email_that_will_not_do_changes_nothing(user: Said, clinician: Clinician, email: str, why: str):
    status, said = user("add", email, "--name", "Tess Okoro")
    assert status == 1 and said.startswith(why)
    with reading() as db:
        assert len(db.exec(select(Clinician)).all()) == 1


def test_a_link_is_made_for_who_forgot_her_password(user: Said, clinician: Clinician):
    status, said = user("link", JUNE)
    assert status == 0 and "/reset-password/#" in said
    assert said.count("\n") == 2
    with reading() as db:
        done = [one.what for one in db.exec(select(Activity))]
    assert "A link to choose a password was made for June Marlow, LCSW" in done


def test_who_is_signed_out_is_out_everywhere(user: Said, clinician: Clinician):
    assert user("sign-out", JUNE) == (0, "June Marlow, LCSW is signed out everywhere.\n")
    with reading() as db:
        assert all(one.ended_at for one in db.exec(select(UserSession)))


def test_a_second_step_is_taken_off(user: Said, clinician: Clinician):
    assert user("second-step-off", JUNE)[0] == 0


@pytest.mark.parametrize("command", ["link", "sign-out", "second-step-off"])
def test_nobody_is_said_to_be_nobody(user: Said, clinician: Clinician, command: str):
    assert user(command, "nobody@example.com") == (1, "Nobody signs in with nobody@example.com.\n")
