"""Claims as they are read, in memory: what the views are given."""

from dataclasses import replace
from datetime import date, datetime

import nouns

from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim, ClaimStatus, ServiceLine
from mbp_claims.domain.claim_facts import ClaimFacts, OpenClaim, PayerFacts
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Remittance
from mbp_claims.settings import settings

AETNA, CIGNA = Payer(id=1, name="Aetna", payer_id="60054"), Payer(id=2, name="Cigna", payer_id="62308")
JUNE = Clinician(practice_id=1, first_name="June", last_name="Marlow", credential="LCSW", npi="1245319599")
FILED = datetime(2026, 11, 4, 21, 0, tzinfo=settings.timezone)
COMPLETED = datetime(2026, 11, 12, 16, 2, tzinfo=settings.timezone)
ERA = Remittance(
    id=7, practice_id=1, era_file_id=1, payer_name="AETNA", payer_identifier="60054", trace="88120457",
    paid_on=date(2026, 11, 12), total_cents=9280, imported_at=COMPLETED,
)  # fmt: skip


def line(position: int = 1, cents: int = 16000, **changes: object) -> ServiceLine:
    told = {"claim_id": 42, "control": str(position), "service_date": date(2026, 11, 3), "procedure": "90837"}
    return ServiceLine(**{**told, **changes, "position": position, "charge_cents": cents})


def facts(claim: Claim, **changes: object) -> ClaimFacts:
    """The facts of a row; a secondary claim follows C-1042."""
    primary = nouns.claim(ClaimStatus.COMPLETED, paid_cents=9280) if claim.is_secondary else None
    payer = "Cigna" if claim.is_secondary else "Aetna"
    row = ClaimFacts(claim, nouns.ROWAN, payer, line(), 1, primary, "", ("details",), from_era=False)
    return replace(row, **changes)  # type: ignore[arg-type]


def opened(
    primary: Answer | None, secondary: Answer | None = None, charge: int = 16000, followed: bool = True
) -> OpenClaim:
    """A claim that Aetna was asked for, and what both payers answered; without `followed` there is no secondary."""
    first = nouns.claim(ClaimStatus.FILED, charge_cents=charge, filed_at=FILED)
    second = nouns.follower(charge_cents=charge)
    return OpenClaim(
        facts(second if followed else first), JUNE, (line(cents=charge),), PayerFacts(first, AETNA, primary),
        PayerFacts(second, CIGNA, secondary) if followed else None, (), (),
    )  # fmt: skip
