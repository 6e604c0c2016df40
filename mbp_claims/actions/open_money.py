"""The practice's money over time, on its page and as spreadsheets."""

from collections.abc import Iterable, Iterator, Mapping

from sqlmodel import Session

from mbp_claims.actions.list_claims import list_billed_payers
from mbp_claims.actions.open_file import OpenFile
from mbp_claims.clock import today
from mbp_claims.db import charges
from mbp_claims.domain.claim_age import AGES
from mbp_claims.domain.money import plain_cents
from mbp_claims.domain.money_over_time import MoneyOverTime, MoneyQuery, Month
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Seen
from mbp_claims.domain.sheet import csv_line

MONTHS = (
    "Month", "Services", "Billed", "Paid by primary", "Paid by secondary", "Written off", "Client", "Open", "Overpaid"
)  # fmt: skip
OPEN = ("Payer", *(f"{age} days" for age in AGES), "Open", "Claims")
CSV = "text/csv; charset=utf-8"
MARK = b"\xef\xbb\xbf"
"""By which a spreadsheet knows UTF-8."""


def open_money(db: Session, clinician: Clinician, query: MoneyQuery) -> MoneyOverTime:
    """Of the clients that the person sees."""
    since = charges.first_service(db, clinician) or today()
    return MoneyOverTime(
        query, tuple(charges.by_month(db, clinician, query)),
        tuple(charges.open_by_age(db, clinician, query.payer, today())),
        tuple(list_billed_payers(db, clinician)), since.replace(day=1), max(today().replace(day=1), query.last),
    )  # fmt: skip


def open_money_sheet(db: Session, clinician: Clinician, told: Mapping[str, object]) -> OpenFile:
    """The months as CSV, and their sum."""
    money = open_money(db, clinician, MoneyQuery.parse(told, today()))
    rows = [*(_month(f"{one.first:%Y-%m}", one) for one in money.months), _month("All", money.whole)]
    return _sheet(f"money-{money.query.first:%Y-%m}-to-{money.query.last:%Y-%m}", MONTHS, rows, "Money exported")


def open_aging_sheet(db: Session, clinician: Clinician, told: Mapping[str, object]) -> OpenFile:
    """What is open by payer and age as CSV, and its sum."""
    money = open_money(db, clinician, MoneyQuery.parse(told, today()))
    return _sheet(f"open-{today():%Y-%m-%d}", OPEN, _aging(money), "Open money by age exported")


def _month(name: str, told: Month) -> tuple[str, ...]:
    cents = told.cents
    kept = (cents.charge, cents.primary_paid, cents.secondary_paid, cents.written_off, cents.client, cents.still_open,
            cents.overpaid)  # fmt: skip
    return (name, str(told.services), *map(plain_cents, kept))


def _aging(money: MoneyOverTime) -> Iterator[tuple[str, ...]]:
    for payer in money.open_:
        cents = (*(age.cents for age in payer.ages), payer.total.cents)
        yield (payer.payer, *map(plain_cents, cents), str(payer.total.claims))
    by_age = [sum(payer.ages[place].cents for payer in money.open_) for place in range(len(AGES))]
    yield ("All", *map(plain_cents, (*by_age, money.open_sum.cents)), str(money.open_sum.claims))


def _sheet(name: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], seen: str) -> OpenFile:
    return OpenFile(f"{name}.csv", CSV, MARK + b"".join(map(csv_line, (heads, *rows))), seen=Seen(seen))
