"""Where charges went: sums over services, each in one question to the claims and their ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, case, extract, func, not_, or_
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from mbp_claims.db.own import Wanted, claims_of, mine
from mbp_claims.domain.cents import Cents
from mbp_claims.domain.charges import Services
from mbp_claims.domain.claim import ANSWERED, PUT_AWAY, Claim, ClaimStatus
from mbp_claims.domain.claim_age import AGES, service_days
from mbp_claims.domain.client import Client
from mbp_claims.domain.ledger import Account, LedgerEntry
from mbp_claims.domain.money_over_time import MoneyQuery, Month
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.worklist import AgedPayer, Sum


@dataclass(frozen=True)
class Charges:
    """A row for each service (its primary claim) that was not put away, within a query; cents.

    `open` is what no answer has settled and no client owes; `payer` is whose it is to answer next. What was paid too
    much is `overpaid`: charge = gone + primary + secondary + client + open - overpaid.
    """

    row: Any

    @classmethod
    def of(cls, shown: Wanted, *such: Any) -> "Charges":
        """Of the claims of `own.mine` or `own.claims_of` which are such."""
        second, first_plan, second_plan = aliased(Claim), aliased(InsurancePlan), aliased(InsurancePlan)
        cents, account = col(LedgerEntry.cents), col(LedgerEntry.account)
        is_live = and_(col(second.id).is_not(None), col(second.status).not_in(PUT_AWAY))
        held = and_(is_live, col(second.status).not_in(ANSWERED))
        by_first = col(LedgerEntry.claim_id) == col(Claim.id)
        is_next = and_(is_live, col(Claim.status).in_(ANSWERED))

        def sum_of(*which: Any) -> Any:
            return func.coalesce(func.sum(case((and_(*which), cents), else_=0)), 0)

        owes = or_(account == Account.BILLED, and_(account == Account.PATIENT, not_(held)))
        kept = (
            columns(
                col(Claim.id), col(Claim.service_from).label("day"), col(Claim.charge_cents).label("charge"),
                first_plan.payer_id.label("first_payer"),
                case((is_live, second_plan.payer_id)).label("second_payer"),
                case((is_next, second_plan.payer_id), else_=first_plan.payer_id).label("payer"),
                sum_of(account == Account.PAID, by_first).label("primary"),
                sum_of(account == Account.PAID, not_(by_first)).label("secondary"),
                sum_of(account.in_((Account.WRITTEN_OFF, Account.WAIVED))).label("gone"),
                sum_of(owes).label("client"),
                _unexplained(second).label("unexplained"),
            )
            .join(first_plan, first_plan.id == col(Claim.plan_id))
            .outerjoin(second, col(second.primary_claim_id) == col(Claim.id))
            .outerjoin(second_plan, second_plan.id == col(second.plan_id))
            .outerjoin(LedgerEntry, col(LedgerEntry.services_id) == col(Claim.id))
            .where(*shown, Claim.rank == "primary", col(Claim.status).not_in(PUT_AWAY), *such)
            .group_by(col(Claim.id), first_plan.id, col(second.id), second_plan.id)
        ).subquery()  # fmt: skip
        row = kept.c
        left = row.charge - row.primary - row.secondary - row.gone - row.client
        return cls(
            columns(
                *row, case((left > 0, left), else_=0).label("open"), case((left < 0, -left), else_=0).label("overpaid")
            ).subquery().c
        )  # fmt: skip

    @property
    def sums(self) -> tuple[Any, ...]:
        """The fields of Cents, summed."""
        row = self.row
        kept = (row.charge, row.gone, row.primary, row.secondary, row.client, row.open, row.overpaid)
        return tuple(func.coalesce(func.sum(one), 0) for one in kept)


def of_client(db: Session, clinician: Clinician, client: Client, first: date, last: date) -> Services:
    """Of the client's services of these days, both included."""
    days = (col(Claim.service_from) >= first, col(Claim.service_from) <= last)
    charges = Charges.of(claims_of(clinician, client.id or 0), *days)
    row = charges.row
    asked = columns(
        func.count(), func.min(row.day), func.sum(row.unexplained), func.min(row.first_payer),
        func.max(row.first_payer), func.min(row.second_payer), func.max(row.second_payer), *charges.sums,
    )  # fmt: skip
    count, since, unexplained, *payers_and_sums = db.execute(asked).one()
    firsts, seconds, sums = payers_and_sums[:2], payers_and_sums[2:4], payers_and_sums[4:]
    names = _names(db, {*firsts, *seconds})
    return Services(
        int(count), since, cents_of(sums), int(unexplained or 0), _only(names, firsts), _only(names, seconds),
        seconds[0] is not None,
    )  # fmt: skip


