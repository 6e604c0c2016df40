"""All that one 837P says: the claim, who sends it, who is asked to pay, and what the payer before answered."""

from dataclasses import dataclass
from datetime import date, datetime

from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician, Practice


@dataclass(frozen=True)
class PriorPayer:
    """A payer that has adjudicated already, through which plan, and its answer (loops 2320, 2330, 2430)."""

    plan: InsurancePlan
    payer: Payer
    answer: Answer


@dataclass(frozen=True)
class Filing:
    """One claim to one payer. `claim_number` is CLM01, the same for a primary claim and its secondary."""

    practice: Practice
    rendering: Clinician
    client: Client
    plan: InsurancePlan
    payer: Payer
    claim: Claim
    claim_number: str
    lines: tuple[ServiceLine, ...]
    control_number: int
    written_at: datetime
    prior: PriorPayer | None = None
    frequency: str = "1"
    original_reference: str = ""

    @property
    def service_days(self) -> tuple[date, date]:
        days = [line.service_date for line in self.lines]
        return min(days), max(days)
