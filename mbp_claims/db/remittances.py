"""What payers sent: files, payments, and the claims in them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import case, func, literal_column
from sqlalchemy.orm import defer
from sqlmodel import Session, SQLModel, col, select

from mbp_claims.db.own import LARGEST_ID, mine, own, require_of
from mbp_claims.db.rows import insert_rows, update_rows
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import WAITING, EraFile, Outcome, Remittance, RemittanceClaim, WithheldAmount

PAGE = 50
KEPT = (
    "position", "claim_number", "status_code", "charge_cents", "paid_cents", "service_on", "services", "adjustments",
    "patient", "said", "claim_id", "match", "outcome", "problem", "why", "imbalance", "flags", "proposal",
)  # fmt: skip
TAKES_BACK, SECOND = "22", ("2", "20")


@dataclass(slots=True)
class RemitRow:
    """The columns of a kept claim of a payment that reviewing and posting it read."""

    id: int
    position: int
    claim_number: str
    paid_cents: int
    said: str
    claim_id: int | None
    match: str
    outcome: str
    problem: str
    why: str
    imbalance: str



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


def remittance_claims(db: Session, of: Remittance) -> list[RemittanceClaim]:
    claims = select(RemittanceClaim).where(RemittanceClaim.remittance_id == of.id)
    return list(db.exec(claims.order_by(col(RemittanceClaim.position))))


def add_claims(db: Session, of: Remittance, rows: Iterable[tuple[Any, ...]]) -> None:
    """Rows in the order of KEPT."""
    insert_rows(db, RemittanceClaim, ("remittance_id", *KEPT), ((of.id, *row) for row in rows))


def order_of(
    db: Session, of: Remittance, outcomes: Collection[str], only: Collection[int] | None = None
) -> list[int]:
    """Ids of the payment's claims in the order in which they are to be posted: what is taken back first, then the
    answers of first payers, then those of second payers. `only` are ids to choose from."""
    kept = _table(RemittanceClaim).c
    turn = case((kept.status_code == TAKES_BACK, 0), (kept.status_code.in_(SECOND), 2), else_=1)
    wanted = select(kept.id).where(kept.remittance_id == of.id, kept.outcome.in_(list(outcomes)))
    found = list(db.execute(wanted.order_by(turn, kept.position)).scalars())
    return found if only is None else [one for one in found if one in set(only)]


def rows(db: Session, of: Remittance, ids: Collection[int]) -> list[RemitRow]:
    """In the order of `ids`, which are of this payment."""
    kept = _table(RemittanceClaim).c
    found = db.execute(
        select(*(kept[name] for name in RemitRow.__slots__)).where(kept.id.in_(list(ids)), kept.remittance_id == of.id)
    )
    by_id = {row.id: RemitRow(*row) for row in found}
    return [by_id[one] for one in ids if one in by_id]


def page_of_rows(db: Session, of: Remittance, outcomes: Collection[str], after: int) -> list[RemittanceClaim]:
    """Up to fifty-one that come after that position."""
    kept = select(RemittanceClaim).where(
        RemittanceClaim.remittance_id == of.id, col(RemittanceClaim.outcome).in_(list(outcomes)),
        col(RemittanceClaim.position) > after,
    )  # fmt: skip
    return list(db.exec(kept.order_by(col(RemittanceClaim.position)).limit(PAGE + 1)))


def rows_about(db: Session, of: Remittance, claim_ids: Collection[int], outcomes: Collection[str]) -> list[int]:
    """Ids of the payment's claims that are about these claims of ours."""
    kept = _table(RemittanceClaim).c
    wanted = select(kept.id).where(
        kept.claim_id.in_(list(claim_ids)), kept.remittance_id == of.id, kept.outcome.in_(list(outcomes))
    )
    return list(db.execute(wanted).scalars())


def remittance_claim(db: Session, clinician: Clinician, line_id: int) -> tuple[Remittance, RemittanceClaim]:
    """NotFound when it is another practice's."""
    require_of(clinician, Remittance)
    found = db.get(RemittanceClaim, line_id) if isinstance(line_id, int) and 0 < line_id <= LARGEST_ID else None
    if found is None:
        raise NotFound("no such claim of a remittance")
    return remittance(db, clinician, found.remittance_id), found


def update_claims(db: Session, names: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    """Rows are values in the order of `names`, then the id of the claim of a payment."""
    update_rows(db, RemittanceClaim, names, rows)


def recount(db: Session, of: Remittance) -> None:
    """Brings the payment's counts in step with its claims."""
    kept = _table(RemittanceClaim).c
    counted = select(kept.outcome, func.count()).where(kept.remittance_id == of.id).group_by(kept.outcome)
    counts: dict[str, int] = {row[0]: row[1] for row in db.execute(counted)}
    of.claims = sum(counts.values())
    of.posted = counts.get(Outcome.POSTED, 0)
    of.matched = of.posted + counts.get(Outcome.MATCHED, 0)
    of.waiting = sum(counts.get(outcome, 0) for outcome in WAITING)
    db.flush()


def outcome_sums(db: Session, of: Remittance) -> dict[str, tuple[int, int]]:
    """By outcome: how many claims of the payment, and what they were paid (cents)."""
    kept = _table(RemittanceClaim).c
    summed = select(kept.outcome, func.count(), func.coalesce(func.sum(kept.paid_cents), 0)).where(
        kept.remittance_id == of.id
    )
    return {outcome: (count, int(cents)) for outcome, count, cents in db.execute(summed.group_by(kept.outcome)).all()}


def first_amounts(db: Session, of: Remittance, count: int = 7) -> list[int]:
    """What its first claims were paid (cents), in the order of the file."""
    kept = _table(RemittanceClaim).c
    paid = select(kept.paid_cents).where(kept.remittance_id == of.id).order_by(kept.position).limit(count)
    return list(db.execute(paid).scalars())


def withheld(db: Session, of: Remittance) -> list[WithheldAmount]:
    """What the payer kept from the payment or added to it, about no claim."""
    kept = select(WithheldAmount).where(WithheldAmount.remittance_id == of.id)
    return list(db.exec(kept.order_by(col(WithheldAmount.position))))


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
    """Payments with a claim that waits for somebody."""
    left = select(func.count()).select_from(Remittance).where(
        *mine(clinician, Remittance), literal_column("waiting") > literal_column("0")
    )  # fmt: skip
    return db.exec(left).one()


def _table(table: type[SQLModel]) -> Any:
    return table.__table__  # type: ignore[attr-defined]


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


def payer_name(db: Session, clinician: Clinician, payer_identifier: str) -> str:
    """As the last of its files has it."""
    named = select(Remittance.payer_name).where(
        *mine(clinician, Remittance), Remittance.payer_identifier == payer_identifier
    )
    return db.exec(named.order_by(col(Remittance.id).desc()).limit(1)).first() or ""
