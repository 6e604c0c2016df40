"""Saves what a posting wrote, as lists of rows; reads postings back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import func, insert, literal, or_, select, text, update
from sqlmodel import Session, SQLModel, col

from mbp_claims.db.own import own
from mbp_claims.db.rows import Rows, change, insertion, write
from mbp_claims.db.trail import record_all
from mbp_claims.domain.activity import Deed
from mbp_claims.domain.adjudication import Adjudication, Adjustment, LineAnswer
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.journal import ADJUSTMENT, ANSWER, ENTRY, LINE, PAYMENT, Journal
from mbp_claims.domain.ledger import LedgerEntry
from mbp_claims.domain.our_claim import CHANGES, COLUMNS, OurClaim
from mbp_claims.domain.posting import Kind, Posting, PostingLine
from mbp_claims.domain.practice import Clinician

CHANGED = (*CHANGES, "version")
WENT_OUT = (*WITH_PAYER, *ANSWERED, ClaimStatus.REJECTED)


def new_ids(db: Session, table: type[SQLModel], count: int) -> "Ids":
    """Gives out ids that nobody else gets: rows can then refer to one another before they are saved.

    SQLite: ids that are free now, which stays so while the transaction holds the write lock (else ask `are_free`).
    PostgreSQL: the table's own sequence; what is left over is never used.
    """
    if _is_sqlite(db):
        first = _next_id(db, table)
        return Ids(table, first, iter(range(first, first + count)))
    sequence = f"pg_get_serial_sequence('{table.__tablename__}', 'id')"
    asked = text(f"SELECT nextval({sequence}) FROM generate_series(1, :count)")
    return Ids(table, 0, iter(db.execute(asked, {"count": count}).scalars().all()))


@dataclass(frozen=True)
class Ids:
    """Gives one at each call. `first` is 0 where a sequence keeps them."""

    table: type[SQLModel]
    first: int
    left: Iterator[int]

    def __call__(self) -> int:
        return next(self.left)

    def are_free(self, db: Session) -> bool:
        """Whether nobody has taken them since."""
        return not self.first or _next_id(db, self.table) == self.first


def _next_id(db: Session, table: type[SQLModel]) -> int:
    return (db.execute(select(func.max(_table(table).c.id))).scalar() or 0) + 1


def _is_sqlite(db: Session) -> bool:
    return db.get_bind().dialect.name == "sqlite"


class Written(NamedTuple):
    """What a journal holds, as rows that only need to be written, in the order in which they refer to one another."""

    rows: tuple[Rows, ...]
    deeds: list[Deed]


def save_journal(db: Session, journal: Journal) -> None:
    """Everything in it, each table's rows at once."""
    save(db, journal.practice_id, written(db, journal))


def save(db: Session, practice_id: int, told: Written) -> None:
    """What was made ready before. The trail comes last: it is chained to what others did meanwhile."""
    for rows in told.rows:
        write(db, rows)
    record_all(db, practice_id, told.deeds)


def written(db: Session, journal: Journal) -> Written:
    """Each table's rows; nothing is changed yet."""
    fresh = {claim.id for claim in journal.new_claims}
    changed = [claim for claim in journal.claims.values() if claim.id not in fresh]
    # Claims and answers refer to one another: a new secondary to its primary's answer, an answer to its claim.
    rows = (
        insertion(db, Adjudication, ANSWER, [row for row in journal.answers if row[1] not in fresh]),
        insertion(db, Claim, COLUMNS, [_values(claim) for claim in journal.new_claims]),
        insertion(db, Adjudication, ANSWER, [row for row in journal.answers if row[1] in fresh]),
        insertion(db, LineAnswer, PAYMENT, journal.payments),
        insertion(db, Adjustment, ADJUSTMENT, journal.adjustments),
        changed_claims(db, changed),
        insertion(db, LedgerEntry, ENTRY, journal.entries),
        insertion(db, PostingLine, LINE, journal.line_rows()),
    )
    return Written(rows, journal.activities)


def changed_claims(db: Session, changed: Iterable[OurClaim]) -> Rows:
    """As they are now; nothing is changed yet."""
    return change(db, Claim, CHANGED, map(_changed, changed))


def _changed(claim: OurClaim) -> tuple[Any, ...]:
    return (*claim.state, claim.version, claim.id)


def postings_of(db: Session, remittance_id: int | None) -> list[Posting]:
    """All of a remittance, oldest first."""
    kept = select(Posting).where(col(Posting.remittance_id) == remittance_id).order_by(col(Posting.id))
    return list(db.execute(kept).scalars())


def posting(db: Session, clinician: Clinician, posting_id: int) -> Posting:
    """NotFound when it is another practice's."""
    return own(db, clinician, Posting, posting_id)


