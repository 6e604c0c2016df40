"""What the claims of a posting become when it is taken back: what they were before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db import postings
from mbp_claims.db.families import chunks, families
from mbp_claims.db.postings import PostedLine
from mbp_claims.db.rows import Rows, write
from mbp_claims.db.trail import record_all
from mbp_claims.domain.activity import Deed
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, ClaimStatus
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import read_state
from mbp_claims.domain.our_claim import OurClaim
from mbp_claims.domain.posting import Kind
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.sequel import CHANGED
from mbp_claims.words import N_

SENT = (*WITH_PAYER, *ANSWERED)
UNDONE = N_("The posting of its ERA was undone")
REVERSED = N_("The posting of its ERA was reversed")
NOT_MADE = N_("Making it was undone")


@dataclass(frozen=True)
class Why:
    """Who takes what back: an ERA's posting, or what was done by hand."""

    kind: Kind
    of_era: bool
    at: datetime
    clinician: Clinician

    @property
    def words(self) -> str:
        if not self.of_era:
            return NOT_MADE
        return UNDONE if self.kind is Kind.UNDO else REVERSED


@dataclass(frozen=True)
class PutBack:
    """Up to a thousand claims as they will be, and what the trail will say. `families` are pairs of ids: of the client,
    and of the primary claim. `count`: how many answers of the payment that takes back."""

    claims: Rows
    deeds: list[Deed]
    families: frozenset[tuple[int, int]]
    count: int

    def save(self, db: Session, practice_id: int) -> None:
        write(db, self.claims)
        record_all(db, practice_id, self.deeds)


def put_back(
    db: Session, clinician: Clinician, lines: list[PostedLine], kind: Kind, known: dict[int, Family],
    of_era: bool = True,
) -> Iterator[PutBack]:  # fmt: skip
    """Last change first, so that each claim ends as it was before the first. Changes only what is in memory: `known`
    are families by claim, which an earlier step may have changed; those that are missing come to it."""
    why = Why(kind, of_era, now(), clinician)
    by_claim: dict[int, list[PostedLine]] = {}
    for line in reversed(lines):
        by_claim.setdefault(line.claim_id, []).append(line)
    for part in chunks(list(by_claim)):
        known |= families(db, clinician, [one for one in part if one not in known])
        found = {id(known[one]): known[one] for one in part if one in known}.values()
        changed, deeds = [], []
        for claim_id in part:
            claim = _member(known.get(claim_id), claim_id)
            if claim is None:
                continue
            before = claim.status
            _put_back(claim, by_claim[claim_id], why)
            changed.append(claim)
            deeds.append(_deed(why, claim, before))
        for family in found:
            second = family.secondary
            if second and second.id not in by_claim and family.primary.status not in ANSWERED:
                before = second.status
                if _let_go(second, why):
                    changed.append(second)
                    deeds.append(_deed(why, second, before))
        for claim in changed:
            claim.version += 1
        about = frozenset((one.primary.client_id, one.primary.id) for one in found)
        answers = sum(1 for one in part for line in by_claim[one] if line.remittance_claim_id)
        yield PutBack(postings.changed_claims(db, changed), deeds, about, answers)


def _put_back(claim: OurClaim, lines: list[PostedLine], why: Why) -> None:
    """`lines`: the last one first. A claim that was filed since stays, and says that its primary's answer changed."""
    filed_since = claim.status in SENT and claim.version > lines[0].version
    if claim.is_secondary and filed_since and not _was_answered_by(lines):
        claim.cob_changed, claim.note = True, CHANGED
        return
    for line in lines:
        for name, value in read_state(line.before).items():
            setattr(claim, name, value)
    if any(line.made for line in lines):
        claim.status = ClaimStatus.WITHDRAWN.value
        claim.note = why.words
        claim.follow_up_on = None


def _let_go(second: OurClaim, why: Why) -> bool:
    """A secondary that a person made of the answer that is gone; whether anything changed."""
    if second.status in (ClaimStatus.WITHDRAWN, ClaimStatus.NOT_BILLABLE):
        return False
    if second.status in SENT:
        second.cob_changed, second.note = True, CHANGED
    else:
        second.status = ClaimStatus.WITHDRAWN.value
        second.note = why.words
    return True


def _was_answered_by(lines: list[PostedLine]) -> bool:
    return any(line.adjudication_id for line in lines)


def _deed(why: Why, claim: OurClaim, before: str) -> Deed:
    word = "undone" if why.kind is Kind.UNDO else "reversed"
    what = f"{claim.number}: posting {word}" if why.of_era else f"{claim.number}: {word}"
    about = (claim.client_id, claim.plan_id, claim.id)
    return Deed(why.at, why.clinician.id, why.clinician.signature, what, before, claim.status, *about)


def _member(family: Family | None, claim_id: int) -> OurClaim | None:
    return family.member(claim_id) if family else None
