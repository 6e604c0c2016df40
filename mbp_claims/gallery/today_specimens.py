"""The start page in parts, and in the states that it can be in."""

from mbp_claims import testids
from mbp_claims.gallery import today_cast as cast
from mbp_claims.gallery.specimen import Specimen, heard, heard_with
from mbp_claims.ui.today import all_done, owed_card, today_head, waiting_on_clients, work_list, work_lists
from mbp_claims.ui.today_money import money_received, waiting_on_payers

FILE = heard_with("today.on_file")
FILE_ALL = heard("today.on_file_all")

SPECIMENS = (
    Specimen("today_head", "busy", lambda: today_head(cast.BUSY, FILE_ALL)),
    Specimen("today_head", "done", lambda: today_head(cast.DONE, FILE_ALL)),
    Specimen("owed_card", "busy", lambda: owed_card(cast.BUSY)),
    Specimen("work_lists", "busy", lambda: work_lists(cast.BUSY, FILE)),
    Specimen("work_lists", "done", lambda: work_lists(cast.DONE, FILE)),
    Specimen("work_list", "many", lambda: work_list("To file", "Everything is filled in. Review and submit.", cast.MANY,
                                                    FILE, testids.TODAY_READY)),
    Specimen("all_done", "done", all_done),
    Specimen("waiting_on_clients", "three", lambda: waiting_on_clients(cast.BUSY)),
    Specimen("waiting_on_clients", "none", lambda: waiting_on_clients(cast.EMPTY)),
    Specimen("money_received", "six-months", lambda: money_received(cast.RECEIVED)),
    Specimen("money_received", "none", lambda: money_received(cast.EMPTY.received)),
    Specimen("waiting_on_payers", "four", lambda: waiting_on_payers(cast.BUSY)),
    Specimen("waiting_on_payers", "none", lambda: waiting_on_payers(cast.EMPTY)),
)  # fmt: skip
