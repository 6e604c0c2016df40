"""What the worklist is made of: sums and first rows of what waits, each in one question."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import and_, case, func, not_, or_, text
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from mbp_claims.clock import today
from mbp_claims.db.claims import ready_to_file
from mbp_claims.db.own import claims_of, mine
from mbp_claims.domain.claim import ANSWERED, IS_OPEN, PUT_AWAY, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.claim_age import AGES
from mbp_claims.domain.client import Client
from mbp_claims.domain.denial import Denial
from mbp_claims.domain.ledger import Account, LedgerEntry
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.post_answer import TAKEN_BACK
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import WAITING, Remittance, RemittanceClaim
from mbp_claims.domain.worklist import SHOWN, AgedPayer, MonthReceived, OwingClient, Sum, next_month
from mbp_claims.settings import settings

OURS_TO_MEND = (Denial.MEND, Denial.ORDER)


def ready(db: Session, clinician: Clinician, client: Client | None = None) -> tuple[list[Claim], Sum]:
    """Claims that can be filed as they are: the oldest, and the sum of all; here as below of one client or of all."""
    return _oldest(db, clinician, client, ready_to_file())


def to_look_at(db: Session, clinician: Clinician, client: Client | None = None) -> tuple[list[Claim], Sum]:
    """Claims that wait for a person and cannot be filed as they are: the oldest, and the sum of all."""
    return _oldest(db, clinician, client, text(f"({IS_OPEN})"), _needs_a_look())


def waiting_on_payers(db: Session, clinician: Clinician, client: Client | None = None) -> list[AgedPayer]:
    """By payer, by name: what it has not answered, by the days since it was filed, or since the primary answered where
    the primary sent it on."""
    asked = func.coalesce(col(Claim.filed_at), col(Claim.created_at))
    steps = [_within(asked, *days) for days in AGES.values()]
    sums = [part for step in steps for part in (_count(step), _cents(step, Claim.to_bill_cents))]
    waiting = col(Claim.status).in_((*WITH_PAYER, ClaimStatus.CROSSED_OVER))
    found = db.execute(
        columns(Payer.name, *sums)
        .select_from(Claim)
        .join(InsurancePlan, col(InsurancePlan.id) == Claim.plan_id)
        .join(Payer, col(Payer.id) == InsurancePlan.payer_id)
        .where(*_of(clinician, client), waiting, not_(_needs_a_look()))
        .group_by(Payer.name)
        .order_by(Payer.name)
    )
    return [AgedPayer(name, tuple(map(Sum, cells[::2], cells[1::2]))) for name, *cells in found]


def waiting_on_clients(db: Session, clinician: Clinician) -> list[OwingClient]:
    """Clients who owe something after the last payer, the most first."""
    second, account, cents = aliased(Claim), col(LedgerEntry.account), func.sum(col(LedgerEntry.cents))
    is_held = col(second.status).not_in((*ANSWERED, *PUT_AWAY))
    entered = and_(col(LedgerEntry.services_id) == Claim.id, account.in_((Account.BILLED, Account.PATIENT)))
    of_secondary = and_(col(second.practice_id) == Claim.practice_id, col(second.primary_claim_id) == Claim.id)
    # A primary has no primary: with the practice, that is what the index of services begins with.
    owed = (
        columns(col(Claim.client_id), cents.label("cents"))
        .join(LedgerEntry, entered)
        .outerjoin(second, of_secondary)
        .where(
            *mine(clinician, Claim), col(Claim.primary_claim_id).is_(None),
            or_(account == Account.BILLED, col(second.id).is_(None), not_(is_held)),
        )
        .group_by(col(Claim.client_id))
        .having(cents > 0)
    ).subquery()  # fmt: skip
    found = db.execute(
        columns(Client, owed.c.cents)
        .join(owed, owed.c.client_id == Client.id)
        .order_by(owed.c.cents.desc(), col(Client.last_name), col(Client.id))
    )
    return [OwingClient(client, int(cents)) for client, cents in found]


def received(db: Session, clinician: Clinician, months: Iterable[date]) -> list[MonthReceived]:
    """What payers paid on claims that were completed in each of these months that follow each other, told by their
    first days."""
    firsts, at = list(months), col(Claim.completed_at)
    sums = [
        _cents(and_(at >= start, at < end, Claim.rank == rank), Claim.paid_cents)
        for start, end in map(_bounds, firsts)
        for rank in ("primary", "secondary")
    ]
    since, until = _bounds(firsts[0])[0], _bounds(firsts[-1])[1]
    within = at >= since, at < until, col(Claim.status).in_(ANSWERED)
    paid = columns(*sums).where(*mine(clinician, Claim), *within)
    cells = [int(cell) for cell in db.execute(paid).one()]
    return list(map(MonthReceived, firsts, cells[::2], cells[1::2]))


def to_review(db: Session, clinician: Clinician) -> list[tuple[Remittance, int]]:
    """Payments that were imported and not settled, oldest first, each with the cents of its lines that wait.

    NotAllowed where payments are not hers.
    """
    left = select(Remittance).where(*mine(clinician, Remittance), Remittance.waiting > 0)
    found = list(db.exec(left.order_by(col(Remittance.paid_on), col(Remittance.id)).limit(SHOWN)))
    of = col(RemittanceClaim.remittance_id)
    waits = of.in_([one.id for one in found]), col(RemittanceClaim.outcome).in_(WAITING)
    sums = columns(of, func.sum(col(RemittanceClaim.paid_cents))).where(*waits).group_by(of)
    cents = {each[0]: each[1] for each in db.execute(sums)} if found else {}
    return [(one, int(cents.get(one.id, 0))) for one in found]


def _of(clinician: Clinician, client: Client | None) -> list[Any]:
    return claims_of(clinician, client.id) if client and client.id else mine(clinician, Claim)


def _oldest(db: Session, clinician: Clinician, client: Client | None, *such: Any) -> tuple[list[Claim], Sum]:
    wanted = (*_of(clinician, client), *such)
    whole = db.execute(columns(func.count(), func.coalesce(func.sum(col(Claim.to_bill_cents)), 0)).where(*wanted)).one()
    first = select(Claim).where(*wanted).order_by(col(Claim.service_from), col(Claim.id)).limit(SHOWN)
    return list(db.exec(first)), Sum(*whole)


def _needs_a_look() -> Any:
    """The same states that `domain.standing` has words for, but for those that only wait."""
    status = col(Claim.status)
    return or_(
        status == ClaimStatus.REJECTED,
        and_(status == ClaimStatus.PENDING, not_(ready_to_file())),
        and_(status == ClaimStatus.DENIED, col(Claim.denial).in_(OURS_TO_MEND), Claim.rank == "primary"),
        and_(status == ClaimStatus.CROSSED_OVER, col(Claim.follow_up_on) < today()),
        and_(status.in_(ANSWERED), col(Claim.overpaid_cents) > 0),
        and_(status.in_(WITH_PAYER), Claim.note == TAKEN_BACK),
        and_(col(Claim.cob_changed).is_(True), status.in_((*WITH_PAYER, *ANSWERED))),
    )


def _within(moment: Any, youngest: int, oldest: int | None) -> Any:
    """Whether that moment lies so many of the practice's days back."""
    newest = [moment < _midnight(today() - timedelta(days=youngest - 1))] if youngest else []
    eldest = [] if oldest is None else [moment >= _midnight(today() - timedelta(days=oldest))]
    return and_(*newest, *eldest)


def _count(such: Any) -> Any:
    return func.coalesce(func.sum(case((such, 1), else_=0)), 0)


def _cents(such: Any, cents: Any) -> Any:
    return func.coalesce(func.sum(case((such, col(cents)), else_=0)), 0)


def _bounds(first: date) -> tuple[datetime, datetime]:
    """The first moment of a month, and that of the next."""
    return _midnight(first), _midnight(next_month(first))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), settings.timezone)
