"""Files from payers and the clearinghouse, into the inbox of a practice; and what the practice sent to them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import Session
from starlette.requests import Request

from mbp_claims import clock
from mbp_claims.actions.sync_clearinghouse import sync_clearinghouse
from mbp_claims.actions.test_mode.payers import Answer, write_acknowledgement, write_era
from mbp_claims.actions.test_mode.practices import owner_of
from mbp_claims.api.test_mode import bodies
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.transport.folder import PRIVATE
from mbp_claims.transport.mailbox import folder_of

Made = tuple[str, bytes]


def deliver(told: bodies.Deliver, _request: Request) -> bodies.Delivered:
    return _delivered(_owner(told), [(told.name, told.content.encode())], told.sync)


def answer(told: bodies.PayerAnswers, _request: Request) -> bodies.Delivered:
    owner = _owner(told)
    with reading() as db:
        made = [write_era(db, owner, _answers(told), told.check)] if told.kind == "835" else _words(db, owner, told)
    if told.deliver:
        return _delivered(owner, made, told.sync)
    return bodies.Delivered(files=_files(made))


def sent(told: bodies.OfPractice, _request: Request) -> bodies.Sent:
    outbox = Path(folder_of(_owner(told).practice_id)) / "outbox"
    found = sorted((path for path in outbox.glob("*") if path.name[0] != "."), key=lambda one: one.stat().st_mtime_ns)
    return bodies.Sent(files=_files([(path.name, path.read_bytes()) for path in found]))


def _owner(told: bodies.OfPractice) -> Clinician:
    with reading() as db:
        return owner_of(db, told.practice)


def _answers(told: bodies.PayerAnswers) -> list[Answer]:
    return [
        Answer(
            one.claim, tuple((a.line, (a.group, a.reason, parse_cents(a.amount))) for a in one.adjustments),
            None if one.paid is None else parse_cents(one.paid), _clp02(one.status),
        )
        for one in told.claims
    ]  # fmt: skip


def _clp02(status: str) -> str:
    if status.startswith("A"):
        raise RuleViolation(f"{status} is a status of a 277CA. An 835 has CLP02: 1, 2, 3, 4, 19, 20 or 21.")
    return status


def _words(db: Session, owner: Clinician, told: bodies.PayerAnswers) -> list[Made]:
    return [write_acknowledgement(db, owner, told.kind, one.claim, one.status, told.taken) for one in told.claims]


def _delivered(owner: Clinician, made: list[Made], sync: bool) -> bodies.Delivered:
    inbox = Path(folder_of(owner.practice_id)) / "inbox"
    inbox.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    for name, content in made:
        (inbox / name).write_bytes(content)
    if not sync:
        return bodies.Delivered(files=_files(made))
    # Nobody writes them any more: there is nothing to wait for.
    done = sync_clearinghouse(partial(_step, owner), pause=lambda _seconds: None)
    if done.problem:
        raise RuleViolation(done.problem)
    left = [f"{one.name}: {one.why}" for one in done.collected.left]
    return bodies.Delivered(files=_files(made), said=done.words, left=left)


def _step(owner: Clinician, action: Callable[..., Any], *told: Any, **named: Any) -> Any:
    clock.keep_time_of(owner.practice_id)
    with transaction() as db:
        return action(db, owner, *told, **named)


def _files(made: list[Made]) -> list[bodies.File]:
    return [bodies.File(name=name, content=content.decode(errors="replace")) for name, content in made]
