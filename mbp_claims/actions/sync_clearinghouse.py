"""Sends what waits and fetches what came, over the connection of the practice; says what was done, or why not."""

import time
from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.actions.collect import Collected, Pause, collect
from mbp_claims.actions.deliver import Connect, Sending, Step, send_waiting
from mbp_claims.db import connections
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.mail import MailProblem
from mbp_claims.domain.practice import Clinician
from mbp_claims.transport.mailbox import open_mailbox

NOTHING = "Nothing was waiting, nothing has come."


@dataclass
class Synced:
    """`problem` is why the one or the other could not be done; what could be was done."""

    sending: Sending = field(default_factory=Sending)
    collected: Collected = field(default_factory=Collected)
    problem: str = ""

    @property
    def claims(self) -> list[str]:
        """Numbers of the claims that stand elsewhere now."""
        return list(dict.fromkeys([*self.sending.claims, *self.collected.claims]))

    @property
    def words(self) -> str:
        """`2 files sent. 1 ERA and 3 acknowledgements came in. 1 file was left.`"""
        came = _and(_count(self.collected.eras, "ERA"), _count(self.collected.acknowledgements, "acknowledgement"))
        said = [
            f"{_count(self.sending.sent, 'file')} sent." if self.sending.sent else "",
            f"{came} came in." if came else "",
            f"{_count(self.collected.again, 'file')} had come before." if self.collected.again else "",
            f"{_count(len(self.collected.left), 'file')} left in the inbox." if self.collected.left else "",
        ]
        return " ".join(filter(None, said)) or ("" if self.problem else NOTHING)


def sync_clearinghouse(step: Step, connect: Connect = open_mailbox, pause: Pause = time.sleep) -> Synced:
    """Every step in a transaction of its own. A file that cannot be sent does not keep the inbox from being read."""
    done = Synced(send_waiting(step, connect=connect))
    done.problem = done.sending.problem
    try:
        with connect(step(connections.connection)) as mailbox:
            done.collected = collect(step, mailbox, pause)
    except MailProblem as problem:
        done.problem = done.problem or problem.sentence
    step(keep_synced, done.words, done.problem)
    return done


def keep_synced(db: Session, clinician: Clinician, words: str, problem: str) -> None:
    """When it was done the last time, and what came of it."""
    one_at_a_time(db, clinician)
    connection = connections.connection(db, clinician)
    connection.synced_at, connection.synced, connection.problem = clock.now(), words, problem
    db.add(connection)
    db.flush()


def _count(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}" if count else ""


def _and(*parts: str) -> str:
    return " and ".join(filter(None, parts))
