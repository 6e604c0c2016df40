"""Money over time, whole and in parts, in the states that it can be in."""

from mbp_claims.gallery import money_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard_with
from mbp_claims.ui.aged_table import aged_table
from mbp_claims.ui.money import MoneyEvents, money, money_toolbar, month_table, open_by_age, where_it_went

EVENTS = MoneyEvents(*(heard_with(f"money.{name}") for name in ("on_first", "on_last", "on_payer")))

SPECIMENS = (
    Specimen("money", "half-a-year", lambda: money(cast.HALF_A_YEAR)),
    Specimen("money", "overpaid", lambda: money(cast.OVERPAID)),
    Specimen("money", "none", lambda: money(cast.NOTHING)),
    Specimen("money_toolbar", "half-a-year", lambda: money_toolbar(cast.HALF_A_YEAR, EVENTS)),
    Specimen("where_it_went", "half-a-year", lambda: where_it_went(cast.HALF_A_YEAR)),
    Specimen("where_it_went", "ten-years", lambda: where_it_went(cast.TEN_YEARS)),
    Specimen("month_table", "half-a-year", lambda: month_table(cast.HALF_A_YEAR)),
    Specimen("open_by_age", "four-payers", lambda: open_by_age(cast.HALF_A_YEAR)),
    Specimen("aged_table", "four-payers", lambda: aged_table("By age", cast.PAYERS, cast.SUMS)),
)
