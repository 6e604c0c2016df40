"""The practice's money over time, told in words."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from mbp_claims import routes
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.money_over_time import MoneyOverTime, MoneyQuery, Month
from mbp_claims.domain.worklist import next_month
from mbp_claims.views.form import Option
from mbp_claims.views.money import MoneyAsked, MoneyMonth, MoneyView
from mbp_claims.views.show_aging import payer_row, sums_row
from mbp_claims.views.show_charges import charge_parts
from mbp_claims.words import _, ngettext
from mbp_claims.words.figures import month_and_year, short_month

PRIMARY, SECONDARY = _("Primary"), _("Secondary")


def money_view(told: MoneyOverTime) -> MoneyView:
    whole = told.whole
    highest = max((one.cents.charge for one in told.months), default=0)
    services = ngettext("{count:,} service", "{count:,} services", whole.services)
    return MoneyView(
        _asked(told.query), [_month(one, month_and_year(one.first), highest) for one in told.months],
        _month(whole, _("All"), 0), charge_parts(whole.cents, PRIMARY, SECONDARY),
        _("{short} to {query_short}, "
          "{services}", short=_short(told.query.first), query_short=_short(told.query.last), services=services),
          _label(told.months), _note(whole),
        [payer_row(one) for one in told.open_], sums_row(told.open_), _choices(told), _payers(told),
        is_empty=not whole.services,
    )  # fmt: skip


def _asked(query: MoneyQuery) -> MoneyAsked:
    first, last = f"{query.first:%Y-%m}", f"{query.last:%Y-%m}"
    told = {"from": first, "to": last, **({"payer": query.payer} if query.payer else {})}
    words = urlencode(told)
    addresses = (f"{where}?{words}" for where in (routes.FILE_MONEY, routes.FILE_AGING, routes.MONEY))
    return MoneyAsked(first, last, query.payer, *addresses)


def _month(told: Month, name: str, highest: int) -> MoneyMonth:
    cents = told.cents
    height = max(round(100 * cents.charge / highest), 1) if cents.charge and highest else 0
    kept = (cents.charge, cents.primary_paid, cents.secondary_paid, cents.written_off, cents.client, cents.still_open)
    return MoneyMonth(
        name, short_month(told.first), f"{told.services:,}", *map(format_cents, kept), height,
        charge_parts(cents, PRIMARY, SECONDARY) if height else [],
    )  # fmt: skip


def _label(months: Iterable[Month]) -> str:
    """What the columns show, for those who do not see them; the table below has every figure."""
    billed = [f"{month_and_year(one.first)} {format_cents(one.cents.charge)}" for one in months if one.services]
    return _("Billed by month of service: {billed}.", billed=", ".join(billed)) if billed else ""


def _note(whole: Month) -> str:
    over = whole.cents.overpaid
    return (
        _("{over} was paid above what was left to pay; it is part of what was paid.", over=format_cents(over))
        if over
        else ""
    )


def _choices(told: MoneyOverTime) -> list[Option]:
    """Every month from the first service to the last month that is asked for, newest first."""
    first, last = min(told.since, told.query.first), told.until
    months = [first]
    while months[-1] < last:
        months.append(next_month(months[-1]))
    return [Option(f"{one:%Y-%m}", month_and_year(one)) for one in reversed(months)]


def _payers(told: MoneyOverTime) -> list[Option]:
    asked = told.query.payer
    names = told.payers if not asked or asked in told.payers else (*told.payers, asked)
    return [Option(name, name) for name in names]


def _short(first: date) -> str:
    return f"{first:%m/%Y}"
