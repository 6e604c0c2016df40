"""What payers sent: files, payments, and the claims in them."""

from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from mbp_claims.db.own import own
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import EraFile, Outcome, Remittance, RemittanceClaim

PAGE = 50


def era_file_by_digest(db: Session, clinician: Clinician, digest: str) -> EraFile | None:
    mine = select(EraFile).where(EraFile.practice_id == clinician.practice_id, EraFile.digest == digest)
    return db.exec(mine).first()


def era_file(db: Session, clinician: Clinician, file_id: int) -> EraFile:
    """NotFound when the file is another practice's."""
    return own(db, clinician, EraFile, file_id)


def first_of_file(db: Session, file: EraFile) -> int:
    """The id of the file's first payment."""
    first = select(func.min(Remittance.id)).where(Remittance.era_file_id == file.id)
    return db.exec(first).one() or 0


def same_payment(
    db: Session, clinician: Clinician, payer_identifier: str, trace: str, paid_on: date, total_cents: int
) -> Remittance | None:
    """The payment that came before with the same payer, trace number, date and amount."""
    return db.exec(
        select(Remittance).where(
            Remittance.practice_id == clinician.practice_id, Remittance.payer_identifier == payer_identifier,
            Remittance.trace == trace, Remittance.paid_on == paid_on, Remittance.total_cents == total_cents,
        )
    ).first()  # fmt: skip


def remittance(db: Session, clinician: Clinician, remittance_id: int) -> Remittance:
    """NotFound when the payment is another practice's."""
    return own(db, clinician, Remittance, remittance_id)


def remittances(db: Session, clinician: Clinician, before: int | None = None) -> tuple[list[Remittance], bool]:
    """Fifty payments, newest import first, and whether there are more."""
    page = select(Remittance).where(Remittance.practice_id == clinician.practice_id)
    if before:
        page = page.where(col(Remittance.id) < before)
    found = list(db.exec(page.order_by(col(Remittance.id).desc()).limit(PAGE + 1)))
    return found[:PAGE], len(found) > PAGE


def remittance_claims(db: Session, of: Remittance) -> list[RemittanceClaim]:
    claims = select(RemittanceClaim).where(RemittanceClaim.remittance_id == of.id)
    return list(db.exec(claims.order_by(col(RemittanceClaim.position))))


def match_counts(db: Session, ids: list[int]) -> dict[int, tuple[int, int]]:
    """(claims posted, claims in all) by remittance."""
    counted = db.exec(
        select(RemittanceClaim.remittance_id, RemittanceClaim.outcome, func.count())
        .where(col(RemittanceClaim.remittance_id).in_(ids))
        .group_by(col(RemittanceClaim.remittance_id), col(RemittanceClaim.outcome))
    ).all()
    found: dict[int, tuple[int, int]] = {}
    for remittance_id, outcome, count in counted:
        posted, all_of_them = found.get(remittance_id, (0, 0))
        found[remittance_id] = (posted + (count if outcome == Outcome.POSTED else 0), all_of_them + count)
    return found


def traces(db: Session, ids: set[int]) -> dict[int, Remittance]:
    """Remittances that answers, loaded through the clinician, came from."""
    return {r.id or 0: r for r in db.exec(select(Remittance).where(col(Remittance.id).in_(ids)))}


def latest_of_claim(db: Session, claim_id: int | None) -> int | None:
    """The id of the last payment that answered the claim."""
    posted = select(func.max(RemittanceClaim.remittance_id)).where(
        RemittanceClaim.claim_id == claim_id, RemittanceClaim.outcome == Outcome.POSTED
    )
    return db.exec(posted).one()


def to_review(db: Session, clinician: Clinician) -> int:
    """Payments with a claim that was not posted."""
    left = (
        select(func.count(func.distinct(RemittanceClaim.remittance_id)))
        .join(Remittance, col(Remittance.id) == col(RemittanceClaim.remittance_id))
        .where(Remittance.practice_id == clinician.practice_id, RemittanceClaim.outcome == Outcome.NOT_MATCHED)
    )
    return db.exec(left).one()
