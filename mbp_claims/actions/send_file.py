"""A claim file on its way out: kept first, then sent, and its claims are filed when it has arrived.

Three steps, so that a delivery that takes its time can stand between them. `keep_file` writes the interchange and keeps
it with its claims and its number, in the caller's transaction. `hand_over` has it wait to be sent, in the same one.
`deliver.send_waiting` carries it, and calls `arrived` when it is there, in a transaction of its own.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db import files, payers
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.filings import by_id
from mbp_claims.db.rows import insert_rows
from mbp_claims.db.trail import deed_on, record_all
from mbp_claims.domain.answer_draft import refuse
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.delivery import FIRST_TRY, Delivery, file_name
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.x12.claim_837 import Loops, claim_loops, claims_file, set_number
from mbp_claims.x12.gate import gate

ORIGINAL = "1"
FILED = (
    "claim_file_id", "claim_id", "position", "set_number", "frequency", "original_reference", "charge_cents",
    "to_bill_cents", "cob_id", "note_before",
)  # fmt: skip
DONE = {"1": "filed", "7": "replacement filed", "8": "void filed"}
"""What the trail says, by frequency."""


def keep_file(
    db: Session, clinician: Clinician, filings: Sequence[Filing], checked: Sequence[Loops] | None = None
) -> ClaimFile:
    """Writes the claims as one interchange under the next control number, and keeps it; nothing is sent yet.

    `checked` are the claims as they have passed the gate before; without it they pass it here: RuleViolation with what
    it finds, and no number is used up. The claims’ status stays as it is.
    """
    loops = [claim_loops(filing) for filing in filings] if checked is None else checked
    if checked is None:
        practice = practice_of(db, clinician, counting=True)
        text = claims_file(practice, practice.next_control, filings[0].written_at, loops)
        refuse({f"gate-{n}": sentence for n, sentence in enumerate(gate(text), 1)})
    inside = [Inside(filing.claim, filing.frequency, filing.original_reference) for filing in filings]
    return keep_written(db, clinician, inside, loops, filings[0].written_at)


class Inside(NamedTuple):
    """A claim in a file, and as what it goes."""

    claim: Claim
    frequency: str = ORIGINAL
    original_reference: str = ""


def keep_written(
    db: Session, clinician: Clinician, inside: Sequence[Inside], checked: Sequence[Loops], written_at: datetime
) -> ClaimFile:
    """The same of claims that were written and have passed the gate before: `checked`, in the order of `inside`."""
    practice = practice_of(db, clinician, counting=True)
    number = practice.next_control
    practice.next_control = number + 1
    first = inside[0].claim.number
    file = ClaimFile(
        practice_id=practice.id or 0, name=f"{first}.837p" if len(inside) == 1 else f"claims-{number}.837p",
        content=claims_file(practice, number, written_at, checked), control_number=number, created_at=now(),
        created_by=clinician.signature,
    )  # fmt: skip
    db.add(file)
    db.flush()
    insert_rows(db, FiledClaim, FILED, [_filed(file, one, position) for position, one in enumerate(inside, 1)])
    return file


def hand_over(db: Session, clinician: Clinician, file: ClaimFile) -> list[Claim]:
    """The file waits to be sent, and so do its claims, which it gives."""
    content = file.content.encode()
    submitter = practice_of(db, clinician).submitter_id
    db.add(
        Delivery(
            practice_id=file.practice_id, claim_file_id=file.id or 0, next_try_at=now() + FIRST_TRY,
            name=file_name(submitter, file.control_number, content),
        )
    )  # fmt: skip
    inside, deeds = files.claims_of(db, file), []
    for filed, claim in inside:
        change = claim.move(ClaimStatus.WAITING)
        deeds.append(deed_on(clinician, f"{claim.number} waits to be sent", claim, change))
        if claim.note:
            filed.note_before, claim.note = claim.note, ""
    db.flush()
    record_all(db, file.practice_id, deeds)
    return [claim for _, claim in inside]


def arrived(db: Session, clinician: Clinician, file: ClaimFile) -> list[Claim]:
    """The file is there: each of its claims that waited for it is filed; one that was answered meanwhile stays."""
    inside = [(filed, claim) for filed, claim in files.claims_of(db, file) if claim.status == ClaimStatus.WAITING]
    billed = by_id(db, InsurancePlan, (claim.plan_id for _, claim in inside))
    names = payers.payer_names(db, {plan.payer_id for plan in billed.values()})
    deeds = []
    for filed, claim in inside:
        change = claim.move(ClaimStatus.FILED)
        claim.filed_at, claim.note = now(), ""
        payer = names[billed[claim.plan_id].payer_id]
        deeds.append(deed_on(clinician, f"{claim.number} {DONE[filed.frequency]} to {payer}", claim, change))
    db.flush()
    record_all(db, file.practice_id, deeds)
    return [claim for _, claim in inside]


def _filed(file: ClaimFile, of: Inside, position: int) -> tuple[Any, ...]:
    """In the order of FILED."""
    claim = of.claim
    to_bill = claim.to_bill_cents if claim.is_secondary else claim.charge_cents
    return (
        file.id, claim.id, position, set_number(position), of.frequency, of.original_reference, claim.charge_cents,
        to_bill, claim.cob_id, "",
    )  # fmt: skip
