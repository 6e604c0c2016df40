"""Fetches what lies in the inbox: ERAs and acknowledgements are taken in by what they hold, the rest stays there."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.actions.acknowledge import Acknowledged, acknowledge
from mbp_claims.actions.deliver import Step
from mbp_claims.actions.import_era import AlreadyImported, keep_era
from mbp_claims.actions.match_era import match_era
from mbp_claims.actions.read_era import ReadEra, read_era
from mbp_claims.db import connections
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.domain.ack_file import Leftover
from mbp_claims.domain.draft import printable
from mbp_claims.domain.mail import LARGEST, MailFile
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.transport.mailbox import Mailbox
from mbp_claims.x12.ack_kind import REMITTANCE, sort

SETTLE_SECONDS = 2.0
"""A file that grows or changes within this time is still being written."""
STILL_WRITTEN = "It is still being written. It is looked at again the next time."
UNREADABLE_NAME = "Its name cannot be written here. Give it another."
TOO_LARGE = f"It is larger than {LARGEST // 1024 // 1024} MB."

Pause = Callable[[float], None]


@dataclass
class Collected:
    """What was taken in, the numbers of claims that moved by it, and what was left with the reason."""

    eras: int = 0
    acknowledgements: int = 0
    again: int = 0
    claims: list[str] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)


def collect(step: Step, mailbox: Mailbox, pause: Pause = time.sleep, look: Step | None = None) -> Collected:
    """Each file in a transaction of its own; it leaves the inbox only once its copy is kept. MailProblem.

    With `look`, which runs an action that only reads, ERAs are matched before they are kept: others wait for less.
    """
    done = Collected()
    first = set(mailbox.look())
    if first:
        pause(SETTLE_SECONDS)
    for file in mailbox.look() if first else ():
        why = _unfit(file, first) or _take(step, mailbox, file, done, look)
        if why:
            done.left.append(_leftover(file, why))
    step(keep_leftovers, done.left)
    return done


def keep_leftovers(db: Session, clinician: Clinician, left: list[Leftover]) -> None:
    """What was left this time, in place of what was left the last time."""
    one_at_a_time(db, clinician)
    kept = [Leftover(**one.model_dump(exclude={"id"}) | {"practice_id": clinician.practice_id}) for one in left]
    connections.replace_leftovers(db, clinician, kept)


def _unfit(file: MailFile, first: set[MailFile]) -> str:
    if printable(file.name) != file.name or "/" in file.name or not _is_sound(file.name):
        return UNREADABLE_NAME
    if file.size > LARGEST:
        return TOO_LARGE
    return "" if file in first else STILL_WRITTEN


def _take(step: Step, mailbox: Mailbox, file: MailFile, done: Collected, look: Step | None) -> str:
    """Empty once it is kept and put away; else why it stays."""
    content = mailbox.fetch(file)
    if len(content) != file.size:
        return STILL_WRITTEN
    try:
        if sort(content, file.name) == REMITTANCE:
            _take_era(step, read_era(file.name, content), done, look)
        else:
            _take_acknowledgement(step, file.name, content, done)
    except RuleViolation as refused:
        return refused.sentence
    mailbox.put_away(file)
    return ""


def _take_era(step: Step, read: ReadEra, done: Collected, look: Step | None) -> None:
    try:
        step(keep_era, look(match_era, read) if look else read)
    except AlreadyImported:
        done.again += 1
    else:
        done.eras += 1


def _take_acknowledgement(step: Step, name: str, content: bytes, done: Collected) -> None:
    taken: Acknowledged = step(acknowledge, name, content)
    if taken.again:
        done.again += 1
    else:
        done.acknowledgements += 1
        done.claims += taken.moved


def _leftover(file: MailFile, why: str) -> Leftover:
    name = printable(file.name.encode("utf-8", "replace").decode())[:200]
    return Leftover(practice_id=0, name=name, size=file.size, why=why, seen_at=clock.now())


def _is_sound(name: str) -> bool:
    """Without halves of characters, which no database keeps."""
    return name.encode("utf-8", "ignore").decode() == name

