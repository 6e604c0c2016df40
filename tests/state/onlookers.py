"""Tabs that have a page open, and somebody who does something elsewhere."""

from typing import Any

from reflex_base.utils.format import json_dumps
from tab import CENTER, Tab

from mbp_claims.actions.hear_news import Listener
from mbp_claims.db.engine import transaction
from mbp_claims.domain.news import News
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.clients import ClientsState
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_review import EraState
from mbp_claims.state.ledger import LedgerState
from mbp_claims.state.money import MoneyState
from mbp_claims.state.overview import OverviewState
from mbp_claims.state.people import PeopleState
from mbp_claims.state.plans import PlansState
from mbp_claims.state.records import RecordsState
from mbp_claims.state.settings import SettingsState
from mbp_claims.state.today import TodayState

CLAIM = "/claims/C-1001-S"
OPEN: dict[str, tuple[Any, ...]] = {
    "/": (TodayState.load,),
    "/clients": (ClientsState.load,),
    "/clients/R-0412": (ChartState.load, OverviewState.load),
    "/money": (MoneyState.load,),
    CENTER: (ChartState.load, PlansState.load, ClaimsState.load_chart),
    "/clients/R-0412/contact": (ChartState.load,),
    "/clients/R-0412/records": (ChartState.load, RecordsState.load),
    "/claims": (ClaimsState.load_practice,),
    CLAIM: (ClaimState.load,),
    "/era": (ErasState.load,),
    "/era/1": (EraState.load,),
    "/clearinghouse": (ClearinghouseState.load,),
    "/ledger/60054": (LedgerState.load,),
    "/people": (PeopleState.load,),
    "/settings": (SettingsState.load,),
}
ALL = News(everything=True)


class Colleague:
    """Does something, and gives what a tab hears of it by itself."""

    def __init__(self, clinician: Clinician) -> None:
        self.clinician = clinician
        self.listener = Listener()

    def does(self, action: Any, *given: Any) -> News:
        with transaction() as db:
            action(db, self.clinician, *given)
        return self.news()

    def news(self) -> News:
        told = self.listener.hear({self.clinician.practice_id})
        return told[0][1] if told else News()


def shown_in(tab: Tab) -> str:
    """All that the browser has of it."""
    return str(json_dumps(tab.root.dict()))
