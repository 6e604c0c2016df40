"""Money over time on its page."""

from dataclasses import dataclass, field

from mbp_claims.views.claim import CentPart
from mbp_claims.views.form import Option
from mbp_claims.views.today import PayerRow
from mbp_claims.words import _

NONE = PayerRow(_("All payers"), "")


@dataclass(frozen=True)
class MoneyAsked:
    """What the page shows, as it stands in its fields; months as "2026-03". Addresses of the
    same as spreadsheets, and of the page itself."""

    first: str = ""
    last: str = ""
    payer: str = ""
    sheet: str = ""
    aging_sheet: str = ""
    page: str = ""


@dataclass(frozen=True)
class MoneyMonth:
    """A row of the table, and a column of the picture: `height` is its part of a hundred of the highest."""

    name: str  # March 2026
    short: str = ""  # Mar
    services: str = ""
    billed: str = ""
    primary: str = ""
    secondary: str = ""
    written_off: str = ""
    client: str = ""
    open: str = ""
    height: int = 0
    parts: list[CentPart] = field(default_factory=list)


@dataclass(frozen=True)
class MoneyView:
    """`label` tells the picture to those who do not see it; `note` what the sum of the months does not say."""

    asked: MoneyAsked = MoneyAsked()
    months: list[MoneyMonth] = field(default_factory=list)
    whole: MoneyMonth = MoneyMonth(_("All"))
    parts: list[CentPart] = field(default_factory=list)
    words: str = ""  # 12/2025 to 11/2026, 31 services
    label: str = ""
    note: str = ""  # $15.00 was paid above what was left to pay.
    aging: list[PayerRow] = field(default_factory=list)
    aging_sums: PayerRow = NONE
    choices: list[Option] = field(default_factory=list)  # months
    payers: list[Option] = field(default_factory=list)
    is_empty: bool = False
