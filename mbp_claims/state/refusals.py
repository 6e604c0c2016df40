"""Who was refused is noted at once and written a moment later, as readings are; a flood is counted, not written."""

import logging
from contextvars import ContextVar

from mbp_claims.actions.record_refusals import write_refusals
from mbp_claims.clock import now
from mbp_claims.domain.origin import origin
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.refusing import Refusal, Throttle
from mbp_claims.state.later import Later

_call: ContextVar[str] = ContextVar("call", default="")
"""What is being answered: the name of a handler, or the address of a file without its id."""

NOBODY_ASKED = "(nobody asked)"

refusals = Later(write_refusals, "refusals")
_throttle = Throttle()
_log = logging.getLogger("mbp_claims.refused")


def answering(call: str) -> None:
    """From here on in this task, that is what was asked."""
    _call.set(call[:80])


def of_itself() -> None:
    """From here on in this task the program looks for itself: what is not there is refused to nobody."""
    _call.set(NOBODY_ASKED)


def note_refusal(
    why: str, clinician: Clinician | None = None, session: str = "", target: Clinician | None = None
) -> None:
    """The trail is told that what is being answered was refused, and why; the log too, without name or address: whoever
    runs the server sees who knocks at several practices."""
    if _call.get() == NOBODY_ASKED:
        return
    told = _throttle.admit(Refusal(_call.get() or "a call", why, now(), origin(), clinician, session, target))
    if told:
        _log.warning("Refused", extra={"facts": {"call": told.what, "why": told.why}})
        refusals.note(told)
