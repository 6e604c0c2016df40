"""What was kept for nobody goes with its tab."""

import asyncio

import pytest
from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken
from reflex.state import State

from mbp_claims.state.belonging import TabState
from mbp_claims.state.forgetting import forget, keep


@pytest.fixture
def manager() -> StateManagerMemory:
    made = StateManagerMemory()
    for tab, person in (("nobody-gone", 0), ("nobody-here", 0), ("june-gone", 1), ("june-here", 1)):
        made.states[tab] = State(_reflex_internal_init=True)  # type: ignore[call-arg]
        asyncio.run(made.states[tab].get_state(TabState))._person = person
    return made


def test_of_tabs_that_are_gone_only_nobodys_are_forgotten(manager: StateManagerMemory):
    """A person's outlives a cut line: what she had half typed is in it."""
    assert forget(manager, {"nobody-here": 1, "june-here": 1}) == 1
    assert set(manager.states) == {"nobody-here", "june-gone", "june-here"}
    assert forget(manager, {}) == 1
    assert set(manager.states) == {"june-gone", "june-here"}


def test_what_is_just_being_answered_is_left_alone(manager: StateManagerMemory):
    async def busy() -> int:
        lock = await manager._get_state_lock(BaseStateToken(ident="nobody-gone", cls=State))
        async with lock:
            return forget(manager, {"nobody-here": 1})

    assert asyncio.run(busy()) == 0
    assert forget(manager, {"nobody-here": 1}) == 1


def test_a_tab_that_is_open_lasts_longer_than_an_hour_without_a_click(manager: StateManagerMemory):
    async def after_an_hour() -> None:
        for tab in manager.states:
            manager._token_expires_at[tab] = (0, BaseStateToken(ident=tab, cls=State))
        keep(manager, {"june-here": 1, "unknown": 1})
        manager._purge_expired_tokens()

    asyncio.run(after_an_hour())
    assert set(manager.states) == {"june-here"}
