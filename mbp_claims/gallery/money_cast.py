"""The practice's money over a year. All invented; each month adds up to what was billed."""

from dataclasses import replace

from mbp_claims.gallery.today_cast import PAYERS, SUMS
from mbp_claims.views.claim import CentPart
from mbp_claims.views.form import Option
from mbp_claims.views.money import MoneyAsked, MoneyMonth, MoneyView

_SHEET = "/files/money.csv?from=2026-06&to=2026-11"


def _parts(gone: int, primary: int, secondary: int, client: int, still_open: int) -> list[CentPart]:
    told = (
        ("gone", "Write-off", gone), ("p", "Primary paid", primary), ("s", "Secondary paid", secondary),
        ("client", "Client", client), ("open", "Still open", still_open),
    )  # fmt: skip
    return [CentPart(kind, label, _dollars(amount), width=amount * 100) for kind, label, amount in told]


def _month(name: str, services: int, height: int, *amounts: int) -> MoneyMonth:
    gone, primary, secondary, client, still_open = amounts
    billed = sum(amounts)
    told = (billed, primary, secondary, gone, client, still_open)
    return MoneyMonth(name, name[:3], str(services), *map(_dollars, told), height, _parts(*amounts))


def _dollars(amount: int) -> str:
    return f"${amount:,}.00"


HALF_A_YEAR = MoneyView(
    MoneyAsked("2026-06", "2026-11", "", _SHEET, "/files/open.csv"),
    [
        _month("June 2026", 24, 92, 1036, 2218, 418, 168, 0),
        _month("July 2026", 25, 96, 1080, 2310, 430, 180, 0),
        _month("August 2026", 20, 77, 864, 1848, 344, 144, 0),
        _month("September 2026", 26, 100, 1100, 2420, 400, 160, 80),
        _month("October 2026", 26, 100, 1020, 2240, 180, 120, 600),
        _month("November 2026", 14, 54, 300, 640, 0, 40, 1260),
    ],
    _month("All", 135, 0, 5400, 11676, 1772, 812, 1940), _parts(5400, 11676, 1772, 812, 1940),
    "06/2026 to 11/2026, 135 services", "Billed by month of service: June 2026 $3,840.00, July 2026 $4,000.00.",
    aging=PAYERS, aging_sums=SUMS,
    choices=[Option("2026-11", "November 2026"), Option("2026-06", "June 2026")],
    payers=[Option("Aetna", "Aetna"), Option("Cigna", "Cigna")],
)  # fmt: skip
OVERPAID = replace(HALF_A_YEAR, note="$15.00 was paid above what was left to pay; it is part of what was paid.")
NOTHING = replace(HALF_A_YEAR, is_empty=True, aging=[], months=[], parts=[])
_YEARS = [replace(one, name=f"{one.name[:-4]}{year}") for year in range(2017, 2027) for one in HALF_A_YEAR.months * 2]
TEN_YEARS = replace(HALF_A_YEAR, months=_YEARS)
