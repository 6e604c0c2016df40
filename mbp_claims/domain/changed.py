"""Two people, one form: the second to save is told what the first did, and keeps what she typed."""

from dataclasses import dataclass
from datetime import datetime

from mbp_claims.domain.activity import Activity
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


@dataclass(eq=False)
class ChangedSince(RuleViolation):
    """What the form is about is not as it was when the form was opened; `version` is the one that she knows of now.

    Told once: saving again keeps what she typed.
    """

    version: int = 0

    @classmethod
    def of_noun(cls, noun: str, version: int, last: Activity | None, at: datetime | None, who: str) -> "ChangedSince":
        """`noun` as in "this claim"; `last` is what the trail tells of it, `at` when on the practice's clock, `who`
        asks."""
        myself = last is not None and last.who == who
        words = (
            _("You changed this {noun} in another tab.", noun=noun)
            if myself
            else _("Someone else changed this {noun}.", noun=noun)
        )
        words += _(" Reload to see it.")
        if last is not None and at is not None:
            change = f" ({' → '.join(filter(None, (last.before, last.after)))})" if last.before or last.after else ""
            words += f" {last.who}, {at:%m/%d/%Y %I:%M %p}: {last.what}{change}."
        return cls(_("{words} Save again to keep yours instead.", words=words), version=version)
