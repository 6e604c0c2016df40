"""Takes an acknowledgement in: keeps it, finds the claims it speaks of, and moves them to where they stand by it."""

import hashlib
from collections import Counter
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims import clock
from mbp_claims.actions.acknowledged_claims import Finding, findings
from mbp_claims.actions.deliver import settle_arrived
from mbp_claims.db import acknowledgements, deliveries
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement
from mbp_claims.domain.acknowledgement import Acknowledgement, BatchAck, GroupAck, Word
from mbp_claims.domain.acknowledging import Level, next_status
from mbp_claims.domain.claim import ANSWERED, Claim, ClaimStatus
from mbp_claims.domain.days import show_day
from mbp_claims.domain.practice import Clinician
from mbp_claims.x12.acknowledgements import read_acknowledgements


@dataclass(frozen=True)
class Acknowledged:
    """The kept file, the numbers of the claims that moved, and whether the same file had come before."""

    file: AckFile
    moved: tuple[str, ...] = ()
    again: bool = False


def acknowledge(db: Session, clinician: Clinician, name: str, content: bytes) -> Acknowledged:
    """X12Error with the place where it is no acknowledgement; then nothing is kept. The same file changes nothing."""
    one_at_a_time(db, clinician)
    digest = hashlib.sha256(content).hexdigest()
    before = acknowledgements.ack_file_by_digest(db, clinician, digest)
    if before is not None:
        return Acknowledged(before, again=True)
    read = read_acknowledgements(content, name)
    found = [finding for one in read for finding in findings(db, clinician, one)]
    file = AckFile(
        practice_id=clinician.practice_id, kind=", ".join(dict.fromkeys(map(_kind, read))), name=name[:200],
        content=content, digest=digest, sender=_sender(read), said=_said(found), received_at=clock.now(),
        received_by=clinician.signature,
    )  # fmt: skip
    db.add(file)
    db.flush()
    moved = [finding.sent.claim.number for finding in found if _take(db, clinician, file, finding) and finding.sent]
    return Acknowledged(file, tuple(dict.fromkeys(moved)))


def _take(db: Session, clinician: Clinician, file: AckFile, finding: Finding) -> bool:
    """Keeps what is said of one claim; whether the claim stands elsewhere by it."""
    kept = ClaimAcknowledgement(
        ack_file_id=file.id or 0, claim_number=finding.claim_number, word=finding.word, level=finding.level,
        sender=finding.sender, codes=finding.codes, said=finding.said, mend=finding.mend,
        payer_control_number=finding.payer_control_number, said_at=finding.said_at or file.received_at,
    )  # fmt: skip
    moved = False
    if finding.sent is not None:
        kept.claim_id = finding.sent.claim.id
        kept.claim_file_id = finding.file.id if finding.file else None
        moved = kept.took_effect = _apply(db, clinician, finding, kept)
    db.add(kept)
    db.flush()
    return moved


def _apply(db: Session, clinician: Clinician, finding: Finding, kept: ClaimAcknowledgement) -> bool:
    assert finding.sent
    claim = finding.sent.claim
    latest = acknowledgements.latest_file_of(db, claim)
    if latest is not None and finding.file is not None and latest.id != finding.file.id:
        record_claim(db, clinician, f"{_told(claim, finding)} It speaks of an earlier file.", claim)
        return False
    if claim.status == ClaimStatus.WAITING and latest and (way := deliveries.delivery_of_file(db, latest)):
        # Nobody acknowledges what has not arrived: it was sent, and not marked.
        settle_arrived(db, clinician, way)
    before = acknowledgements.said_before(db, claim, finding.file)
    status = next_status(ClaimStatus(claim.status), kept, before)
    _keep_payers_number(claim, kept, before)
    change = claim.move(status) if status else ("", "")
    if status or claim.status == ClaimStatus.FILED:
        claim.note = _note(finding)
    record_claim(db, clinician, _told(claim, finding), claim, change)
    return status is not None


def _keep_payers_number(claim: Claim, kept: ClaimAcknowledgement, before: list[ClaimAcknowledgement]) -> None:
    """The payer’s own number (REF*1K) is needed to replace the claim; an ERA’s, or a later one, is not written over."""
    later = any(one.payer_control_number and one.said_at > kept.said_at for one in before)
    if kept.level == Level.PAYER and kept.payer_control_number and claim.status not in ANSWERED and not later:
        claim.payer_control_number = kept.payer_control_number


def _note(finding: Finding) -> str:
    """Below the chip: `By the payer, 11/19/2026`, `Member ID not found`, `Received, 11/18/2026`."""
    if finding.word == Word.REJECTED:
        return finding.said
    day = show_day(finding.said_at.date() if finding.said_at else clock.today())
    if finding.word == Word.ACCEPTED:
        return f"By the payer, {day}"
    return f"{'Received' if finding.level == Level.FILE else finding.said}, {day}"


def _told(claim: Claim, finding: Finding) -> str:
    """For the trail: `C-1042-S rejected by Cigna: Member ID not found.`"""
    done = {Word.RECEIVED: "received", Word.ACCEPTED: "accepted", Word.REJECTED: "rejected"}[finding.word]
    by = f" by {finding.sender}" if finding.sender else ""
    return f"{claim.number} {done}{by}: {finding.said}."


def _said(found: list[Finding]) -> str:
    """`2 claims accepted, 3 rejected`."""
    counts = Counter(finding.word for finding in found)
    parts = [f"{counts[word]:,} {word}" for word in (Word.ACCEPTED, Word.RECEIVED, Word.REJECTED) if counts[word]]
    return ", ".join(parts) or "No claim of yours"


def _kind(ack: Acknowledgement) -> str:
    return "999" if isinstance(ack, GroupAck) else "277CA" if isinstance(ack, BatchAck) else "TA1"


def _sender(read: tuple[Acknowledgement, ...]) -> str:
    return next((one.sender.title() for one in read if isinstance(one, BatchAck)), "")
