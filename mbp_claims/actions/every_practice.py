"""What is done for every practice without anybody asking: by cron, and again and again while the program runs."""

from collections.abc import Callable
from functools import partial
from typing import Any

from mbp_claims.actions.deliver import Step, send_waiting
from mbp_claims.actions.sync_clearinghouse import Due, sync_clearinghouse
from mbp_claims.clock import now
from mbp_claims.db import connections, deliveries
from mbp_claims.db.clinicians import one_of_each_practice, practice_of
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.practice import Clinician


def steps_of_every_practice() -> list[tuple[str, Step]]:
    """The name of each practice, and how steps are taken for it: each in a transaction of its own."""
    with reading() as db:
        people = one_of_each_practice(db)
        return [(practice_of(db, clinician).name, partial(_step, clinician)) for clinician in people]


def send_due() -> None:
    """Sends what is due again, of every practice that has something waiting."""
    with reading() as db:
        waiting = [one for one in one_of_each_practice(db) if deliveries.waiting_count(db, one)]
    for clinician in waiting:
        send_waiting(partial(_step, clinician), due_only=True)


def sync_due(due: Due, log_failure: Callable[[str, Exception], None]) -> None:
    """Syncs every practice whose time has come. What goes wrong in one does not keep the others waiting."""
    with reading() as db:
        asked = [
            one for one in one_of_each_practice(db)
            if connections.connection(db, one).next_sync(due.every, due.started) <= now()
        ]  # fmt: skip
    for clinician in asked:
        try:
            sync_clearinghouse(partial(_step, clinician), due=due)
        except Exception as failure:
            log_failure("sync_clearinghouse", failure)


def _step(clinician: Clinician, action: Any, *told: Any, **named: Any) -> Any:
    with transaction() as db:
        return action(db, clinician, *told, **named)
