"""Acknowledgements that came in, and what they say of claims."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from mbp_claims.db.own import mine, own
from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.practice import Clinician

PAGE = 20


@dataclass(frozen=True)
class Sent:
    """A claim in a file that was sent: CLM01, and the transaction set (from 1) it stands in."""

    claim: Claim
    number: str
    set_number: int


def ack_file(db: Session, clinician: Clinician, file_id: int) -> AckFile:
    """NotFound when the file is another practice's."""
    return own(db, clinician, AckFile, file_id)


def ack_file_by_digest(db: Session, clinician: Clinician, digest: str) -> AckFile | None:
    same = select(AckFile).where(*mine(clinician, AckFile), AckFile.digest == digest)
    return db.exec(same).first()


def recent(db: Session, clinician: Clinician) -> list[AckFile]:
    """The newest twenty."""
    ours = select(AckFile).where(*mine(clinician, AckFile))
    return list(db.exec(ours.order_by(col(AckFile.id).desc()).limit(PAGE)))


def of_files(db: Session, file_ids: list[int]) -> list[ClaimAcknowledgement]:
    """What files, loaded through the clinician, say of each claim."""
    said = select(ClaimAcknowledgement).where(col(ClaimAcknowledgement.ack_file_id).in_(file_ids))
    return list(db.exec(said.order_by(col(ClaimAcknowledgement.id))))


def of_claim(db: Session, claim: Claim) -> list[tuple[ClaimAcknowledgement, AckFile]]:
    """What was said of a claim that was loaded through the clinician, newest first."""
    said = select(ClaimAcknowledgement, AckFile).join(AckFile, col(AckFile.id) == ClaimAcknowledgement.ack_file_id)
    of_it = said.where(ClaimAcknowledgement.claim_id == claim.id)
    return list(db.exec(of_it.order_by(col(ClaimAcknowledgement.id).desc())))


def said_before(db: Session, claim: Claim, file: ClaimFile | None) -> list[ClaimAcknowledgement]:
    """What was said of the claim as it was sent in that file."""
    said = select(ClaimAcknowledgement).where(
        ClaimAcknowledgement.claim_id == claim.id, ClaimAcknowledgement.claim_file_id == (file.id if file else None)
    )
    return list(db.exec(said.order_by(col(ClaimAcknowledgement.id))))


def file_of_interchange(db: Session, clinician: Clinician, control_number: int) -> ClaimFile | None:
    """The file that was sent under that number (ISA13 and GS06)."""
    sent = select(ClaimFile).where(*mine(clinician, ClaimFile), ClaimFile.control_number == control_number)
    return db.exec(sent).first()


def sent_in(db: Session, file: ClaimFile) -> list[Sent]:
    """The claims of a file that was loaded through the clinician, in its order."""
    inside = (
        select(FiledClaim, Claim)
        .join(Claim, col(Claim.id) == FiledClaim.claim_id)
        .where(FiledClaim.claim_file_id == file.id)
        .order_by(col(FiledClaim.position))
    )
    found = list(db.exec(inside))
    primaries = {claim.primary_claim_id for _, claim in found if claim.primary_claim_id}
    numbers = dict(db.exec(select(Claim.id, Claim.number).where(col(Claim.id).in_(primaries))).all())
    return [Sent(claim, numbers.get(claim.primary_claim_id, claim.number), one.set_number) for one, claim in found]


def latest_file_of(db: Session, claim: Claim) -> ClaimFile | None:
    """The file that the claim was sent in last, or waits in."""
    sent = select(ClaimFile).join(FiledClaim, col(FiledClaim.claim_file_id) == ClaimFile.id)
    sent = sent.where(FiledClaim.claim_id == claim.id, col(ClaimFile.taken_back_at).is_(None))
    return db.exec(sent.order_by(col(ClaimFile.id).desc())).first()
