"""What came of posting a payment."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from mbp_claims.actions.prepared import Part, PreparedPayment
from mbp_claims.domain.effect import Effect, Sequel


@dataclass(frozen=True)
class Posted:
    """What was posted: how many claims, what they were paid (cents), and what followed. `left` were not posted, as
    they had changed since they were looked at; each says why. `secondaries` are numbers of claims that wait for us.
    """

    posting_id: int
    posted: int
    paid_cents: int
    secondaries: tuple[str, ...] = ()
    crossed_over: tuple[str, ...] = ()
    cob_changed: tuple[str, ...] = ()
    overpaid: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    left: int = 0

    @classmethod
    def together(cls, postings: Iterable["Posted"]) -> "Posted":
        """Of several payments; `posting_id` is the last one's."""
        told = list(postings)

        def joined(name: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys(number for one in told for number in getattr(one, name)))

        return cls(
            told[-1].posting_id, sum(one.posted for one in told), sum(one.paid_cents for one in told),
            joined("secondaries"), joined("crossed_over"), joined("cob_changed"), joined("overpaid"), joined("denied"),
            sum(one.left for one in told),
        )  # fmt: skip


@dataclass
class Told:
    """What came of a payment's parts so far."""

    payment: PreparedPayment
    posted: int = 0
    paid: int = 0
    why: str = ""
    effects: list[Effect] = field(default_factory=list)

    def add(self, part: Part) -> None:
        self.posted += len(part.posted)
        self.paid += part.paid_cents
        self.why = self.why or next((why for _, _, why, _ in part.refused), "")
        self.effects += part.effects

    def all(self, asked: int) -> Posted:
        def numbers(*sequels: Sequel) -> tuple[str, ...]:
            return tuple(dict.fromkeys(one.secondary for one in self.effects if one.sequel in sequels))

        return Posted(
            self.payment.posting_id, self.posted, self.paid, numbers(Sequel.MADE, Sequel.RENEWED),
            numbers(Sequel.CROSSED_OVER), numbers(Sequel.COB_CHANGED),
            tuple(dict.fromkeys(one.number for one in self.effects if one.overpaid)),
            tuple(dict.fromkeys(one.number for one in self.effects if one.denial)), asked - self.posted,
        )  # fmt: skip
