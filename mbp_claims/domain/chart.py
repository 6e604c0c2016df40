"""A client's chart as it is read: who they are, their plans, and what the plans ask of us today."""

from dataclasses import dataclass

from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan


@dataclass(frozen=True)
class Chart:
    """`succession` is the ended primary and the plan that may follow it; `cards` are (id, plan id, side, kind)."""

    client: Client
    plans: tuple[InsurancePlan, ...]
    payers: dict[int, Payer]
    cards: tuple[tuple[int, int, str, str], ...]
    succession: tuple[InsurancePlan, InsurancePlan] | None
    missing: tuple[str, ...]
    offered_by: str

    def payer_of(self, plan: InsurancePlan) -> Payer:
        return self.payers[plan.payer_id]
