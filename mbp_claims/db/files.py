"""The 837P files that were written."""

from typing import Any

from sqlalchemy import and_, case, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from mbp_claims.db.own import mine, own
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_facts import FileFacts
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.delivery import Delivery
from mbp_claims.domain.practice import Clinician


def claim_files(db: Session, clinician: Clinician, claim_id: int | None) -> list[FileFacts]:
    """The files of a claim of hers, newest first; without what stands in them."""
    inside = aliased(FiledClaim)
    count = select(func.count(inside.id)).where(inside.claim_file_id == ClaimFile.id).scalar_subquery()
    label = (ClaimFile.name, ClaimFile.created_at, func.length(ClaimFile.content), count, ClaimFile.taken_back_at)
    kept = (
        select(FiledClaim, *label, _is_hers(clinician))
        .join(ClaimFile, col(ClaimFile.id) == FiledClaim.claim_file_id)
        .join(Claim, col(Claim.id) == FiledClaim.claim_id)
        .where(FiledClaim.claim_id == claim_id, *mine(clinician, Claim))
        .order_by(col(FiledClaim.id).desc())
    )
    return [FileFacts(*row) for row in db.exec(kept)]


def _is_hers(clinician: Clinician) -> Any:
    """Whether she may have the whole file."""
    return case((and_(*mine(clinician, ClaimFile)), True), else_=False)


def has_whole(db: Session, clinician: Clinician, file: ClaimFile) -> bool:
    """Whether all claims of a file with a claim of hers are hers."""
    whole = select(ClaimFile.id).where(ClaimFile.id == file.id, *mine(clinician, ClaimFile))
    return db.exec(whole).first() is not None


def file_of(db: Session, delivery: Delivery) -> ClaimFile:
    """The file that a delivery sends, whoever sends it."""
    return db.get_one(ClaimFile, delivery.claim_file_id)


def claim_file(db: Session, clinician: Clinician, file_id: int) -> ClaimFile:
    """NotFound when the file is another practice's, or somebody else's claims stand in it too."""
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
