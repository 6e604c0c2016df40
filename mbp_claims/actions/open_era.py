"""The ERA inbox, and one payment with the claims it answers."""

from sqlmodel import Session

from mbp_claims.db import claims, payers, plans, remittances
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.era_facts import EraFacts, OpenEra
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Remittance


def list_eras(db: Session, clinician: Clinician, before: int | None = None) -> tuple[list[EraFacts], bool]:
    """Fifty payments, newest first, and whether there are more."""
    page, more = remittances.remittances(db, clinician, before)
    names = payers.names_by_identifier(db, clinician, {one.payer_identifier for one in page})
    return [EraFacts(one, _name(one, names), one.posted, one.claims) for one in page], more


def open_era(db: Session, clinician: Clinician, remittance_id: int) -> OpenEra:
    """NotFound when it is no ERA of this practice."""
    remittance = remittances.remittance(db, clinician, remittance_id)
    rows = remittances.remittance_claims(db, remittance)
    ours = claims.claims_by_id(db, {row.claim_id for row in rows if row.claim_id})
    names = payers.names_by_identifier(db, clinician, {remittance.payer_identifier})
    facts = EraFacts(remittance, _name(remittance, names), remittance.posted, remittance.claims)
    file = remittances.era_file(db, clinician, remittance.era_file_id)
    return OpenEra(facts, file, tuple(rows), ours, _followers(db, clinician, set(ours)))


def _followers(db: Session, clinician: Clinician, primaries: set[int]) -> dict[int, tuple[Claim, str]]:
    """Secondary claims with their payers' names, by the id of their primary."""
    return {
        primary: (claim, payers.payer(db, clinician, plans.plan(db, clinician, claim.plan_id).payer_id).name)
        for primary, claim in claims.secondaries_of(db, primaries).items()
    }


def era_of_claim(db: Session, clinician: Clinician, number: str) -> int:
    """The payment in which the primary payer answered. NotFound when it answered on paper."""
    claim = claims.claim(db, clinician, number)
    found = remittances.latest_of_claim(db, claim.services_of)
    if found is None:
        raise NotFound("no ERA")
    return found


def _name(remittance: Remittance, names: dict[str, str]) -> str:
    """Our own name of the payer; for a stranger, the name in the file."""
    return names.get(remittance.payer_identifier) or remittance.payer_name.title()
