"""What has to hold at its ends: the longest name, the largest amount, a name from right to left."""

import reflex as rx

from mbp_claims.gallery import cast_views as cast
from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.gallery.table_specimens import pending
from mbp_claims.ui.chart_header import chart_header, client_balance
from mbp_claims.ui.client_table import ClientSearch, client_list
from mbp_claims.ui.field import money_input
from mbp_claims.ui.pager import ONE_PAGE

OF = "Content at its ends, in the places where it is tightest."
LONGEST = "Maximiliana-Theodora van der Oosterhout-Featherstonehaugh IV"
LARGEST = "$1,234,567.89"
RIGHT_TO_LEFT = "ليلى حدّاد"


def _clients() -> rx.Component:
    search = ClientSearch("", False, "2 clients", heard_with("on_search"), heard_with("on_pending"), heard("on_clear"))
    return client_list(cast.LONG_CLIENTS, search, ONE_PAGE, on_retry=heard("on_retry"))


def _heads() -> rx.Component:
    names = (LONGEST, RIGHT_TO_LEFT)
    heads = [chart_header(cast.replace(cast.LONG_NAME, name=name, balance=LARGEST)) for name in names]
    return rx.el.div(*heads, class_name="kinds")


def _amounts() -> rx.Component:
    typed = money_input("1234567.89", aria_label="Amount")
    return rx.el.div(client_balance(LARGEST, LARGEST), typed, class_name="kinds")


SPECIMENS = (
    Specimen("extremes", "clients", _clients, OF),
    Specimen("extremes", "claims", lambda: pending(cast.LONG, "1 claim", LARGEST), OF),
    Specimen("extremes", "heads", _heads, OF),
    Specimen("extremes", "amounts", _amounts, OF),
)
