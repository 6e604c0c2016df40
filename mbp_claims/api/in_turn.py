"""What takes a processor and 64 MB for a while, as looking at a password does, is done in turn.

In threads of its own, a few at a time, and each address one after another: who guesses keeps nobody's page waiting, and
who signs in from elsewhere waits for as many guesses as there are addresses, at most.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

from anyio import CapacityLimiter, to_thread

from mbp_claims.domain.throttle import TooMany
from mbp_claims.words import _

AT_ONCE = 2
MOST = 50
"""That wait of one address, which a whole practice may share."""
CROWDED = _("Too many people sign in at once. Wait a minute, then try again.")


class InTurn:
    def __init__(self, at_once: int = AT_ONCE, most: int = MOST) -> None:
        self._threads = CapacityLimiter(at_once)
        self._most = most
        self._lines: dict[str, asyncio.Lock] = {}
        self._waiting: Counter[str] = Counter()

    async def take(self, address: str, work: Callable[..., Any], *given: Any) -> Any:
        """What comes of the work. TooMany where too many of that address wait."""
        if self._waiting[address] >= self._most:
            raise TooMany(CROWDED)
        self._waiting[address] += 1
        try:
            async with self._lines.setdefault(address, asyncio.Lock()):
                return await to_thread.run_sync(work, *given, limiter=self._threads)
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address], self._lines[address]
