"""Files many claims as one interchange. What cannot be filed stays as it is, with the reason; the rest goes.

Three steps: reading, checking and filing. Checking a long file takes a while, so it stands between two transactions
and touches no database; filing takes only what is still word for word as it was checked.
"""

from collections.abc import Callable, Iterable, Sequence

from sqlmodel import Session

from mbp_claims.actions.file_claim import refuse_uncovered
from mbp_claims.actions.send_file import ORIGINAL, Inside, hand_over, keep_written
from mbp_claims.clock import now
from mbp_claims.db import claims, paper, trail_since
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.filings import filings_of
from mbp_claims.domain.answer_draft import checked_answer, entry_of, refuse
from mbp_claims.domain.batch import Batch, FiledBatch
from mbp_claims.domain.claim import WITH_PAYER, Claim
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.filing_rules import missing
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.standing import standing
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _
from mbp_claims.x12.claim_837 import claim_loops, claims_file, sender_loops
from mbp_claims.x12.finding import Finding
from mbp_claims.x12.gate import findings_apart

GONE = _("No claim of this practice has that number.")
ALREADY = _("It was filed already. It was not filed again.")
BY_PAPER = _("{} takes paper only. File it by itself to print the form.")
CHANGED = _("Something of it was changed while it was being checked. File it again.")
NOT_WHOLE = _("The file as a whole did not pass our checks: ")


def file_claims(db: Session, clinician: Clinician, numbers: Iterable[str]) -> FiledBatch:
    """All three steps in the caller's transaction, for a handful of claims."""
    return file_batch(db, clinician, check_batch(read_batch(db, clinician, numbers)))


def read_batch(db: Session, clinician: Clinician, numbers: Iterable[str]) -> Batch:
    """Reads and writes each claim. Only those that are ready go; of the others it is told what to do first."""
    asked, place = list(dict.fromkeys(numbers)), trail_since.place(db, clinician)
    found = {claim.number: claim for claim in claims.claims_by_number(db, clinician, asked)}
    left = {number: _why_not(found.get(number)) for number in asked}
    ready = [found[number] for number in asked if not left[number]]
    said_before = {number: said for number, said in left.items() if said}
    batch = Batch(now(), practice_of(db, clinician), {}, said_before, place)
    by_paper = paper.paper_only(db, clinician.practice_id)
    for filing in filings_of(db, clinician, ready, batch.at):
        if filing.plan.payer_id in by_paper:
            batch.left[filing.claim.number] = BY_PAPER.format(filing.payer.name)
        elif refusal := _refusal(filing):
            batch.left[filing.claim.number] = refusal
        else:
            batch.written[filing.claim.number] = claim_loops(filing)
    return batch


def check_batch(batch: Batch, gate: Callable[[str], list[Finding]] = findings_apart) -> Batch:
    """The batch whose file passes the gate as a whole: claims with findings are left behind, and it is checked anew.

    RuleViolation when something is wrong that belongs to no claim. Asks no database.
    """
    while batch.written:
        numbers = list(batch.written)
        text = claims_file(batch.practice, batch.practice.next_control, batch.at, list(batch.written.values()))
        found = gate(text)
        if not found:
            break
        refuse({f"gate-{n}": NOT_WHOLE + one.sentence for n, one in enumerate(found, 1) if not one.claim})
        batch = batch.without({numbers[one.claim - 1]: one.sentence for one in reversed(found)})
    return batch


def file_batch(db: Session, clinician: Clinician, batch: Batch) -> FiledBatch:
    """Keeps and sends the file of a batch that was checked, under the next control number: all of it, or nothing."""
    practice = practice_of(db, clinician, counting=True)
    if sender_loops(practice) != sender_loops(batch.practice):
        return FiledBatch((), {**batch.left, **dict.fromkeys(batch.written, CHANGED)})
    found = claims.claims_by_number(db, clinician, list(batch.written))
    left = {claim.number: said for claim in found if (said := _why_not(claim))}
    changed = _changed(db, clinician, batch, [claim for claim in found if claim.number not in left])
    kept = [claim for claim in found if claim.number not in left and claim.number not in changed]
    same = {claim.number for claim in kept}
    left = {number: left.get(number, CHANGED) for number in batch.written if number not in same}
    if not kept:
        return FiledBatch((), {**batch.left, **left})
    for claim in kept:
        claim.frequency, claim.cob_changed = ORIGINAL, False
    inside, checked = [Inside(claim) for claim in kept], [batch.written[claim.number] for claim in kept]
    file = keep_written(db, clinician, inside, checked, batch.at)
    return FiledBatch(tuple(hand_over(db, clinician, file)), {**batch.left, **left}, file.control_number)


def _changed(db: Session, clinician: Clinician, batch: Batch, ready: Sequence[Claim]) -> set[str]:
    """Numbers of those that are not word for word as they were checked, or go on paper now.

    Written anew are those alone that something was done about since, by the trail: of thousands a few.
    """
    done = trail_since.since(db, clinician, batch.place)
    doubtful = [claim for claim in ready if done.concerns(claim.client_id, claim.services_of or 0)]
    filings = filings_of(db, clinician, doubtful, batch.at)
    other = {filing.claim.number for filing in filings if claim_loops(filing) != batch.written[filing.claim.number]}
    by_paper = paper.plans_on_paper(db, clinician.practice_id)
    return other | {claim.number for claim in ready if claim.plan_id in by_paper}


def _why_not(claim: Claim | None) -> str:
    """Why a claim does not go with others, told from itself alone; empty when it may."""
    if claim is None:
        return GONE
    if claim.status in WITH_PAYER:
        return ALREADY
    stands = standing(claim)
    if stands.kind != "ready":
        return _("It is not ready to file: {words}.", words=stands.words)
    if claim.is_secondary and claim.to_bill_cents == 0:
        return _("Nothing is left to bill. File it by itself, if you want to send a $0.00 claim.")
    return ""


def _refusal(filing: Filing) -> str:
    """What must be mended first, as file_claim would say it."""
    try:
        refuse_uncovered(filing.claim, filing.plan, filing.payer.name)
        if filing.prior:
            charges = {line.position: line.charge_cents for line in filing.lines}
            refuse(checked_answer(entry_of(filing.prior.answer), charges, filing.prior.answer)[1])
    except RuleViolation as violation:
        return " ".join(violation.fields.values()) or violation.sentence
    return ". ".join(missing(filing).values())
