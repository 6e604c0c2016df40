"""What comes to nothing at the door is told to the trail, where the attempt itself could not tell it."""

from mbp_claims.actions.change_password import SpentLink
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.refusing import NOBODYS_EMAIL, SPENT_LINK, TOO_MANY
from mbp_claims.domain.throttle import TooMany
from mbp_claims.state.base import Done
from mbp_claims.state.refusals import answering, note_refusal


def knocked(what: str, done: Done, whom: Done[Clinician | None]) -> None:
    """An attempt that was not looked at, and one under a name that nobody has or with a link that is worth nothing. A
    wrong password of somebody known stands in the trail already."""
    answering(what)
    if isinstance(done.refused, TooMany):
        note_refusal(TOO_MANY, target=whom.value)
    elif isinstance(done.refused, SpentLink):
        note_refusal(SPENT_LINK)
    elif whom.well and whom.value is None:
        note_refusal(NOBODYS_EMAIL)
