"""The claims in a payment: kept, looked at, counted, a thousand at a time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, update
from sqlmodel import Session, SQLModel, col, select

from mbp_claims.db.own import LARGEST_ID, require_of
from mbp_claims.db.remittances import PAGE, remittance
from mbp_claims.db.rows import insert_rows, update_rows
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.posting import Posting, PostingLine
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import WAITING, Outcome, Remittance, RemittanceClaim

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


def turn(status_code: str) -> int:
    """The same order, of a claim that is not kept yet."""
    return 0 if status_code == TAKES_BACK else 2 if status_code in SECOND else 1


def ids_at(db: Session, of: Remittance, positions: Collection[int]) -> list[int]:
    """Ids of the payment's claims at these positions."""
    kept, wanted = _table(RemittanceClaim).c, set(positions)
    found = db.execute(select(kept.id, kept.position).where(kept.remittance_id == of.id)) if wanted else ()
    return [one for one, position in found if position in wanted]


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


def unpost(db: Session, posting: Posting) -> None:
    """The claims of a payment that the posting posted are matched again."""
    line, kept = _table(PostingLine).c, _table(RemittanceClaim)
    posted = select(line.remittance_claim_id).where(
        line.posting_id == posting.id, line.remittance_claim_id.is_not(None)
    )
    db.execute(update(kept).where(kept.c.id.in_(posted)).values(outcome=Outcome.MATCHED.value, flags=""))


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


def latest_of_claim(db: Session, claim_id: int | None) -> int | None:
    """The id of the last payment that answered the claim."""
    posted = select(func.max(RemittanceClaim.remittance_id)).where(
        RemittanceClaim.claim_id == claim_id, RemittanceClaim.outcome == Outcome.POSTED
    )
    return db.exec(posted).one()


def _table(table: type[SQLModel]) -> Any:
    return table.__table__  # type: ignore[attr-defined]
