"""Decides about an amount that the payers left open (PI, OA): nobody owes it, or the client does."""

from enum import StrEnum

from sqlmodel import Session

from mbp_claims.actions.post_one import change_family
from mbp_claims.db import claims
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.ledger import Account, Balances
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.post_answer import decide_open
from mbp_claims.domain.posting import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


class Choice(StrEnum):
    """What becomes of it. `leave` takes an earlier decision back."""

    WRITE_OFF = "write_off"
    BILL_CLIENT = "bill_client"
    LEAVE = "leave"


ACCOUNTS = {Choice.WRITE_OFF: Account.WAIVED, Choice.BILL_CLIENT: Account.BILLED, Choice.LEAVE: None}
WORDS = {
    Choice.WRITE_OFF: "{amount} left open by the payers written off",
    Choice.BILL_CLIENT: "{amount} left open by the payers billed to the client",
    Choice.LEAVE: "decision about {amount} taken back",
}


def decide_rest(db: Session, clinician: Clinician, number: str, choice: str) -> Balances:
    """All of `Balances.undecided` of the claim's services. RuleViolation when nothing is left to decide.

    A new answer of a payer takes the decision away, as it was made about another amount.
    """
    one_at_a_time(db, clinician)
    if choice not in ACCOUNTS:
        raise RuleViolation(_("Choose what becomes of the open amount."))
    primary = claims.primary_of(db, claims.claim(db, clinician, number))
    wanted = Choice(choice)
    cents, balances = change_family(
        db, clinician, Kind.DECIDE, primary.id or 0,
        lambda family, journal: decide_open(
            family, ACCOUNTS[wanted], lambda cents: WORDS[wanted].format(amount=format_cents(cents)), journal
        ),
    )  # fmt: skip
    if not cents:
        raise RuleViolation(_("Nothing of {number} is left to decide.", number=primary.number))
    return balances
