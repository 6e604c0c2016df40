"""What a person decides about one claim of a payment before it is posted: which claim it answers, or to leave it."""

from sqlmodel import Session

from mbp_claims.actions.review_era import review_remittance
from mbp_claims.db import claims, remittance_rows
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import WAITING, Match, Outcome, Remittance, RemittanceClaim
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

POSTED = _("This line was posted already.")
UNREADABLE = _("This line could not be read. Enter it by hand from the paper EOB.")


def choose_match(db: Session, clinician: Clinician, line_id: int, number: str) -> RemittanceClaim:
    """The claim of ours (`number`, C-1042 or C-1042-S) that the line answers, kept with who chose it.

    It becomes matched, or a problem that says why it cannot be posted to that claim. NotFound for a stranger's claim.
    """
    remittance, line = _open(db, clinician, line_id)
    if not line.said:
        raise RuleViolation(UNREADABLE)
    claim = claims.claim(db, clinician, number)
    line.claim_id, line.match, line.outcome = claim.id, Match.CHOSEN, Outcome.NOT_MATCHED
    line.why = f"Chosen by {clinician.signature}"
    what = f"ERA {remittance.trace}, line {line.position} matched to {claim.number}"
    return _settled(db, clinician, remittance, line, what)


def forget_match(db: Session, clinician: Clinician, line_id: int) -> RemittanceClaim:
    """Takes the choice back: the line is matched by itself again, or not."""
    remittance, line = _open(db, clinician, line_id)
    if line.match != Match.CHOSEN:
        return line
    line.claim_id, line.match, line.outcome, line.why = None, "", Outcome.NOT_MATCHED, ""
    return _settled(db, clinician, remittance, line, f"ERA {remittance.trace}, line {line.position}: choice taken back")


def skip_line(db: Session, clinician: Clinician, line_id: int) -> RemittanceClaim:
    """The line is left alone: it waits for nobody any more, and is not posted."""
    remittance, line = _open(db, clinician, line_id)
    if line.outcome == Outcome.SKIPPED:
        return line
    line.outcome = Outcome.SKIPPED
    return _settled(db, clinician, remittance, line, f"ERA {remittance.trace}, line {line.position} skipped")


def take_up_line(db: Session, clinician: Clinician, line_id: int) -> RemittanceClaim:
    """A skipped line waits again."""
    remittance, line = _open(db, clinician, line_id)
    if line.outcome != Outcome.SKIPPED:
        return line
    line.outcome = Outcome.NOT_MATCHED if line.said else Outcome.PROBLEM
    return _settled(db, clinician, remittance, line, f"ERA {remittance.trace}, line {line.position} taken up again")


def _open(db: Session, clinician: Clinician, line_id: int) -> tuple[Remittance, RemittanceClaim]:
    one_at_a_time(db, clinician)
    remittance, line = remittance_rows.remittance_claim(db, clinician, line_id)
    db.refresh(line)
    if line.outcome == Outcome.POSTED:
        raise RuleViolation(POSTED)
    return remittance, line


def _settled(
    db: Session, clinician: Clinician, remittance: Remittance, line: RemittanceClaim, what: str
) -> RemittanceClaim:
    db.flush()
    record(db, clinician, what, remittance_id=remittance.id)
    review_remittance(db, clinician, remittance, only=(line.id or 0,) if line.outcome in WAITING else ())
    db.refresh(line)
    return line
