"""How a claim reads to a clinician: one state in words, and what can be done next."""

from dataclasses import dataclass

from mbp_claims.domain.claim import ANSWERED, PUT_AWAY, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.denial import Denial
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.post_answer import TAKEN_BACK
from mbp_claims.domain.resending import may_resend
from mbp_claims.words import _

OVERPAID = _("Overpaid, review")
WORDS = {
    ClaimStatus.WAITING: _("Waiting to send"),
    ClaimStatus.FILED: _("Filed"),
    ClaimStatus.ACCEPTED: _("Accepted"),
    ClaimStatus.REJECTED: _("Rejected"),
    ClaimStatus.DENIED: _("Denied"),
    ClaimStatus.COMPLETED: _("Completed"),
    ClaimStatus.CROSSED_OVER: _("Crossed over"),
    ClaimStatus.WITHDRAWN: _("Withdrawn"),
    ClaimStatus.NOT_BILLABLE: _("Not billable"),
}


@dataclass(frozen=True)
class ClaimStanding:
    """`kind` names the state (see the table of chips), `words` are what the chip says."""

    kind: str
    words: str


def standing(claim: Claim) -> ClaimStanding:
    """Pending secondaries are told apart by whether the primary's answer adds up; everything else by its status."""
    status = ClaimStatus(claim.status)
    if claim.cob_changed and may_resend(claim):
        return ClaimStanding("cob_changed", _("COB changed"))
    if claim.overpaid_cents and status in ANSWERED:
        return ClaimStanding("overpaid", OVERPAID)
    if claim.note == TAKEN_BACK and status in WITH_PAYER:
        return ClaimStanding("reversed", _("Reversed"))
    if status is not ClaimStatus.PENDING:
        return ClaimStanding(status.value, WORDS[status])
    if not claim.is_secondary or (claim.cob_id and claim.off_cents == 0):
        return ClaimStanding("ready", _("Ready to file"))
    if needs_adjustments(claim):
        return ClaimStanding("needs_adjustments", _("Needs adjustments"))
    return ClaimStanding("off", _("Off by {off}", off=format_cents(abs(claim.off_cents))))


def needs_adjustments(claim: Claim) -> bool:
    """Nothing has been said yet about what is asked for: no answer, or an answer that stops before the last part."""
    return claim.cob_id is None or (claim.off_cents > 0 and claim.to_bill_cents == claim.off_cents)


def actions(
    claim: Claim, has_era: bool, has_secondary: bool, secondary_sent: bool, on_paper: bool = False
) -> tuple[str, ...]:
    """What a person may do with the claim, the next step first. The same rules are asked again when it is done."""
    status = ClaimStatus(claim.status)
    able = {
        "file": status is ClaimStatus.PENDING and not on_paper,
        "file-paper": status is ClaimStatus.PENDING and on_paper,
        "fix": may_fix(claim),
        "swap": may_swap(claim),
        "replace-cob": may_resend(claim) and claim.cob_changed,
        "refile": status is ClaimStatus.REJECTED,
        "take-back": status is ClaimStatus.WAITING,
        "edit": may_edit(claim),
        "details": True,
        "primary": claim.is_secondary,
        "complete": may_complete(claim),
        "era": has_era,
        "print": not is_put_away(claim),
        "secondary": may_follow(claim, has_secondary),
        "replace": may_resend(claim) and not claim.cob_changed,
        "void": may_resend(claim),
        "file-anyway": status is ClaimStatus.CROSSED_OVER,
        "reopen": may_reopen(claim, secondary_sent),
        "not-billable": status in (ClaimStatus.PENDING, ClaimStatus.REJECTED),
        "billable": status is ClaimStatus.NOT_BILLABLE,
    }
    return tuple(name for name, possible in able.items() if possible)


def may_file(claim: Claim) -> bool:
    """What waits for us; and, deliberately, what a payer says it has sent on by itself."""
    return ClaimStatus(claim.status) in (ClaimStatus.PENDING, ClaimStatus.REJECTED, ClaimStatus.CROSSED_OVER)


def may_fix(claim: Claim) -> bool:
    """A primary claim that was denied for a reason that is ours to mend."""
    denied = claim.status == ClaimStatus.DENIED and not claim.is_secondary
    return denied and claim.denial in (Denial.MEND, Denial.ORDER)


def may_swap(claim: Claim) -> bool:
    """A primary claim that was denied because another payer comes first (22, 109)."""
    return may_fix(claim) and claim.denial == Denial.ORDER


def may_follow(claim: Claim, has_secondary: bool) -> bool:
    """An answered primary without a secondary may be given one, if a plan covers the date of service."""
    return ClaimStatus(claim.status) in ANSWERED and not claim.is_secondary and not has_secondary


def may_edit(claim: Claim) -> bool:
    """A primary claim that waits for us; a secondary repeats its primary and has nothing of its own to change."""
    return not claim.is_secondary and ClaimStatus(claim.status) in (ClaimStatus.PENDING, ClaimStatus.REJECTED)


def may_complete(claim: Claim) -> bool:
    """A claim is completed by its payer's answer, so it must be with the payer. A rejection is not an answer."""
    return ClaimStatus(claim.status) in (ClaimStatus.FILED, ClaimStatus.ACCEPTED, ClaimStatus.CROSSED_OVER)


def may_reopen(claim: Claim, secondary_sent: bool) -> bool:
    """An answered primary can be reopened while nothing that followed from it was sent."""
    return ClaimStatus(claim.status) in ANSWERED and not claim.is_secondary and not secondary_sent


def is_put_away(claim: Claim) -> bool:
    return ClaimStatus(claim.status) in PUT_AWAY
