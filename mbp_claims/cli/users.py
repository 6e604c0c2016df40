"""Accounts from a shell. Who has one here is trusted; the trail says as whom it was done."""

from collections.abc import Callable

import mbp_claims.domain.tables  # noqa: F401
from mbp_claims import routes
from mbp_claims.actions.change_password import LINK_LASTS, make_reset_link
from mbp_claims.actions.open_account import FirstPerson, add_person, is_first, open_first_account
from mbp_claims.actions.second_factor import reset_second_factor
from mbp_claims.actions.sessions import sign_out_everywhere
from mbp_claims.cli.acting import acting
from mbp_claims.cli.saying import refuse, say
from mbp_claims.clock import now
from mbp_claims.db.accounts import account_by_email, accounts
from mbp_claims.db.clinicians import one_of_each_practice, practice_of
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.account import Account
from mbp_claims.domain.days import show_day
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Role
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.settings import settings

Deed = Callable[..., str]


def add_user(email: str, name: str, role: str | None, practice: str, person: str) -> int:
    def adding(db) -> str:  # type: ignore[no-untyped-def]
        if is_first(db):
            if not practice:
                raise RuleViolation('There is no practice yet. Name it: --practice "Quiet Cove Counseling"')
            whom = by = open_first_account(db, FirstPerson(practice, name, email))
        else:
            by = acting(db, person)
            whom = add_person(db, by, name, email, Role(role or Role.CLINICIAN))
        return _link(make_reset_link(db, by, whom), whom)

    return _done(adding)


def list_users() -> int:
    with reading() as db:
        for account, clinician in accounts(db):
            state = "disabled" if clinician.disabled_at else "demo" if account.demo else clinician.role
            say(f"{account.email}: {clinician.signature}, {practice_of(db, clinician).name}, {state}")
    return 0


def make_link(email: str, person: str) -> int:
    return _done(lambda db: _for(db, email, person, lambda by, _, whom: _link(make_reset_link(db, by, whom), whom)))


def second_step_off(email: str, person: str) -> int:
    def off(db, by: Clinician, account: Account, whom: Clinician) -> str:  # type: ignore[no-untyped-def]
        reset_second_factor(db, by, account, whom)
        return f"The second step of {whom.signature} is off. The password is as it was."

    return _done(lambda db: _for(db, email, person, lambda *who: off(db, *who)))


def sign_out(email: str, person: str) -> int:
    def out(db, by: Clinician, account: Account, whom: Clinician) -> str:  # type: ignore[no-untyped-def]
        sign_out_everywhere(db, by, account)
        return f"{whom.signature} is signed out everywhere."

    return _done(lambda db: _for(db, email, person, lambda *who: out(db, *who)))


def _for(db, email: str, person: str, deed: Deed) -> str:  # type: ignore[no-untyped-def]
    found = account_by_email(db, email)
    if found is None:
        raise RuleViolation(f"Nobody signs in with {email}.")
    account, whom = found
    return deed(acting(db, person) if person else _owner(db, whom), account, whom)


def _owner(db, whom: Clinician) -> Clinician:  # type: ignore[no-untyped-def]
    """The first owner of the person's practice."""
    return next((one for one in one_of_each_practice(db) if one.practice_id == whom.practice_id), whom)


def _link(secret: str, whom: Clinician) -> str:
    ends = now() + LINK_LASTS
    until = f"{show_day(ends.date())} {ends.strftime('%I:%M %p').lstrip('0')}"
    address = f"{settings.address}{routes.RESET}/#{secret}"
    return f"{whom.signature} chooses a password here, once, until {until}:\n{address}"


def _done(deed: Callable[..., str]) -> int:
    try:
        with transaction() as db:
            words = deed(db)
    except RuleViolation as refused:
        return refuse("\n".join(refused.fields.values()) or refused.sentence)
    say(words)
    return 0
