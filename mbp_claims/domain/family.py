"""A primary claim and its secondary with all that posting needs to know of them: plain values, changed in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import ANSWERED, PUT_AWAY
from mbp_claims.domain.ledger import Balances, balances
from mbp_claims.domain.our_claim import OurClaim, OurLine, OurPlan
from mbp_claims.domain.settlement import Sums


@dataclass(slots=True)
class Family:
    """`answers` are those that count, by claim id; `filed_with` is the answer that a filed secondary repeats.

    `plans` are the client's plans by id; `sums` are the ledger's, by account and claim id.
    """

    primary: OurClaim
    secondary: OurClaim | None = None
    lines: tuple[OurLine, ...] = ()
    plans: Mapping[int, OurPlan] = field(default_factory=dict)
    answers: dict[int, Answer] = field(default_factory=dict)
    answer_ids: dict[int, int] = field(default_factory=dict)
    filed_with: Answer | None = None
    taken_back: set[int] = field(default_factory=set)
    sums: Sums = field(default_factory=dict)

    def member(self, claim_id: int | None) -> OurClaim | None:
        if self.secondary is not None and self.secondary.id == claim_id:
            return self.secondary
        return self.primary if self.primary.id == claim_id else None

    @property
    def secondary_is_open(self) -> bool:
        return self.secondary is not None and self.secondary.status not in (*ANSWERED, *PUT_AWAY)

    @property
    def balances(self) -> Balances:
        by_account: dict[str, int] = {}
        for (account, _), cents in self.sums.items():
            by_account[account] = by_account.get(account, 0) + cents
        return balances(by_account, self.secondary_is_open)
