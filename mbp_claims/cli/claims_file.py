"""`claims file`: reads the claims, checks them apart from the database, and files them as one 837P."""

from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.open_shell import who_is_the_clinician
from mbp_claims.cli.progress import Progress
from mbp_claims.cli.saying import json_text, refuse, say
from mbp_claims.db.claims import ready_numbers
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.batch import FiledBatch
from mbp_claims.domain.money import format_cents, plain_cents
from mbp_claims.domain.violation import RuleViolation

STEPS = 3
NOT_ALL, NONE = 1, 2


def file(numbers: list[str], ready: bool, as_json: bool) -> int:
    """The exit status, as `claims file --help` tells it."""
    if not numbers and not ready:
        return refuse("Name the claims to file, or ask for all that are ready: claims file --ready", NONE)
    try:
        done = _filed(numbers, ready)
    except RuleViolation as refused:
        return refuse(refused.sentence, NONE)
    except NotFound:
        return refuse("There is no practice in this database yet.", NONE)
    say(json_text(_document(done)) if as_json else _words(done))
    if not done.left:
        return 0
    return NOT_ALL if done.claims else NONE


def _filed(numbers: list[str], ready: bool) -> FiledBatch:
    with Progress(STEPS) as progress:
        with reading() as db:
            who = who_is_the_clinician(db)
            asked = [*numbers, *(ready_numbers(db, who) if ready else [])]
            progress.show(0, f"Reading {len(asked):,} claims")
            batch = read_batch(db, who, asked)
        progress.show(1, f"Checking {len(batch.written):,} claims")
        batch = check_batch(batch)
        progress.show(2, f"Filing {len(batch.written):,} claims")
        with transaction() as db:
            return file_batch(db, who, batch)


def _words(done: FiledBatch) -> str:
    lines = [f"{number}: {why}" for number, why in done.left.items()]
    if done.claims:
        count = f"{len(done.claims):,} claim{'' if len(done.claims) == 1 else 's'}"
        amount = format_cents(done.to_bill_cents)
        lines.append(f"{count} filed for {amount}, in one file, number {done.control_number}.")
    else:
        lines.append("Nothing was filed." if done.left else "No claim is ready to file.")
    return "\n".join(lines)


def _document(done: FiledBatch) -> dict[str, object]:
    return {
        "control_number": done.control_number or None,
        "to_bill": plain_cents(done.to_bill_cents),
        "filed": [claim.number for claim in done.claims],
        "not_filed": [{"claim": number, "why": why} for number, why in done.left.items()],
    }
