"""Days that pass until something should have come: a claim that a payer sent on by itself."""

from datetime import date, timedelta

from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.words import _, ngettext

SATURDAY = 5


def working_days_after(day: date, count: int) -> date:
    """The day that many working days (Monday to Friday) later."""
    weeks, rest = divmod(count, 5)
    found = day + timedelta(weeks=weeks)
    while found.weekday() >= SATURDAY:
        found += timedelta(days=1)
    for __ in range(rest):
        found += timedelta(days=1)
        while found.weekday() >= SATURDAY:
            found += timedelta(days=1)
    return found


def working_days_left(today: date, until: date) -> int:
    """How many working days come after today up to that one and with it; 0 on the day itself and later."""
    days = (today + timedelta(days=ahead) for ahead in range(1, (until - today).days + 1))
    return sum(day.weekday() < SATURDAY for day in days)


def countdown(claim: Claim, today: date) -> str:
    """`9 working days left` of a claim that crossed over; empty for another, and once nothing came in time."""
    if claim.status != ClaimStatus.CROSSED_OVER or claim.follow_up_on is None or crossover_overdue(claim, today):
        return ""
    left = working_days_left(today, claim.follow_up_on)
    return (
        ngettext("{count} working day left", "{count} working days left", left) if left else _("the last day to wait")
    )


def crossover_overdue(claim: Claim, today: date) -> bool:
    """The primary payer sent it on, and nothing came in time: it may be filed by hand now.

    About 15 working days; a number of the payer (Medicare: MLN SE0909).
    """
    return claim.status == ClaimStatus.CROSSED_OVER and claim.follow_up_on is not None and today > claim.follow_up_on


def nothing_came(payer: str) -> str:
    """`Nothing came from Cigna. File it now?`"""
    return _("Nothing came from {payer}. File it now?", payer=payer)
