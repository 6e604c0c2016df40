"""The 837P files that were written."""

from sqlmodel import Session, col, select

from mbp_claims.db.own import own
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.practice import Clinician


def claim_files(db: Session, claim_id: int | None) -> list[ClaimFile]:
    """The files of a claim that was loaded through the clinician, newest first."""
    kept = select(ClaimFile).where(ClaimFile.claim_id == claim_id)
    return list(db.exec(kept.order_by(col(ClaimFile.id).desc())))


def claim_file(db: Session, clinician: Clinician, file_id: int) -> ClaimFile:
    """NotFound when the file is another practice's."""
    return own(db, clinician, ClaimFile, file_id)
