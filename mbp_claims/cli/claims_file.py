"""`claims file`: reads the claims, checks them apart from the database, and files them as one 837P."""

from functools import partial
from typing import Any

from mbp_claims.actions.deliver import Sending, send_waiting
from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.cli.acting import acting
from mbp_claims.cli.progress import Progress
from mbp_claims.cli.saying import json_text, refuse, say
from mbp_claims.db.claims import ready_numbers
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.batch import FiledBatch
from mbp_claims.domain.money import format_cents, plain_cents
from mbp_claims.domain.violation import RuleViolation

STEPS = 3
NOT_ALL, NONE = 1, 2


def file(numbers: list[str], ready: bool, as_json: bool, person: str = "") -> int:
    """The exit status, as `claims file --help` tells it."""
    if not numbers and not ready:
        return refuse("Name the claims to file, or ask for all that are ready: claims file --ready", NONE)
    try:
        done = _filed(numbers, ready, person)
    except RuleViolation as refused:
        return refuse(refused.sentence, NONE)
    sending = _sent(person) if done.claims else Sending()
    say(json_text(_document(done, sending)) if as_json else _words(done, sending))
    if done.left or sending.problem:
        return NOT_ALL if done.claims else NONE
    return 0


def _filed(numbers: list[str], ready: bool, person: str) -> FiledBatch:
    with Progress(STEPS) as progress:
        with reading() as db:
            who = acting(db, person)
            asked = [*numbers, *(ready_numbers(db, who) if ready else [])]
            progress.show(0, f"Reading {len(asked):,} claims")
            batch = read_batch(db, who, asked)
        progress.show(1, f"Checking {len(batch.written):,} claims")
        batch = check_batch(batch)
        progress.show(2, f"Filing {len(batch.written):,} claims")
        with transaction() as db:
            return file_batch(db, who, batch)


def _sent(person: str) -> Sending:
    """To the clearinghouse, with whatever waited before. What cannot be sent now waits, and is tried again."""
    with Progress() as progress:
        progress.show(0, "Sending")
        return send_waiting(partial(_step, person))


def _step(person: str, action: Any, *told: Any) -> Any:
    with transaction() as db:
        return action(db, acting(db, person), *told)


def _words(done: FiledBatch, sending: Sending) -> str:
    lines = [f"{number}: {why}" for number, why in done.left.items()]
    if done.claims:
        count = f"{len(done.claims):,} claim{'' if len(done.claims) == 1 else 's'}"
        amount = format_cents(done.to_bill_cents)
        lines.append(f"{count} filed for {amount}, in one file, number {done.control_number}.")
        lines += [f"It waits to be sent: {sending.problem}"] if sending.problem else []
    else:
        lines.append("Nothing was filed." if done.left else "No claim is ready to file.")
    return "\n".join(lines)


def _document(done: FiledBatch, sending: Sending) -> dict[str, object]:
    return {
        "sent": bool(done.claims) and not sending.problem,
        "problem": sending.problem or None,
        "control_number": done.control_number or None,
        "to_bill": plain_cents(done.to_bill_cents),
        "filed": [claim.number for claim in done.claims],
        "not_filed": [{"claim": number, "why": why} for number, why in done.left.items()],
    }
