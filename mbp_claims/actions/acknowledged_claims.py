"""Which claims of ours an acknowledgement speaks of, through the file they were sent in, and what it says of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from mbp_claims.db import acknowledgements, claims, plans
from mbp_claims.db.acknowledgements import Sent
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.ack_codes import claim_word, mend_statuses, say_statuses, word_of, words
from mbp_claims.domain.ack_faults import say_fault, say_faults
from mbp_claims.domain.acknowledgement import (
    Acknowledgement,
    BatchAck,
    ClaimAck,
    GroupAck,
    InterchangeAck,
    StatusCode,
    TransactionAck,
    Word,
)
from mbp_claims.domain.acknowledging import Level
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.practice import Clinician
from mbp_claims.settings import settings
from mbp_claims.x12.sent_file import SentTransaction, sent_transactions

OUR_BATCH = re.compile(r"MBP(\d{9})(?:-\d+)?", re.ASCII)
REFILE = "Correct it, then refile."
WHOLE_FILE = "Refile it. If it comes back again, send this acknowledgement to your clearinghouse."
BECAUSE_OF_ANOTHER = "Sent back together with another claim of the same file"


@dataclass(frozen=True)
class Finding:
    """What is said of one claim. `sent` is None for a number that is none of ours; `file` is the one it was sent in."""

    claim_number: str
    word: Word
    level: Level
    said: str
    sent: Sent | None = None
    file: ClaimFile | None = None
    sender: str = ""
    codes: str = ""
    mend: str = ""
    payer_control_number: str = ""
    said_at: datetime | None = None


def findings(db: Session, clinician: Clinician, ack: Acknowledgement) -> list[Finding]:
    """One for each claim that is meant, in the order of the file that was sent; none of a file that is not ours."""
    if isinstance(ack, InterchangeAck):
        return list(_of_interchange(db, clinician, ack))
    if isinstance(ack, GroupAck):
        return list(_of_group(db, clinician, ack))
    return list(_of_batch(db, clinician, ack))


def _of_interchange(db: Session, clinician: Clinician, ack: InterchangeAck) -> Iterator[Finding]:
    file = _file(db, clinician, ack.control_number)
    said, codes = words("interchange", ack.note or "000", "Note"), f"{ack.result} {ack.note}".strip()
    mend = WHOLE_FILE if ack.word is Word.REJECTED else ""
    for sent in acknowledgements.sent_in(db, file) if file else ():
        yield Finding(sent.number, ack.word, Level.FILE, said, sent, file, codes=codes, mend=mend)


def _of_group(db: Session, clinician: Clinician, ack: GroupAck) -> Iterator[Finding]:
    file = _file(db, clinician, ack.control_number)
    if file is None:
        return
    ours = sent_transactions(file.content.encode())
    named = {int(one.control_number): one for one in ack.transactions if one.control_number.isdecimal()}
    for sent in acknowledgements.sent_in(db, file):
        transaction = named.get(sent.set_number)
        if transaction is None:
            codes = " ".join((ack.result, *ack.codes))
            said = "; ".join(words("group", code, "Code") for code in ack.codes)
            yield _of_file(sent, file, ack.word, said, codes)
        else:
            yield _of_transaction(sent, file, transaction, ours.get(transaction.control_number))


def _of_file(sent: Sent, file: ClaimFile, word: Word, said: str, codes: str) -> Finding:
    rejected = word is Word.REJECTED
    said = said or ("The file was sent back" if rejected else "The file arrived")
    return Finding(sent.number, word, Level.FILE, said, sent, file, codes=codes, mend=WHOLE_FILE if rejected else "")


def _of_transaction(sent: Sent, file: ClaimFile, ack: TransactionAck, ours: SentTransaction | None) -> Finding:
    """A transaction is sent back as a whole: its other claims too."""
    codes = " ".join((ack.result, *ack.codes))
    blamed = [(fault, fault.claim_number or (ours.claim_at(fault.position) if ours else "")) for fault in ack.faults]
    mine = [
        sentence
        for fault, number in blamed
        if number in (sent.number, "")
        for sentence in say_fault(fault, ours.at(fault.position) if ours else None)
    ]
    if ack.word is Word.RECEIVED:
        return _of_file(sent, file, ack.word, "; ".join(mine), codes)
    if not mine and blamed:
        return Finding(
            sent.number, ack.word, Level.FILE, BECAUSE_OF_ANOTHER, sent, file, codes=codes,
            mend="Nothing is wrong with it. Refile it."
        )  # fmt: skip
    said = mine or say_faults(ack, {})
    mend = REFILE if mine else WHOLE_FILE
    return Finding(
        sent.number, ack.word, Level.FILE, "; ".join(said) or "The file was sent back", sent, file, codes=codes,
        mend=mend,
    )  # fmt: skip


def _of_batch(db: Session, clinician: Clinician, ack: BatchAck) -> Iterator[Finding]:
    ours = OUR_BATCH.fullmatch(ack.batch)
    file = _file(db, clinician, ours[1]) if ours else None
    inside = {sent.number: sent for sent in acknowledgements.sent_in(db, file)} if file else {}
    for claim in ack.claims:
        sent, its_file = inside.get(claim.claim_number), file
        if sent is None:
            sent, its_file = _sent_elsewhere(db, clinician, claim)
        yield _of_claim(ack, claim, sent, its_file if sent else None)
    if word_of(ack.statuses) is Word.REJECTED:
        named = {claim.claim_number for claim in ack.claims}
        for number, sent in inside.items():
            if number not in named:
                yield _of_statuses(ack, number, ack.statuses, Word.REJECTED, sent, file)


def _of_claim(ack: BatchAck, claim: ClaimAck, sent: Sent | None, file: ClaimFile | None) -> Finding:
    word = claim_word(ack, claim)
    return _of_statuses(ack, claim.claim_number, claim.statuses, word, sent, file, claim.payer_control_number)


def _of_statuses(
    ack: BatchAck, number: str, statuses: tuple[StatusCode, ...], word: Word, sent: Sent | None,
    file: ClaimFile | None, payer_control_number: str = "",
) -> Finding:  # fmt: skip
    return Finding(
        number, word, Level.PAYER if ack.from_payer else Level.CLEARINGHOUSE, say_statuses(statuses), sent, file,
        sender=ack.sender.title(), codes=", ".join(map(str, statuses)),
        mend=mend_statuses(statuses) if word is Word.REJECTED else "", payer_control_number=payer_control_number,
        said_at=ack.made_at.replace(tzinfo=settings.timezone) if ack.made_at else None,
    )  # fmt: skip


def _file(db: Session, clinician: Clinician, control_number: str) -> ClaimFile | None:
    short = control_number.isascii() and control_number.isdigit() and len(control_number) <= 9
    return acknowledgements.file_of_interchange(db, clinician, int(control_number)) if short else None


def _sent_elsewhere(db: Session, clinician: Clinician, said: ClaimAck) -> tuple[Sent | None, ClaimFile | None]:
    """A batch whose number is not ours: the claim of that number and member that was sent last."""
    try:
        primary = claims.claim(db, clinician, said.claim_number)
    except NotFound:
        return None, None
    second = None if primary.is_secondary else claims.secondary_of(db, primary)
    filed = [(acknowledgements.latest_file_of(db, claim), claim) for claim in (primary, second) if claim]
    found = [(file, claim) for file, claim in filed if file]
    if not found:
        return None, None
    member = [one for one in found if plans.plan(db, clinician, one[1].plan_id).member_id == said.member_id]
    file, claim = max(member or found, key=lambda one: one[0].id or 0)
    return Sent(claim, said.claim_number, 1), file
