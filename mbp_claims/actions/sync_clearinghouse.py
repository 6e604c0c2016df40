"""Sends what waits and fetches what came, over the connection of the practice; says what was done, or why not.

By one alone at any time, whoever asks for it: a person, cron, or the program by itself.
"""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.actions.collect import Collected, Pause, collect
from mbp_claims.actions.deliver import Connect, Sending, Step, send_waiting
from mbp_claims.db import connections
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.connection import LEASE
from mbp_claims.domain.mail import MailProblem
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, require
from mbp_claims.transport.mailbox import open_mailbox
from mbp_claims.words import _

NOTHING = "Nothing was waiting, nothing has come."
STOPPED = _("The sync stopped. What was taken in is kept; the rest is tried again.")
BUSY = _("A sync is running already. This one did nothing.")


@dataclass
class Synced:
    """`problem` is why the one or the other could not be done; what could be was done. `busy`: somebody else is at it,
    and nothing was done."""

    sending: Sending = field(default_factory=Sending)
    collected: Collected = field(default_factory=Collected)
    problem: str = ""
    busy: bool = False

    @property
    def claims(self) -> list[str]:
        """Numbers of the claims that stand elsewhere now."""
        return list(dict.fromkeys([*self.sending.claims, *self.collected.claims]))

    @property
    def words(self) -> str:
        """`2 files sent. 1 ERA and 3 acknowledgements came in. 1 file was left.`"""
        if self.busy:
            return BUSY
        came = _and(_count(self.collected.eras, "ERA"), _count(self.collected.acknowledgements, "acknowledgement"))
        said = [
            f"{_count(self.sending.sent, 'file')} sent." if self.sending.sent else "",
            f"{came} came in." if came else "",
            f"{_count(self.collected.again, 'file')} had come before." if self.collected.again else "",
            f"{_count(len(self.collected.left), 'file')} left in the inbox." if self.collected.left else "",
        ]
        return " ".join(filter(None, said)) or ("" if self.problem else NOTHING)


@dataclass(frozen=True)
class Due:
    """Only where it is time, as `Connection.next_sync` tells."""

    every: timedelta
    started: datetime


def sync_clearinghouse(
    step: Step, connect: Connect = open_mailbox, pause: Pause = time.sleep, due: Due | None = None,
    look: Step | None = None,
) -> Synced:  # fmt: skip
    """Every step in a transaction of its own. A file that cannot be sent does not keep the inbox from being read.
    `look`: as `collect` takes it."""
    token = step(take_sync, due)
    if not token:
        return Synced(busy=True)
    held = _Held(step, token)
    try:
        done = _synced(held, connect, pause, look)
    except BaseException:
        step(give_up_sync, token)
        raise
    step(keep_synced, token, done.words, done.problem)
    return done


def _synced(step: Step, connect: Connect, pause: Pause, look: Step | None) -> Synced:
    done = Synced(send_waiting(step, connect=connect))
    done.problem = done.sending.problem
    try:
        with connect(step(connections.connection)) as mailbox:
            done.collected = collect(step, mailbox, pause, look)
    except MailProblem as problem:
        done.problem = done.problem or problem.sentence
    return done


class _Held:
    """Steps that say now and then that somebody is still at it."""

    def __init__(self, step: Step, token: str):
        self._step, self._token, self._said = step, token, clock.now()

    def __call__(self, action: Any, *told: Any, **named: Any) -> Any:
        if clock.now() - self._said > LEASE / 4:
            self._step(hold_sync, self._token)
            self._said = clock.now()
        return self._step(action, *told, **named)


def take_sync(db: Session, clinician: Clinician, due: Due | None = None) -> str:
    """The token of whoever asks first; empty while somebody else is at it, or while it is not due. NotAllowed for who
    has no part in the clearinghouse."""
    require(clinician.role, Task.CLEARINGHOUSE)
    one_at_a_time(db, clinician)
    connection, at = connections.connection(db, clinician), clock.now()
    if connection.is_synced_now(at) or (due and connection.next_sync(due.every, due.started) > at):
        return ""
    connection.begin_sync(uuid4().hex, at)
    db.add(connection)
    db.flush()
    return connection.synced_by


def hold_sync(db: Session, clinician: Clinician, token: str) -> None:
    one_at_a_time(db, clinician)
    connection = connections.connection(db, clinician)
    if connection.synced_by == token:
        connection.begin_sync(token, clock.now())
        db.flush()


def keep_synced(db: Session, clinician: Clinician, token: str, words: str, problem: str) -> None:
    """When it was done the last time, and what came of it."""
    one_at_a_time(db, clinician)
    connection = connections.connection(db, clinician)
    if connection.synced_by == token:
        connection.end_sync(words, problem, clock.now())
        db.flush()


def give_up_sync(db: Session, clinician: Clinician, token: str) -> None:
    """It broke off; the next one need not wait."""
    keep_synced(db, clinician, token, "", STOPPED)


def _count(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}" if count else ""


def _and(*parts: str) -> str:
    return " and ".join(filter(None, parts))
