"""How long somebody waits before the next attempt to sign in, after those that failed.

Guessing is slowed down and nobody is locked out for good: the wait doubles with each failure, up to a quarter of an
hour (OWASP Authentication Cheat Sheet, "Account lockout"; NIST SP 800-63B, 5.2.2).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True)
class Limit:
    """How many failures in a row are let pass before there is a wait."""

    free: int

    def next_try(self, failures: int, last: datetime | None) -> datetime | None:
        """When the next attempt may be made; None at once. `last` is when the last of the failures was."""
        if failures < self.free or last is None:
            return None
        doubled = min(failures - self.free, 10)
        return last + min(LONGEST_WAIT, FIRST_WAIT * 2**doubled)


PER_ACCOUNT = Limit(5)
PER_ADDRESS = Limit(20)
"""A whole practice may share one."""


def too_many(at: datetime, next_try: datetime) -> RuleViolation:
    """What to tell who has to wait; the same whether anybody has that e-mail or not."""
    seconds = max(1, round((next_try - at).total_seconds()))
    count, unit = (seconds, "second") if seconds < 60 else (-(-seconds // 60), "minute")
    wait = f"{count} {unit}{'' if count == 1 else 's'}"
    return TooMany(_("Too many tries. Wait {wait}, then try again. Your account is safe.", wait=wait))


class TooMany(RuleViolation):
    """An attempt that was not even looked at."""
