"""The 837P files that were written."""

from sqlmodel import Session, col, select

from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.practice import Clinician


def claim_files(db: Session, claim_id: int | None) -> list[ClaimFile]:
    kept = select(ClaimFile).where(ClaimFile.claim_id == claim_id)
    return list(db.exec(kept.order_by(col(ClaimFile.id).desc())))


def claim_file(db: Session, clinician: Clinician, file_id: int) -> ClaimFile:
    found = db.get(ClaimFile, file_id)
    if found is None or found.practice_id != clinician.practice_id:
        raise NotFound("no such file")
    return found
