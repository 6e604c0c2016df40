"""The first page of a chart, whole and in parts, in the states that it can be in."""

from dataclasses import replace

from mbp_claims.gallery import overview_cast as cast
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.ui.overview import activity, for_claims, insurance, next_step, overview, tiles, year_card


def _next(state: str, step: object) -> Specimen:
    return Specimen("next_step", state, lambda: next_step(replace(cast.ROWAN, next=step)))


SPECIMENS = (
    Specimen("overview", "rowan", lambda: overview(cast.ROWAN)),
    Specimen("overview", "new", lambda: overview(cast.NEW)),
    Specimen("overview", "long", lambda: overview(cast.LONG)),
    Specimen("tiles", "rowan", lambda: tiles(cast.ROWAN.tiles)),
    _next("ready", cast.ROWAN.next),
    _next("needs-a-look", cast.NEEDS_A_LOOK),
    _next("waits", cast.WAITS),
    _next("done", cast.DONE),
    Specimen("year_card", "rowan", lambda: year_card(cast.ROWAN.year)),
    Specimen("year_card", "overpaid", lambda: year_card(cast.OVERPAID)),
    Specimen("year_card", "none", lambda: year_card(cast.NEW.year)),
    Specimen("activity", "four", lambda: activity(cast.ROWAN.activity)),
    Specimen("activity", "none", lambda: activity([])),
    Specimen("insurance", "both", lambda: insurance(cast.ROWAN)),
    Specimen("insurance", "none", lambda: insurance(cast.NEW)),
    Specimen("for_claims", "rowan", lambda: for_claims(cast.ROWAN.facts)),
)
