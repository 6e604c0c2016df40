"""What the database holds now."""

from sqlmodel import select

from mbp_claims.db.engine import reading
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim


def claim_of(number: str) -> Claim:
    with reading() as db:
        return db.exec(select(Claim).where(Claim.number == number)).one()


def status_of(number: str) -> str:
    return claim_of(number).status


def files_of(number: str) -> list[str]:
    """The 837Ps that were sent for the claim, as text."""
    with reading() as db:
        with_it = select(ClaimFile).join(FiledClaim).where(FiledClaim.claim_id == claim_of(number).id)
        return [file.content for file in db.exec(with_it)]
