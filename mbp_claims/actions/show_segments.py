"""What the file itself says about one claim of a payment, quoted."""

from sqlmodel import Session

from mbp_claims.db import remittance_rows, remittances
from mbp_claims.domain.practice import Clinician
from mbp_claims.x12.excerpt import Numbered, claim_segments


def show_segments(db: Session, clinician: Clinician, line_id: int) -> list[Numbered]:
    """Numbers (counted from ST = 1) and segments as they came. NotFound when it is another practice's."""
    remittance, line = remittance_rows.remittance_claim(db, clinician, line_id)
    file = remittances.era_file(db, clinician, remittance.era_file_id)
    return claim_segments(file.content, remittance.trace, line.position)
