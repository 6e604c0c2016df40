"""The tables that claims stand in, each claim in one, and what each may be narrowed to."""

from mbp_claims.domain.claim import ANSWERED, PUT_AWAY, WAITS_FOR_US, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.standing import WORDS, standing
from mbp_claims.words import _

WITH_SOMEBODY = (*WITH_PAYER, ClaimStatus.CROSSED_OVER)
"""Nothing of ours is left to do: it is sent, or one payer sends it on to the other."""
SETTLED = (*WITH_SOMEBODY, *ANSWERED)
SECTIONS: dict[str, tuple[ClaimStatus, ...]] = {
    "pending": WAITS_FOR_US, "filed": WITH_SOMEBODY, "completed": ANSWERED, "settled": SETTLED, "put_away": PUT_AWAY,
}  # fmt: skip
"""By name. `settled` is `filed` and `completed` in one, as a chart has them. Put away ones are asked for by status."""

WAITING = {
    "ready": _("Ready to file"), "needs_adjustments": _("Needs adjustments"), "off": _("Off by an amount"),
    ClaimStatus.REJECTED.value: WORDS[ClaimStatus.REJECTED],
}  # fmt: skip
CHOICES: dict[str, dict[str, str]] = {
    "pending": WAITING,
    **{
        section: {status.value: WORDS[status] for status in statuses}
        for section, statuses in {
            "filed": WITH_SOMEBODY, "completed": (*ANSWERED, *PUT_AWAY), "settled": (*SETTLED, *PUT_AWAY),
        }.items()
    },
}  # fmt: skip
"""What a section may be narrowed to, in words by its key: a status, or the kind of a standing (`ready`)."""


def statuses_of(section: str, asked: str = "") -> tuple[ClaimStatus, ...]:
    """Of the claims that are shown when that is asked for; a section that there is not is the settled one."""
    if asked not in CHOICES.get(section, ()):
        return SECTIONS.get(section, SETTLED)
    return (ClaimStatus(asked),) if asked in list(ClaimStatus) else (ClaimStatus.PENDING,)


def is_asked_for(claim: Claim, asked: str) -> bool:
    """Whether the claim is shown among those that were narrowed to that."""
    return asked in ("", claim.status, standing(claim).kind)
