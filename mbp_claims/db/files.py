"""The 837P files that were written."""

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from mbp_claims.db.own import own
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_facts import FileFacts
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.practice import Clinician


def claim_files(db: Session, claim_id: int | None) -> list[FileFacts]:
    """The files of a claim that was loaded through the clinician, newest first; without what stands in them."""
    inside = aliased(FiledClaim)
    count = select(func.count(inside.id)).where(inside.claim_file_id == ClaimFile.id).scalar_subquery()
    kept = (
        select(
            FiledClaim, ClaimFile.name, ClaimFile.created_at, func.length(ClaimFile.content), count,
            ClaimFile.taken_back_at,
        )
        .join(ClaimFile, col(ClaimFile.id) == FiledClaim.claim_file_id)
        .where(FiledClaim.claim_id == claim_id)
        .order_by(col(FiledClaim.id).desc())
    )
    return [FileFacts(*row) for row in db.exec(kept)]


def claim_file(db: Session, clinician: Clinician, file_id: int) -> ClaimFile:
    """NotFound when the file is another practice's."""
    return own(db, clinician, ClaimFile, file_id)


def claims_of(db: Session, file: ClaimFile) -> list[tuple[FiledClaim, Claim]]:
    """What was filed with a file that was loaded through the clinician, in the file's order."""
    inside = select(FiledClaim, Claim).join(Claim, col(Claim.id) == FiledClaim.claim_id)
    return list(db.exec(inside.where(FiledClaim.claim_file_id == file.id).order_by(col(FiledClaim.position))))


def last_filed(db: Session, claim: Claim) -> FiledClaim | None:
    """What was filed for the claim most lately, and not taken back."""
    mine = select(FiledClaim).join(ClaimFile, col(ClaimFile.id) == FiledClaim.claim_file_id)
    mine = mine.where(FiledClaim.claim_id == claim.id, col(ClaimFile.taken_back_at).is_(None))
    return db.exec(mine.order_by(col(FiledClaim.id).desc())).first()


def only_claim_of(db: Session, file: ClaimFile) -> tuple[int | None, int | None]:
    """Ids of the client and the claim where a file holds one claim, else nobody's."""
    inside = claims_of(db, file)
    if len(inside) != 1:
        return None, None
    claim = inside[0][1]
    return claim.client_id, claim.id
