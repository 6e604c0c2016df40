"""What one person does appears for the others, in every tab that shows it and may, without anybody asking.

The trail rings (actions/hear_news.py), and each tab that it may concern looks for itself: with the session that its
browser holds, through the person whose it is. Nothing of one person's screen is ever handed to another's.
"""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from reflex.istate.manager.token import BaseStateToken
from reflex.state import State

from mbp_claims import tracing
from mbp_claims.actions.hear_news import keep_hearing
from mbp_claims.domain.news import News
from mbp_claims.state.base import asking, let_in, log_failure
from mbp_claims.state.belonging import belongs, person_of
from mbp_claims.state.cookies import session_of
from mbp_claims.state.refusals import of_itself
from mbp_claims.state.screens import bring_up_to_date


class Live:
    """The open tabs, and the news that they have not looked at yet."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._unread: dict[str, News] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()

    def practices(self) -> set[int]:
        """Of whom somebody has a tab open."""
        people = (person_of(token) for token in self._open())
        return {person.practice_id for person in people if person}

    def tell(self, practice_id: int, news: News) -> None:
        """In the event loop. A tab that has not come to look at the last news looks once at both."""
        for token in self._open():
            person = person_of(token)
            if person is None or person.practice_id != practice_id or token == news.tab:
                continue
            if not news.may_reach(person.id or 0, person.sees_all):
                continue
            waits = token in self._unread
            self._unread[token] = self._unread[token] + news if waits else news
            if not waits:
                task = asyncio.get_running_loop().create_task(self._look(token))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _look(self, token: str) -> None:
        """When the tab does nothing else; one tab after the other, so that clicks are answered between them."""
        try:
            async with self._app.modify_state(BaseStateToken(ident=token, cls=State)) as root:
                news = self._unread.pop(token, News())
                async with self._turn:
                    await look_again(root, news)
        except Exception as failure:
            self._unread.pop(token, None)
            log_failure("look_again", failure)

    def _open(self) -> list[str]:
        return list(self._app.event_namespace._token_manager.token_to_socket)


async def look_again(root: State, news: News) -> None:
    """Shows in this tab what is new. Of a session that is over, or another's, nothing: the browser will ask itself."""
    tracing.begin()
    of_itself()
    if let_in(session_of(root.router_data.get("headers", {}))) and asking() and await belongs(root):
        await bring_up_to_date(root, news)


@asynccontextmanager
async def keeping_live(app: Any) -> AsyncIterator[None]:
    """For as long as the program runs."""
    live, loop, stopping = Live(app), asyncio.get_running_loop(), threading.Event()

    def tell(practice_id: int, news: News) -> None:
        if not stopping.is_set():
            loop.call_soon_threadsafe(live.tell, practice_id, news)

    asked = (stopping, live.practices, tell, log_failure)
    threading.Thread(target=keep_hearing, args=asked, name="news", daemon=True).start()
    try:
        yield
    finally:
        stopping.set()