def by_month(db: Session, clinician: Clinician, query: MoneyQuery) -> list[Month]:
    """Each month that is asked for, by date of service."""
    days = (col(Claim.service_from) >= query.first, col(Claim.service_from) < query.day_after)
    charges = Charges.of(mine(clinician, Claim), *days)
    year, in_year = extract("year", charges.row.day), extract("month", charges.row.day)
    asked = columns(year, in_year, func.count(), *charges.sums).where(*_of_payer(charges.row, query.payer))
    found = {
        (int(y), int(m)): (int(count), cents_of(sums)) for y, m, count, *sums in
        db.execute(asked.group_by(year, in_year))
    }  # fmt: skip
    return [Month(first, *found.get((first.year, first.month), ())) for first in query.months]


def open_by_age(db: Session, clinician: Clinician, payer: str, today: date) -> list[AgedPayer]:
    """By payer, by name: what is open of all services, by the days since each (`claim_age.AGES`). Of one payer, where
    it is named."""
    row = Charges.of(mine(clinician, Claim)).row
    sums: list[Any] = []
    for age in AGES:
        first, last = service_days(age, today)
        within = and_(row.open > 0, *([row.day >= first] if first else []), *([row.day <= last] if last else []))
        sums += [func.sum(case((within, 1), else_=0)), func.sum(case((within, row.open), else_=0))]
    asked = columns(col(Payer.name), *sums).join_from(Payer, row.id.table, col(Payer.id) == row.payer)
    asked = asked.where(row.open > 0, *([col(Payer.name) == payer] if payer else []))
    found = db.execute(asked.group_by(col(Payer.name)).order_by(col(Payer.name)))
    return [AgedPayer(name, tuple(map(Sum, map(int, cells[::2]), map(int, cells[1::2])))) for name, *cells in found]


def first_service(db: Session, clinician: Clinician) -> date | None:
    """The day of the oldest service, also of one that was put away."""
    return db.execute(columns(func.min(col(Claim.service_from))).where(*mine(clinician, Claim))).scalar_one()


def cents_of(sums: Iterable[int]) -> Cents:
    """Of the columns of `Charges.sums`."""
    charge, gone, primary, secondary, client, still_open, overpaid = map(int, sums)
    return Cents(charge, gone, primary, secondary, client, still_open, overpaid=overpaid)


def _of_payer(row: Any, payer: str) -> list[Any]:
    """Services that the payer of that name takes part in, as the first or as the second."""
    named = columns(col(Payer.id)).where(Payer.name == payer)
    return [or_(row.first_payer.in_(named), row.second_payer.in_(named))] if payer else []


def _unexplained(second: Any) -> Any:
    """What the primary's answer leaves without a reason; not where it has only been begun to be typed."""
    off = col(second.off_cents)
    begun = or_(col(second.cob_id).is_(None), off == col(second.to_bill_cents))
    return case((and_(col(second.status) == ClaimStatus.PENDING, off > 0, not_(begun)), off), else_=0)


def _only(names: dict[int, str], lowest_and_highest: list[Any]) -> str:
    """The payer's name where it is one, else nothing."""
    lowest, highest = lowest_and_highest
    return names.get(lowest, "") if lowest == highest else ""


def _names(db: Session, payer_ids: set[int | None]) -> dict[int, str]:
    found = db.execute(columns(col(Payer.id), col(Payer.name)).where(col(Payer.id).in_(payer_ids - {None})))
    return {row[0]: row[1] for row in found}
