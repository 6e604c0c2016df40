"""A client's chart at a glance: what is owed, by whom, what to do next, and what happened."""

from dataclasses import dataclass

from mbp_claims.domain.activity import Activity
from mbp_claims.domain.charges import Services
from mbp_claims.domain.chart import Chart
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.ledger import ClientBalance
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.worklist import AgedPayer, Sum, total


@dataclass(frozen=True)
class Overview:
    """Of one client. `pending` are the claims that wait for us; the first of those that are `ready` to file and of
    those that need a `look`, with the sums of all; `latest` is the newest claim with its lines, `clinician` whose the
    client is; `activity` is newest first.
    """

    chart: Chart
    clinician: Clinician
    pending: Sum
    ready: tuple[ClaimFacts, ...]
    ready_sum: Sum
    look: tuple[ClaimFacts, ...]
    look_sum: Sum
    payers: tuple[AgedPayer, ...]
    balance: ClientBalance
    latest: Claim | None
    lines: tuple[ServiceLine, ...]
    year: Services
    activity: tuple[Activity, ...]

    @property
    def payers_sum(self) -> Sum:
        return total(payer.total for payer in self.payers)
