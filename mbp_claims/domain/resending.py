"""Sending a claim again that its payer has already: as a replacement or a void, by the payer's own number of it."""

from enum import StrEnum

from mbp_claims.domain.claim import ANSWERED, SAID, Claim, ClaimStatus
from mbp_claims.domain.draft import printable
from mbp_claims.domain.latin import latin
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

LONGEST = 50


class Frequency(StrEnum):
    """CLM05-3 (005010X222A1): only these three are sent."""

    ORIGINAL = "1"
    REPLACEMENT = "7"
    VOID = "8"


def may_resend(claim: Claim) -> bool:
    """What the payer has, or has answered; not what was voided. A rejected claim never got there: it is filed anew."""
    with_payer = ClaimStatus(claim.status) in (ClaimStatus.FILED, ClaimStatus.ACCEPTED, *ANSWERED)
    return with_payer and claim.filed_at is not None and claim.frequency != Frequency.VOID


def refuse_resending(claim: Claim) -> None:
    """RuleViolation when it cannot be replaced or voided."""
    if claim.frequency == Frequency.VOID:
        raise RuleViolation(
            _("A void was filed for {number}. Nothing is left to replace or void.", number=claim.number)
        )
    if not may_resend(claim):
        said = SAID[ClaimStatus(claim.status)]
        raise RuleViolation(
            _(
                "{number} is {status}. Only a claim that its payer has can be replaced or voided.",
                number=claim.number,
                status=said,
            )
        )


def payers_number(claim: Claim, typed: str, payer: str) -> str:
    """The payer’s own number of the claim (REF*F8), as typed or as known. RuleViolation with what to do without one."""
    number = latin(printable(typed or claim.payer_control_number))
    if not number:
        raise RuleViolation.of(
            {"reference": _("Enter {payer}’s number of this claim. {where}", payer=payer, where=WHERE)}
        )
    if len(number) > LONGEST:
        raise RuleViolation.of({"reference": _("Use {longest} characters or fewer", longest=LONGEST)})
    return number


WHERE = _("It is on the payer’s answer, or on its acknowledgement of the claim.")


def frequency_of(claim: Claim) -> Frequency:
    """What a claim that is filed now goes as. A rejected replacement or void is that again: the payer still has the one
    before. One that was denied and then mended replaces what was denied. Anything else is an original, however often
    it was rejected.
    """
    if claim.status == ClaimStatus.PENDING and claim.denial and claim.payer_control_number:
        return Frequency.REPLACEMENT
    again = claim.status == ClaimStatus.REJECTED and bool(claim.payer_control_number)
    return Frequency(claim.frequency) if again else Frequency.ORIGINAL
