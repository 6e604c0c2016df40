"""How much of a payer's file is shown."""

from dataclasses import dataclass

from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim


@dataclass(frozen=True, slots=True)
class Detail:
    """Names of patients only for who asks for them."""

    lines: bool = False
    problems_only: bool = False
    names: bool = False

    def leaves_out(self, claim: RemitClaim | UnreadableClaim) -> bool:
        """A claim that needs no look, where only the others are asked for."""
        if not self.problems_only or isinstance(claim, UnreadableClaim):
            return False
        return not claim.warnings and not claim.imbalances()
