"""A claim file from the database to the clearinghouse: taken by one alone, sent, marked. Sent once, whatever breaks.

`send_waiting` runs each step in a transaction of its own, so that nothing is held while a file travels. Whoever is
killed between sending and marking has sent: the next one finds the file there, under the same name, and marks it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.actions.send_file import arrived
from mbp_claims.db import connections, deliveries, files
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.delivery import LEASE, Delivery, DeliveryState
from mbp_claims.domain.mail import MailProblem
from mbp_claims.domain.practice import Clinician
from mbp_claims.transport.mailbox import Mailbox, open_mailbox

Step = Callable[..., Any]
"""Runs an action with its arguments in one transaction, for the clinician, and gives what it gives."""
Connect = Callable[[Connection], AbstractContextManager[Mailbox]]


@dataclass(frozen=True)
class Parcel:
    """A file that was taken to be sent. `token` is of whoever took it; `may_have_left`: it may be there already."""

    delivery_id: int
    name: str
    content: bytes
    token: str
    may_have_left: bool = False


@dataclass
class Sending:
    """What came of it: files that arrived and the numbers of their claims; of what could not be sent, why."""

    sent: int = 0
    claims: list[str] = field(default_factory=list)
    problem: str = ""
    held_up: list[str] = field(default_factory=list)


def send_waiting(step: Step, due_only: bool = False, connect: Connect = open_mailbox) -> Sending:
    """Sends what waits, the oldest first, until nothing does or the way is blocked; what is left is tried again."""
    done, begun = Sending(), False
    parcel: Parcel | None = step(take_parcel, due_only)
    if parcel is None:
        return done
    try:
        with connect(step(connections.connection)) as mailbox:
            while parcel is not None:
                if begun := step(begin_to_send, parcel):
                    mailbox.deliver(parcel.name, parcel.content)
                    done.claims += step(mark_arrived, parcel)
                    done.sent += 1
                parcel, begun = step(take_parcel, due_only, parcel.delivery_id), False
    except MailProblem as problem:
        assert parcel is not None
        done.problem, done.held_up = problem.sentence, step(mark_failed, parcel, problem, begun)
    return done


def goes_at_once(db: Session, clinician: Clinician) -> bool:
    """Whether sending takes no time: into a folder of this machine, and not to a server."""
    return not connections.connection(db, clinician).is_sftp


def take_parcel(db: Session, clinician: Clinician, due_only: bool = False, after: int = 0) -> Parcel | None:
    """The oldest file that waits and that nobody sends just now, for whoever asks first."""
    one_at_a_time(db, clinician)
    found = deliveries.next_to_send(db, clinician, clock.now(), due_only, after)
    if found is None:
        return None
    found.taken_by, found.taken_until = uuid4().hex, clock.now() + LEASE
    found.attempts += 1
    db.flush()
    content = files.file_of(db, found).content.encode()
    return Parcel(found.id or 0, found.name, content, found.taken_by, found.may_have_left)


def begin_to_send(db: Session, clinician: Clinician, parcel: Parcel) -> bool:
    """From now on it cannot be taken back. False when it was taken back already, or somebody else sends it."""
    one_at_a_time(db, clinician)
    taken = deliveries.delivery(db, clinician, parcel.delivery_id)
    if taken.state != DeliveryState.WAITING or taken.taken_by != parcel.token:
        return False
    taken.may_have_left = True
    db.flush()
    return True


def mark_arrived(db: Session, clinician: Clinician, parcel: Parcel) -> list[str]:
    """Its claims are filed. Nothing changes where somebody has marked it before."""
    one_at_a_time(db, clinician)
    return settle_arrived(db, clinician, deliveries.delivery(db, clinician, parcel.delivery_id))


def settle_arrived(db: Session, clinician: Clinician, delivery: Delivery) -> list[str]:
    """The numbers of the claims that are filed by it; those that were answered meanwhile stay as they are."""
    if delivery.state != DeliveryState.WAITING:
        return []
    delivery.arrived(clock.now())
    file = files.file_of(db, delivery)
    return [claim.number for claim in arrived(db, clinician, file)]


def mark_failed(
    db: Session, clinician: Clinician, parcel: Parcel, problem: MailProblem, begun: bool = True
) -> list[str]:
    """It waits again, and so does all that waits for the same way; its claims say why. Gives their numbers."""
    one_at_a_time(db, clinician)
    taken = deliveries.delivery(db, clinician, parcel.delivery_id)
    if taken.state != DeliveryState.WAITING or taken.taken_by != parcel.token:
        return []
    taken.may_have_left = parcel.may_have_left or (begun and problem.unsure)
    is_news = taken.problem != problem.sentence
    taken.failed(problem.sentence, problem.needs_person, clock.now())
    for other, _ in deliveries.waiting(db, clinician):
        other.next_try_at = max(other.next_try_at, taken.next_try_at)
    file = files.file_of(db, taken)
    held_up = [claim for _, claim in files.claims_of(db, file) if claim.status == ClaimStatus.WAITING]
    for claim in held_up if is_news else ():
        claim.note = problem.sentence
        claim.version += 1
        record_claim(db, clinician, f"{claim.number} was not sent: {problem.sentence}", claim)
    db.flush()
    return [claim.number for claim in held_up]
