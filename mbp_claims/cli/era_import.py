"""Imports 835 files into the database, and posts what matches where that was asked for."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import Session

from mbp_claims.actions.import_era import AlreadyImported, Imported, keep_era
from mbp_claims.actions.match_era import match_era
from mbp_claims.actions.post_apart import post_file_apart
from mbp_claims.actions.posted import Posted
from mbp_claims.actions.read_era import read_era
from mbp_claims.cli.acting import acting
from mbp_claims.cli.progress import Progress
from mbp_claims.cli.saying import json_text, say
from mbp_claims.db.engine import reading, transaction
from mbp_claims.db.remittances import remittance
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.remittance import Remittance
from mbp_claims.domain.violation import RuleViolation

GOOD, TO_REVIEW, REFUSED = 0, 1, 2
STANDARD_INPUT = "-"
WORDS = {"bytes": "bytes read", "read": "claims read", "matched": "claims matched", "posted": "claims posted"}


@dataclass
class Came:
    """What came of one file. `refused` says why nothing did."""

    file: str
    refused: str = ""
    already: bool = False
    payments: list[Remittance] = field(default_factory=list)
    postings: list[Posted] = field(default_factory=list)

    @property
    def status(self) -> int:
        if self.refused:
            return GOOD if self.already else REFUSED
        return TO_REVIEW if any(one.waiting or not one.is_balanced for one in self.payments) else GOOD


def import_files(files: list[str], post: bool, as_json: bool, person: str = "") -> int:
    """The worst status of them all. Each file is kept in a transaction of its own, and posted in one."""
    came = []
    for name in files:
        came.append(_import(name, post, person))
        if not as_json:
            _tell(came[-1])
    if as_json:
        say(json_text([_told(one) for one in came]))
    return max(one.status for one in came)


def _import(name: str, post: bool, person: str) -> Came:
    title = "The standard input" if name == STANDARD_INPUT else Path(name).name
    came = Came(title)
    try:
        content = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as unreadable:
        came.refused = f"{title} cannot be read: {unreadable.strerror}."
        return came
    look, save = partial(_run, reading, person), partial(_run, transaction, person)
    with Progress() as progress:

        def step(what: str, done: int, of: int) -> None:
            progress.show(done, f"{title}: {done:,} {WORDS.get(what, what)}")

        try:
            imported: Imported = save(keep_era, look(match_era, read_era(title, content, step), step), step)
            came.payments, ids = list(imported.remittances), [one.id or 0 for one in imported.remittances]
            if post and any(one.is_balanced and one.matched for one in came.payments):
                came.postings = post_file_apart(look, save, ids, step=step)
                came.payments = [look(remittance, one) for one in ids]
        except RuleViolation as refused:
            came.refused, came.already = str(refused), isinstance(refused, AlreadyImported)
    return came


def _run(session: Callable[[], AbstractContextManager[Session]], person: str, action: Any, *told: Any) -> Any:
    with session() as db:
        return action(db, acting(db, person), *told)


def _tell(came: Came) -> None:
    if came.refused:
        say(f"{came.file}: {came.refused}")
    for payment in came.payments:
        amount, left = format_cents(payment.total_cents), payment.waiting
        say(f"{came.file}: {payment.payer_name} {payment.trace}, {amount}, {payment.posted} of {payment.claims} posted")
        if not payment.is_balanced:
            say(f"  Does not add up: {payment.imbalance}")
        if left:
            say(f"  {left} {'claim waits' if left == 1 else 'claims wait'} in the ERA Inbox: /era/{payment.id}")


def _told(came: Came) -> dict[str, Any]:
    return {
        "file": came.file, "refused": came.refused, "already_imported": came.already,
        "payments": [
            {
                "id": one.id, "payer": one.payer_name, "trace": one.trace, "paid_on": one.paid_on.isoformat(),
                "total_cents": one.total_cents, "claims": one.claims, "posted": one.posted, "waiting": one.waiting,
                "imbalance": one.imbalance,
            }
            for one in came.payments
        ],
        "secondaries": [number for one in came.postings for number in one.secondaries],
        "crossed_over": [number for one in came.postings for number in one.crossed_over],
        "cob_changed": [number for one in came.postings for number in one.cob_changed],
        "overpaid": [number for one in came.postings for number in one.overpaid],
        "denied": [number for one in came.postings for number in one.denied],
    }  # fmt: skip
