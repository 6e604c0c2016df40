"""Which open tabs look when there is news: each once, those whom it may concern, and none is held up by another."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from mbp_claims.domain.news import News
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Role
from mbp_claims.state import belonging, live
from mbp_claims.state.live import Live

HERE, ELSEWHERE = 1, 2
OWNER = Clinician(id=1, practice_id=HERE, first_name="June", last_name="Marlow", role=Role.OWNER)
CLINICIAN = Clinician(id=2, practice_id=HERE, first_name="Priya", last_name="Lindqvist", role=Role.CLINICIAN)
STRANGER = Clinician(id=3, practice_id=ELSEWHERE, first_name="Otis", last_name="Vale", role=Role.OWNER)
CLAIM = News(clients=frozenset({7}), claims=frozenset({9}), owners=frozenset({1}))


class Tabs:
    """In place of the app: tabs by name, and what each looked at."""

    def __init__(self) -> None:
        self.looked: list[tuple[str, News]] = []
        self.held = {"broken": asyncio.Lock()}
        self.event_namespace = SimpleNamespace(_token_manager=SimpleNamespace(token_to_socket={}))

    @asynccontextmanager
    async def modify_state(self, token: Any) -> AsyncIterator[str]:
        if token.ident == "broken":
            raise OSError("nobody there")
        async with self.held.setdefault(token.ident, asyncio.Lock()):
            yield token.ident


@pytest.fixture
def tabs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tabs]:
    tabs = Tabs()
    people = {"june": OWNER, "other june": OWNER, "broken": OWNER, "priya": CLINICIAN, "otis": STRANGER}
    tabs.event_namespace._token_manager.token_to_socket = dict.fromkeys([*people, "nobody's"])
    monkeypatch.setattr(belonging, "_people", people)

    async def look(root: str, news: News) -> None:
        tabs.looked.append((root, news))

    monkeypatch.setattr(live, "look_again", look)
    yield tabs


async def told(tabs: Tabs, *news: News) -> Live:
    made = Live(tabs)
    for one in news:
        made.tell(HERE, one)
    while made._tasks:
        await asyncio.gather(*made._tasks)
        await asyncio.sleep(0)
    return made


def test_those_look_whom_it_may_concern_and_what_breaks_in_one_tab_stays_there(tabs: Tabs):
    asyncio.run(told(tabs, CLAIM))
    assert [token for token, _ in tabs.looked] == ["june", "other june"]


def test_what_is_about_a_chart_reaches_a_clinician_too(tabs: Tabs):
    asyncio.run(told(tabs, News(clients=frozenset({7}), charts=frozenset({7}))))
    assert [token for token, _ in tabs.looked] == ["june", "other june", "priya"]


def test_the_tab_in_which_it_was_done_does_not_look(tabs: Tabs):
    asyncio.run(told(tabs, News(claims=frozenset({9}), tab="june")))
    assert [token for token, _ in tabs.looked] == ["other june"]


def test_who_has_not_come_to_look_yet_looks_once_at_all_of_it(tabs: Tabs):
    asyncio.run(told(tabs, CLAIM, News(remittances=frozenset({3}))))
    assert tabs.looked == [(token, CLAIM + News(remittances=frozenset({3}))) for token in ("june", "other june")]


def test_a_tab_that_is_busy_holds_no_other_up(tabs: Tabs):
    async def busy() -> None:
        async with tabs.held.setdefault("june", asyncio.Lock()):
            made = Live(tabs)
            made.tell(HERE, CLAIM)
            for _ in range(5):
                await asyncio.sleep(0)
            assert [token for token, _ in tabs.looked] == ["other june"]
        await asyncio.gather(*made._tasks)

    asyncio.run(busy())
    assert [token for token, _ in tabs.looked] == ["other june", "june"]


def test_only_practices_that_somebody_has_open_are_listened_to(tabs: Tabs):
    async def practices() -> set[int]:
        return Live(tabs).practices()

    assert asyncio.run(practices()) == {HERE, ELSEWHERE}
