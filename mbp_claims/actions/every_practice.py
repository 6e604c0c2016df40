"""What is done for every practice without anybody asking: by cron, and again and again while the program runs.

Nobody of the practice did it, and the trail names nobody.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from sqlmodel import Session

from mbp_claims.actions.deliver import Step, send_waiting
from mbp_claims.actions.sync_clearinghouse import Due, sync_clearinghouse
from mbp_claims.clock import keep_time_of, now
from mbp_claims.db import connections, deliveries
from mbp_claims.db.clinicians import practice_ids, practice_of
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.practice import Clinician, the_program


def steps_of_every_practice() -> list[tuple[str, Step, Step]]:
    """The name of each practice, and how steps are taken for it: each in a transaction of its own, or only reading."""
    with reading() as db:
        each = [(practice_of(db, itself).name, itself) for itself in _in_each(db)]
    return [(name, partial(_step, itself), partial(_look, itself)) for name, itself in each]


def send_due() -> None:
    """Sends what is due again, of every practice that has something waiting."""
    with reading() as db:
        waiting = [itself for itself in _in_each(db) if deliveries.waiting_count(db, itself)]
    for itself in waiting:
        send_waiting(partial(_step, itself), due_only=True)


def sync_due(due: Due, log_failure: Callable[[str, Exception], None]) -> None:
    """Syncs every practice whose time has come. What goes wrong in one does not keep the others waiting."""
    with reading() as db:
        asked = [
            itself for itself in _in_each(db)
            if connections.connection(db, itself).next_sync(due.every, due.started) <= now()
        ]  # fmt: skip
    for itself in asked:
        try:
            sync_clearinghouse(partial(_step, itself), due=due, look=partial(_look, itself))
        except Exception as failure:
            log_failure("sync_clearinghouse", failure)


def _in_each(db: Session) -> list[Clinician]:
    return [the_program(practice_id) for practice_id in practice_ids(db)]


def _step(itself: Clinician, action: Any, *told: Any, **named: Any) -> Any:
    keep_time_of(itself.practice_id)
    with transaction() as db:
        return action(db, itself, *told, **named)


def _look(itself: Clinician, action: Any, *told: Any, **named: Any) -> Any:
    keep_time_of(itself.practice_id)
    with reading() as db:
        return action(db, itself, *told, **named)
