"""Looking at a record is an event of the trail, too: who opened what, once in some minutes."""

from datetime import datetime, timedelta
from typing import NamedTuple

from mbp_claims.domain.practice import Clinician

AGAIN_AFTER = timedelta(minutes=10)
"""A page that is loaded again within it is not recorded again."""


class Seen(NamedTuple):
    """What was opened, as the trail says it, and whose it is (ids)."""

    what: str
    client_id: int | None = None
    claim_id: int | None = None
    remittance_id: int | None = None


class Reading(NamedTuple):
    """Somebody who looked at something, from where, and when."""

    clinician: Clinician
    seen: Seen
    at: datetime
    address: str
