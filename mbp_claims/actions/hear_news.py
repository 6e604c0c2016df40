"""Hears that something changed in a practice, whoever did it and in whatever process: the trail tells."""

import threading
from collections.abc import Callable, Collection

from sqlmodel import Session

from mbp_claims.db import news
from mbp_claims.db.bell import Bell
from mbp_claims.db.engine import reading
from mbp_claims.domain.news import News

MOST = 200
"""Entries that are listed one by one; after more, screens are shown anew."""
LONGEST_PAUSE = 30.0


class Listener:
    """Knows how far each trail was heard."""

    def __init__(self) -> None:
        with reading() as db:
            self._heard = news.ends(db)

    def hear(self, practices: Collection[int]) -> list[tuple[int, News]]:
        """What is new in the trails of these practices; of others it is passed over."""
        with reading() as db:
            ends = news.ends(db)
            grown = {one: ends.get(one, 0) - self._heard.get(one, 0) for one in practices}
            found = [(one, self._new(db, one, by)) for one, by in grown.items() if by]
        self._heard = ends
        return [(practice, told) for practice, told in found if told != News()]

    def _new(self, db: Session, practice: int, entries: int) -> News:
        """A trail that is shorter than it was is another one: the database was replaced."""
        if not 0 < entries <= MOST:
            return News(everything=True)
        return News.of(news.told_since(db, practice, self._heard.get(practice, 0)))


def keep_hearing(
    stopping: threading.Event, practices: Callable[[], Collection[int]], tell: Callable[[int, News], None],
    log_failure: Callable[[str, Exception], None],
) -> None:  # fmt: skip
    """In a thread of its own until `stopping`. Asks only for practices that somebody has open.

    After a failure it listens anew, and has missed nothing: it knows how far it had heard.
    """
    listener: Listener | None = None
    pause = 0.5
    while not stopping.is_set():
        try:
            bell = Bell(stopping)
            try:
                listener, rang = listener or Listener(), True
                while not stopping.is_set():
                    for practice, told in listener.hear(practices()) if rang else ():
                        tell(practice, told)
                    rang, pause = bell.rang(), 0.5
            finally:
                bell.close()
        except Exception as failure:
            log_failure("hear_news", failure)
            stopping.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
