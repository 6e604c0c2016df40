"""The ERA inbox, and the way from a claim to its payment."""

from sqlmodel import Session

from mbp_claims.db import claims, payers, remittance_rows, remittances
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.era_facts import EraFacts
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Remittance
from mbp_claims.domain.roles import Task, require


def list_eras(db: Session, clinician: Clinician, before: int | None = None) -> tuple[list[EraFacts], bool]:
    """Fifty payments, newest first, and whether there are more."""
    page, more = remittances.remittances(db, clinician, before)
    names = payers.names_by_identifier(db, clinician, {one.payer_identifier for one in page})
    return [EraFacts(one, payer_name(one, names), one.posted, one.claims) for one in page], more


def era_of_claim(db: Session, clinician: Clinician, number: str) -> int:
    """The payment in which the primary payer answered. NotFound when it answered on paper."""
    require(clinician.role, Task.PAYMENTS)
    claim = claims.claim(db, clinician, number)
    found = remittance_rows.latest_of_claim(db, claim.services_of)
    if found is None:
        raise NotFound("no ERA")
    return found


def payer_name(remittance: Remittance, names: dict[str, str]) -> str:
    """Our own name of the payer; for a stranger, the name in the file."""
    return names.get(remittance.payer_identifier) or remittance.payer_name.title()
