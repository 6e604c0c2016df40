"""Sends and fetches for every practice of the database, one after the other, and says what came of it."""

from typing import Any

import mbp_claims.domain.tables  # noqa: F401
from mbp_claims.actions.every_practice import steps_of_every_practice
from mbp_claims.actions.sync_clearinghouse import Synced, sync_clearinghouse
from mbp_claims.cli.saying import json_text, refuse, say

WELL, LEFT, BLOCKED = 0, 1, 2


def sync_all(as_json: bool) -> int:
    """The worst status of all practices."""
    done = [(name, sync_clearinghouse(step, look=look)) for name, step, look in steps_of_every_practice()]
    if as_json:
        say(json_text([_told(name, synced) for name, synced in done]))
    else:
        for name, synced in done:
            _say(f"{name}: " if len(done) > 1 else "", synced)
    return max((_status(synced) for _, synced in done), default=WELL)


def _status(synced: Synced) -> int:
    return BLOCKED if synced.problem else LEFT if synced.collected.left else WELL


def _say(whose: str, synced: Synced) -> None:
    if synced.words:
        say(f"{whose}{synced.words}")
    for left in synced.collected.left:
        say(f"{whose}{left.name}: {left.why}")
    if synced.problem:
        refuse(f"{whose}{synced.problem}")


def _told(name: str, synced: Synced) -> dict[str, Any]:
    return {
        "practice": name,
        "sent": synced.sending.sent,
        "filed": synced.sending.claims,
        "eras": synced.collected.eras,
        "acknowledgements": synced.collected.acknowledgements,
        "again": synced.collected.again,
        "claims_moved": synced.collected.claims,
        "left": [{"name": left.name, "size": left.size, "why": left.why} for left in synced.collected.left],
        "busy": synced.busy,
        "problem": synced.problem or None,
    }