class PostedLine(NamedTuple):
    """The columns of a PostingLine that taking it back reads."""

    claim_id: int
    remittance_claim_id: int | None
    adjudication_id: int | None
    before: str
    version: int
    made: bool


def lines_of(db: Session, posting_id: int | None) -> list[PostedLine]:
    """What a posting changed, in the order in which it did."""
    line = _columns(PostingLine)
    kept = select(*(line[name] for name in PostedLine._fields)).where(line.posting_id == posting_id)
    return [PostedLine(*row) for row in db.execute(kept.order_by(line.id))]


def is_taken_back(db: Session, posting: Posting) -> bool:
    kept = select(Posting.id).where(col(Posting.takes_back_id) == posting.id)
    return db.execute(kept).first() is not None


def was_filed_since(db: Session, posting: Posting) -> str:
    """The number of a claim that followed from the posting and went out since; empty when there is none."""
    line, claim = _columns(PostingLine), _columns(Claim)
    # What waits to be sent may be on its way this moment.
    went_out = or_(claim.filed_at.is_not(None), claim.status == ClaimStatus.WAITING)
    sent = (line.posting_id == posting.id, claim.status.in_(WENT_OUT), went_out)
    touched = select(claim.number).where(
        *sent, line.adjudication_id.is_(None), claim.id == line.claim_id, claim.version > line.version
    )
    behind = select(claim.number).where(
        *sent, claim.primary_claim_id == line.claim_id,
        claim.id.not_in(select(line.claim_id).where(line.posting_id == posting.id)),
    )  # fmt: skip
    found = db.execute(touched.limit(1)).scalar() or db.execute(behind.limit(1)).scalar()
    return found or ""


def answered_since(db: Session, posting: Posting) -> str:
    """The number of a claim of the posting that a later one, which still stands, answered or reopened."""
    line, claim, newer = _columns(PostingLine), _columns(Claim), _columns(Posting)
    later = PostingLine.__table__.alias("later")  # type: ignore[attr-defined]
    changed = select(claim.number).where(
        line.posting_id == posting.id, later.c.claim_id == line.claim_id, later.c.posting_id > posting.id,
        later.c.live.is_(True), newer.id == later.c.posting_id, newer.kind != Kind.FOLLOW.value,
        claim.id == line.claim_id,
    )  # fmt: skip
    return db.execute(changed.limit(1)).scalar() or ""


def last_of_family(db: Session, primary: Claim, kinds: Iterable[Kind]) -> Posting | None:
    """The newest posting that changed the claim or its secondary, where it stands and is of one of these kinds.

    It is of whoever the claim was loaded for: what a clinician did to her own client's claim is hers to undo.
    """
    line, claim = _columns(PostingLine), _columns(Claim)
    family = select(claim.id).where(or_(claim.id == primary.id, claim.primary_claim_id == primary.id))
    newest = select(line.posting_id).where(line.claim_id.in_(family), line.live.is_(True))
    found = db.execute(newest.order_by(line.posting_id.desc()).limit(1)).scalar()
    kept = db.get(Posting, found) if found else None
    return kept if kept and kept.kind in kinds else None


def changed_since(db: Session, lines: Iterable[PostedLine]) -> str:
    """The number of a claim that is not as the posting left it; empty when all are."""
    claim = _columns(Claim)
    for line in lines:
        found = select(claim.number).where(claim.id == line.claim_id, claim.version != line.version)
        if number := db.execute(found).scalar():
            return str(number)
    return ""


def negate_entries(db: Session, posting: Posting, back: Posting) -> None:
    """Appends the opposite of every entry of the posting."""
    table = _table(LedgerEntry)
    entry = table.c
    opposite = select(
        entry.practice_id, entry.services_id, entry.claim_id, literal(back.id), entry.account, -entry.cents,
        literal(back.at, type_=entry["at"].type), literal(back.who),
    ).where(entry.posting_id == posting.id)  # fmt: skip
    names = ("practice_id", "services_id", "claim_id", "posting_id", "account", "cents", "at", "who")
    db.execute(insert(table).from_select(names, opposite.order_by(entry.id)))


def close_lines(db: Session, posting: Posting, at: datetime) -> None:
    """The posting's lines do not stand any more; its answers are kept, void."""
    line, answer = _table(PostingLine), _table(Adjudication)
    made = select(line.c.adjudication_id).where(
        line.c.posting_id == posting.id, line.c.adjudication_id.is_not(None)
    )
    db.execute(update(answer).where(answer.c.id.in_(made)).values(void_at=at))
    db.execute(update(line).where(line.c.posting_id == posting.id).values(live=False))


_values = attrgetter(*COLUMNS)


def _columns(table: type[SQLModel]) -> Any:
    return table.__table__.c  # type: ignore[attr-defined]


def _table(table: type[SQLModel]) -> Any:
    return table.__table__  # type: ignore[attr-defined]
