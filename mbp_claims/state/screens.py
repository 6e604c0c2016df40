"""Which screens an open tab has, by its address, and what of them is brought up to date when something changed."""

from typing import Any

from reflex.state import State

from mbp_claims.domain.news import News
from mbp_claims.state.adjustment import AdjustmentState
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.clearinghouse import ClearinghouseState
from mbp_claims.state.clients import ClientsState
from mbp_claims.state.documents import DocumentsState
from mbp_claims.state.eras import ErasState
from mbp_claims.state.eras_review import EraState
from mbp_claims.state.ledger import LedgerState
from mbp_claims.state.money import MoneyState
from mbp_claims.state.overview import OverviewState
from mbp_claims.state.people import PeopleState
from mbp_claims.state.plans import PlansState
from mbp_claims.state.records import RecordsState
from mbp_claims.state.settings import SettingsState
from mbp_claims.state.shell import ShellState
from mbp_claims.state.superbills import SuperbillsState
from mbp_claims.state.today import TodayState

SCREENS: dict[tuple[str, ...], tuple[Any, ...]] = {
    (): (TodayState, AdjustmentState),
    ("clients",): (ClientsState,),
    ("clients", "*"): (ChartState, OverviewState),
    ("clients", "*", "claim-center"): (ChartState, PlansState, ClaimsState, AdjustmentState),
    ("clients", "*", "documents"): (ChartState, DocumentsState),
    ("clients", "*", "contact"): (ChartState,),
    ("clients", "*", "superbills"): (ChartState, SuperbillsState),
    ("clients", "*", "records"): (ChartState, RecordsState),
    ("claims",): (ClaimsState, AdjustmentState),
    ("claims", "*"): (ClaimState, AdjustmentState),
    ("era",): (ErasState,),
    ("era", "*"): (EraState,),
    ("money",): (MoneyState,),
    ("clearinghouse",): (ClearinghouseState,),
    ("ledger", "*"): (LedgerState,),
    ("people",): (PeopleState,),
    ("settings",): (SettingsState,),
}
"""Each has `_hear(news)`: looks again at what may have changed, and gives the words for who does not see it. It touches
nothing that is typed: that stands in states of its own, or in the browser."""


async def bring_up_to_date(root: State, news: News) -> None:
    """Looks again at what the page shows and the news may have changed."""
    said = [(await root.get_state(screen))._hear(news) for screen in screens_at(str(root.router.url.path))]
    shell = await root.get_state(ShellState)
    shell._hear(news)
    if words := " ".join(filter(None, said)):
        shell.announcement = words


def screens_at(path: str) -> tuple[Any, ...]:
    parts = tuple(part for part in path.split("/") if part)
    return SCREENS.get(parts) or SCREENS.get((*parts[:1], "*", *parts[2:]), ())
