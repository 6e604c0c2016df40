"""When the database cannot do its part just now: what to tell whoever waits for it. Nothing was changed then."""

from dataclasses import dataclass

from mbp_claims.words import _

BUSY = _("Somebody else’s long work is being saved. Yours is kept here: try again in a moment.")
FULL = _(
    "The disk of the server is full. Nothing was changed, and your entries are still here: make room and try again."
)
DISK = _("The disk of the server could not be read or written. Nothing was changed, and your entries are still here.")
AWAY = _("The database does not answer just now. Nothing was changed, and your entries are still here: try again soon.")
READ_ONLY = _("The database can only be read just now. Nothing was changed, and your entries are still here.")


@dataclass(eq=False)
class Outage(Exception):
    """`sentence` is shown as it stands."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


class Busy(Outage):
    """Somebody else holds what is asked for; a moment later it may be free."""
