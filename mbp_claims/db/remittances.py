"""What payers sent: files, payments, and the claims in them."""

from datetime import date

from sqlalchemy import func, literal_column
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from mbp_claims.db.own import mine, own
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import EraFile, Remittance, WithheldAmount

PAGE = 50


def era_file_by_digest(db: Session, clinician: Clinician, digest: str) -> EraFile | None:
    same = select(EraFile).where(*mine(clinician, EraFile), EraFile.digest == digest)
    return db.exec(same).first()


def era_file(db: Session, clinician: Clinician, file_id: int) -> EraFile:
    """NotFound when the file is another practice's."""
    return own(db, clinician, EraFile, file_id)


def era_file_label(db: Session, clinician: Clinician, file_id: int) -> EraFile:
    """The file without its content, which may be long. NotFound when it is another practice's."""
    wanted = select(EraFile).where(*mine(clinician, EraFile), EraFile.id == file_id)
    found = db.exec(wanted.options(defer(col(EraFile.content)))).first()
    if found is None:
        raise NotFound("no such file")
    return found


def first_of_file(db: Session, file: EraFile) -> int:
    """The id of the file's first payment."""
    first = select(func.min(Remittance.id)).where(Remittance.era_file_id == file.id)
    return db.exec(first).one() or 0


def of_file(db: Session, clinician: Clinician, file_id: int) -> list[Remittance]:
    """The payments of a file, in its order."""
    held = select(Remittance).where(*mine(clinician, Remittance), Remittance.era_file_id == file_id)
    return list(db.exec(held.order_by(col(Remittance.id))))


def same_payment(
    db: Session, clinician: Clinician, payer_identifier: str, trace: str, paid_on: date, total_cents: int
) -> Remittance | None:
    """The payment that came before with the same payer, trace number, date and amount."""
    return db.exec(
        select(Remittance).where(
            *mine(clinician, Remittance), Remittance.payer_identifier == payer_identifier,
            Remittance.trace == trace, Remittance.paid_on == paid_on, Remittance.total_cents == total_cents,
        )
    ).first()  # fmt: skip


def remittance(db: Session, clinician: Clinician, remittance_id: int) -> Remittance:
    """NotFound when the payment is another practice's."""
    return own(db, clinician, Remittance, remittance_id)


def behind(db: Session, kept: Adjudication) -> Remittance | None:
    """The payment in which an answer came, of a claim that was loaded through the clinician. None for a paper EOB."""
    return db.get(Remittance, kept.remittance_id) if kept.remittance_id else None


def remittances(db: Session, clinician: Clinician, before: int | None = None) -> tuple[list[Remittance], bool]:
    """Fifty payments, newest import first, and whether there are more."""
    page = select(Remittance).where(*mine(clinician, Remittance))
    if before:
        page = page.where(col(Remittance.id) < before)
    found = list(db.exec(page.order_by(col(Remittance.id).desc()).limit(PAGE + 1)))
    return found[:PAGE], len(found) > PAGE


def withheld(db: Session, of: Remittance) -> list[WithheldAmount]:
    """What the payer kept from the payment or added to it, about no claim."""
    kept = select(WithheldAmount).where(WithheldAmount.remittance_id == of.id)
    return list(db.exec(kept.order_by(col(WithheldAmount.position))))


def traces(db: Session, ids: set[int]) -> dict[int, Remittance]:
    """Remittances that answers, loaded through the clinician, came from."""
    return {r.id or 0: r for r in db.exec(select(Remittance).where(col(Remittance.id).in_(ids)))}


def to_review(db: Session, clinician: Clinician) -> int:
    """Payments with a claim that waits for somebody."""
    left = select(func.count()).select_from(Remittance).where(
        *mine(clinician, Remittance), literal_column("waiting") > literal_column("0")
    )  # fmt: skip
    return db.exec(left).one()


def payments_of(
    db: Session, clinician: Clinician, payer_identifier: str, first: date, last: date
) -> list[Remittance]:
    """A payer's payments of these days, newest first."""
    paid = select(Remittance).where(
        *mine(clinician, Remittance), Remittance.payer_identifier == payer_identifier,
        col(Remittance.paid_on).between(first, last),
    )  # fmt: skip
    return list(db.exec(paid.order_by(col(Remittance.paid_on).desc(), col(Remittance.id).desc())))


def first_and_last_day(db: Session, clinician: Clinician, payer_identifier: str) -> tuple[date, date] | None:
    """Of a payer's payments; None where it has paid nothing."""
    paid = select(func.min(Remittance.paid_on), func.max(Remittance.paid_on)).where(
        *mine(clinician, Remittance), Remittance.payer_identifier == payer_identifier
    )
    first, last = db.exec(paid).one()
    return (first, last) if first and last else None


def by_check(db: Session, clinician: Clinician, number: str, most: int) -> list[Remittance]:
    """Payments whose check or EFT number has these digits, newest import first."""
    like = select(Remittance).where(
        *mine(clinician, Remittance), col(Remittance.trace).icontains(number, autoescape=True)
    )
    return list(db.exec(like.order_by(col(Remittance.id).desc()).limit(most)))


def in_review(db: Session, clinician: Clinician, most: int) -> list[Remittance]:
    """The oldest payments with a claim that waits for somebody."""
    waiting = select(Remittance).where(*mine(clinician, Remittance), literal_column("waiting") > literal_column("0"))
    return list(db.exec(waiting.order_by(col(Remittance.id)).limit(most)))


def payers_like(db: Session, clinician: Clinician, word: str, most: int) -> list[tuple[str, str]]:
    """Names and identifiers of payers that have paid."""
    named = select(Remittance.payer_name, Remittance.payer_identifier).where(
        *mine(clinician, Remittance), col(Remittance.payer_name).icontains(word, autoescape=True)
    )
    return list(db.exec(named.distinct().order_by(col(Remittance.payer_name)).limit(most)))


def payer_name(db: Session, clinician: Clinician, payer_identifier: str) -> str:
    """As the last of its files has it."""
    named = select(Remittance.payer_name).where(
        *mine(clinician, Remittance), Remittance.payer_identifier == payer_identifier
    )
    return db.exec(named.order_by(col(Remittance.id).desc()).limit(1)).first() or ""
