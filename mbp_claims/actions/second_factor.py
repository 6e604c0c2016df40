"""The second factor: codes of an authenticator app, and recovery codes for when the phone is gone."""

from dataclasses import dataclass

import segno
from sqlmodel import Session

from mbp_claims.actions.totp import address_for_app, new_secret, used_step
from mbp_claims.clock import now
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.recovery_codes import replace_codes, unused_codes, use_recovery_code
from mbp_claims.db.trail import record
from mbp_claims.domain.account import Account
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.recovery import is_recovery_code, new_recovery_codes, recovery_hash
from mbp_claims.domain.roles import Task, require
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

NOT_THE_CODE = _("This code does not fit. Type the newest one from your app.")
ASKED_FOR = _("Your practice asks everybody for a second step. It cannot be turned off.")
DEMO = _("The demo practice opens at the press of a button. It needs no second step.")


@dataclass(frozen=True)
class SetUp:
    """What an authenticator app is given: a picture (SVG as a data: address), and the key in groups to type."""

    picture: str
    key: str


def begin_set_up(db: Session, account: Account) -> SetUp:
    """The same key until it is confirmed; what was in use before stays in use."""
    if account.demo:
        raise RuleViolation(DEMO)
    account.totp_pending = account.totp_pending or new_secret()
    address = address_for_app(account.totp_pending, account.email)
    picture = segno.make(address, error="m").svg_data_uri(scale=4, border=3, light="#fff", encode_minimal=True)
    key = account.totp_pending
    return SetUp(picture, " ".join(key[at : at + 4] for at in range(0, len(key), 4)))


def confirm_set_up(db: Session, account: Account, clinician: Clinician, code: str) -> list[str]:
    """The recovery codes, which nobody is shown again. RuleViolation when the code is not of the key."""
    step = used_step(account.totp_pending, code, 0)
    if not step:
        raise RuleViolation(NOT_THE_CODE)
    account.totp_secret, account.totp_pending, account.totp_step = account.totp_pending, "", step
    record(db, clinician, "Second step turned on", kind=Kind.SIGN_IN)
    return make_codes(db, account)


def make_codes(db: Session, account: Account) -> list[str]:
    """New recovery codes in place of all that there were."""
    codes = new_recovery_codes()
    replace_codes(db, account.id or 0, [recovery_hash(one) for one in codes])
    return codes


def turn_off(db: Session, account: Account, clinician: Clinician) -> None:
    """RuleViolation where the practice asks for it."""
    if practice_of(db, clinician).second_factor:
        raise RuleViolation(ASKED_FOR)
    forget_second_factor(db, account)
    record(db, clinician, "Second step turned off", kind=Kind.SIGN_IN)


def reset_second_factor(db: Session, by: Clinician, account: Account, whom: Clinician) -> None:
    """For who has lost the phone and the recovery codes; where the practice asks for it she sets up a new one.

    Whoever calls this has made sure that `by` may.
    """
    forget_second_factor(db, account)
    record(db, by, f"The second step of {whom.signature} was turned off", kind=Kind.SIGN_IN)


def ask_for_second_step(db: Session, clinician: Clinician, asked: bool) -> None:
    """Whether everybody of the practice has to have one; who has none sets it up at the next sign-in."""
    require(clinician.role, Task.SETTINGS)
    practice = practice_of(db, clinician)
    if practice.second_factor != asked:
        practice.second_factor = asked
        record(db, clinician, "A second step is asked for" if asked else "A second step is asked for no more")


def forget_second_factor(db: Session, account: Account) -> None:
    account.totp_secret, account.totp_pending, account.totp_step = "", "", 0
    replace_codes(db, account.id or 0, [])


def takes_code(db: Session, account: Account, clinician: Clinician, code: str) -> bool:
    """Whether it is the newest of the app, or a recovery code. No code counts twice."""
    typed = code.replace(" ", "").strip()
    if is_recovery_code(typed):
        used = use_recovery_code(db, account.id or 0, recovery_hash(typed), now())
        if used:
            left = unused_codes(db, account.id or 0)
            record(db, clinician, f"A recovery code was used; {left} left", kind=Kind.SIGN_IN)
        return used
    step = used_step(account.totp_secret, typed, account.totp_step)
    account.totp_step = step or account.totp_step
    return bool(step)
