"""What stands over the page of a claim that needs a word: why it is as it is, and what to do."""

from mbp_claims.clock import today
from mbp_claims.domain.acknowledgement import Word
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.claim_facts import OpenClaim
from mbp_claims.domain.days import show_day
from mbp_claims.domain.deadline import countdown, crossover_overdue, nothing_came
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.standing import is_put_away
from mbp_claims.views.show_cent import overpaid_warning
from mbp_claims.views.show_claim import shown_day
from mbp_claims.words import _


def claim_warning(open_claim: OpenClaim, kind: str) -> tuple[str, str]:
    """A sentence and what follows, by the kind of its standing; both "" where nothing is to be said."""
    if kind == "off":
        amount = format_cents(abs(open_claim.facts.claim.off_cents))
        return _("{amount} of the charge is not explained.", amount=amount), _("File Claim shows which line is off.")
    if kind == "crossed_over":
        return _crossover(open_claim)
    if kind == "rejected":
        return _rejection(open_claim)
    if kind == "waiting" and open_claim.facts.claim.note:
        return _("The file was not sent yet."), open_claim.facts.claim.note
    if is_put_away(open_claim.facts.claim):
        return _put_away(open_claim)
    return overpaid_warning(open_claim)


def _put_away(open_claim: OpenClaim) -> tuple[str, str]:
    """When, and why or how it comes back."""
    claim = open_claim.facts.claim
    day = next((shown_day(one.at) for one in open_claim.trail if one.after == claim.status), "")
    if claim.status == ClaimStatus.NOT_BILLABLE:
        return _("This claim was marked as not billable on {day}.", day=day), _(
            "Nobody is asked for it. Mark as billable, under Actions, puts it back."
        )
    why = _(claim.note)
    because = (why[:1].lower() if why[1:2].islower() else why[:1]) + why[1:]
    return _("This claim was withdrawn on {day} because {because}.", day=day, because=because), _(
        "Nothing of it is filed."
    )


def _crossover(open_claim: OpenClaim) -> tuple[str, str]:
    """Its answer comes by itself, until the days are over in which it should."""
    claim, payer = open_claim.facts.claim, open_claim.facts.payer
    if crossover_overdue(claim, today()):
        return nothing_came(payer), _("Its answer should have come by {day}.", day=show_day(claim.follow_up_on))
    left = countdown(claim, today())
    until = (
        _(" {left}, until {day}.", left=left[0].upper() + left[1:], day=show_day(claim.follow_up_on)) if left else ""
    )
    return _("{note}. Do not file it by hand.", note=claim.note), _(
        "Its answer will come by itself.{until}", until=until
    )


def _rejection(open_claim: OpenClaim) -> tuple[str, str]:
    """What was said, and what to mend: a rejection is no decision, the payer never had the claim."""
    said = [one for one, __ in open_claim.acknowledgements if one.word == Word.REJECTED]
    mend = said[0].mend if said else _("Correct it, then refile.")
    note = open_claim.facts.claim.note
    return _("Rejected: {note}.", note=(note[:1].lower() if note[1:2].islower() else note[:1]) + note[1:]), mend
