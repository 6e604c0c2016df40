"""Tabs of June Marlow's browser, on a practice of her own."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from arriving import arrived
from era import COINSURED, Answer, era
from file_claim_form import imported
from kept import claim_of
from onlookers import OPEN, Colleague
from overlay import Browser
from sqlmodel import SQLModel
from tab import CENTER, Tab

from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.state.claims import ClaimsState
from mbp_claims.state.shell import ShellState
from tests import builders


@pytest.fixture
def chart(client: Client) -> Tab:
    """Rowan's Claim Center; nothing is loaded yet."""
    return Tab(CENTER)


@pytest.fixture
def plans(clinician: Clinician, client: Client) -> None:
    """Aetna is Rowan's primary plan, Cigna her secondary."""
    with transaction() as db:
        builders.both(db, clinician, client)


@pytest.fixture
def filed(clinician: Clinician, client: Client, plans: None) -> Claim:
    """A claim of $160.00 that is with Aetna."""
    with transaction() as db:
        return builders.filed(db, clinician, client)


@pytest.fixture
def second(clinician: Clinician, client: Client, filed: Claim) -> Claim:
    """Another one like it."""
    with transaction() as db:
        return builders.filed(db, clinician, client)


@pytest.fixture
def two(clinician: Clinician, filed: Claim, second: Claim) -> Tab:
    """An ERA of both and of one stranger, looked at."""
    numbers = (filed.number, second.number, "C-2210")
    return arrived(clinician, era(*(Answer(number, COINSURED) for number in numbers)))


@pytest.fixture
def ready(clinician: Clinician, client: Client, plans: None) -> Claim:
    """A secondary claim, ready to file: Aetna's answer was typed in from paper."""
    with transaction() as db:
        _, secondary = builders.completed(db, clinician, client)
    assert secondary is not None
    return secondary


@pytest.fixture
def everything(database_url: str) -> Callable[[], dict[str, list[Any]]]:
    """Every row of every table, to see that nothing was changed. That somebody was refused is told to the trail, the
    first time in a while: that is no change."""

    def read() -> dict[str, list[Any]]:
        with reading() as db:
            rows = {
                name: sorted(map(tuple, db.connection().execute(table.select()).all()), key=repr)
                for name, table in SQLModel.metadata.tables.items() if name != "trail_head"
            }  # fmt: skip
            return rows | {"activity": [row for row in rows["activity"] if Kind.REFUSAL not in row]}

    return read


@pytest.fixture
def answered(clinician: Clinician, filed: Claim) -> Claim:
    """Aetna's ERA has come back: $92.80 paid, CO-45 $44.00, PR-2 $23.20."""
    imported(clinician, Answer(filed.number, COINSURED))
    return claim_of(f"{filed.number}-S")


@pytest.fixture
def browser(chart: Tab, ready: Claim) -> Browser:
    """Rowan's Claim Center: one completed primary claim, and its secondary, ready to file."""
    browser = Browser(chart)
    chart.do(ShellState.load)
    browser.do(ClaimsState.load_chart)
    return browser


@pytest.fixture
def colleague(clinician: Clinician, answered: Claim) -> Colleague:
    return Colleague(clinician)


@pytest.fixture
def opened(answered: Claim) -> Callable[[str], Tab]:
    def at(path: str, who: int = 1) -> Tab:
        tab = Tab(path, who)
        for load in (*OPEN[path], ShellState.load):
            tab.do(load)
        return tab

    return at


@pytest.fixture
def practice_wide(clinician: Clinician, client: Client, ready: Claim) -> Tab:
    """Rowan has a claim ready to file and its primary; Imani has one that waits. The Claims page is loaded."""
    with transaction() as db:
        other = builders.new_client(db, clinician, "R-0500", first_name="Imani", last_name="Cole")
        builders.primary(db, clinician, other, "Medicare Part B, Maine", member_id="1EG4TE5MK72")
        builders.started(db, clinician, other, day=date(2026, 11, 9))
    tab = Tab("/claims")
    tab.do(ClaimsState.load_practice)
    return tab
