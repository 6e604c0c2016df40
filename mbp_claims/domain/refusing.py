"""Who asked for what is not theirs: what the trail is told, and how often, so that a flood does not fill the disk."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from mbp_claims.domain.practice import Clinician

NOT_SIGNED_IN = "not signed in"
NOT_THERE = "not there, or somebody else's"
UNFIT = "no such call"
TOO_MANY = "too many tries"
NOBODYS_EMAIL = "nobody has that email"
SPENT_LINK = "the link does not work any more"

AGAIN_AFTER = timedelta(minutes=10)
"""The same refusal of the same caller is counted meanwhile, and told with the next one."""
WINDOW = timedelta(hours=1)
MOST, MOST_OF_NOBODIES = 1000, 2000
"""Entries in that time: of one caller, and of all together whom nobody knows. More are counted, not written."""
MOST_KEPT = 4096


@dataclass(frozen=True)
class Refusal:
    """`what` is the call (`ClaimsState.put_away`), never its arguments; `session` the sha256 of what the browser's
    cookie held, by which a person who comes in no more is known. `target` is whose name was used to sign in. `more`: so
    many of the same were not told."""

    what: str
    why: str
    at: datetime
    address: str
    clinician: Clinician | None = None
    session: str = ""
    target: Clinician | None = None
    more: int = 0

    @property
    def caller(self) -> str:
        return f"person {self.clinician.id}" if self.clinician else f"nobody at {self.address} {self.session[:16]}"

    @property
    def words(self) -> str:
        """`Refused: ClaimsState.put_away, not signed in; 41 more before`."""
        again = f"; {self.more:,} more before" if self.more else ""
        whom = f" as {self.target.signature}" if self.target else ""
        return f"Refused: {self.what}{whom}, {self.why}{again}"


class _Key(NamedTuple):
    caller: str
    what: str
    why: str
    target: int


class _Told(NamedTuple):
    at: datetime
    since: int


@dataclass
class Throttle:
    """What was told lately. Its memory is bounded whatever is asked."""

    _told: OrderedDict[_Key, _Told] = field(default_factory=OrderedDict)
    _began: datetime | None = None
    _counts: dict[str, int] = field(default_factory=dict)

    def admit(self, refusal: Refusal) -> Refusal | None:
        """The refusal as it is told, with how many of the same were not; None where it only counts."""
        if self._began is None or refusal.at - self._began >= WINDOW:
            self._began, self._counts = refusal.at, {}
        key = _Key(refusal.caller, refusal.what, refusal.why, (refusal.target.id or 0) if refusal.target else 0)
        last = self._told.get(key)
        if (last and refusal.at - last.at < AGAIN_AFTER) or not self._has_room(refusal):
            self._keep(key, _Told(last.at if last else refusal.at - AGAIN_AFTER, (last.since if last else 0) + 1))
            return None
        self._keep(key, _Told(refusal.at, 0))
        return replace(refusal, more=last.since if last else 0)

    def _has_room(self, refusal: Refusal) -> bool:
        """Counts it where there is."""
        nobody = [(refusal.address, MOST), ("nobody", MOST_OF_NOBODIES)]
        whose = [(refusal.caller, MOST)] if refusal.clinician else nobody
        if any(self._counts.get(name, 0) >= most for name, most in whose):
            return False
        if len(self._counts) < MOST_KEPT or refusal.clinician is None:
            for name, _ in whose:
                self._counts[name] = self._counts.get(name, 0) + 1
        return True

    def _keep(self, key: _Key, told: _Told) -> None:
        self._told[key] = told
        self._told.move_to_end(key)
        if len(self._told) > MOST_KEPT:
            self._told.popitem(last=False)
