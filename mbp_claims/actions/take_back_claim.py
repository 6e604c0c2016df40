"""Takes back a claim that waits to be sent: it stands again as it did before it was filed, and nothing leaves.

A file is sent as a whole or not at all, so that the other claims of its file come back too. Whoever is about to send it
asks first (`deliver.begin_to_send`) and finds it gone; once that was asked, or where a crash leaves it open whether the
file arrived, nothing can be taken back any more.
"""

from sqlmodel import Session

from mbp_claims.clock import now
from mbp_claims.db import acknowledgements, claims, deliveries, files
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record_claim, status_before
from mbp_claims.domain.claim import SAID, Claim, ClaimStatus
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.delivery import Delivery, DeliveryState
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.resending import Frequency
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

MAY_HAVE_LEFT = _(
    "{} may have left already: sending it has begun, or broke off. Use Send now on the Clearinghouse page; once it is "
    "filed it can be replaced or voided."
)
IN_COMPANY = _(
    "{} is in one file with claims of other clinicians’ clients, and a file comes back as a whole. Ask the owner or a "
    "biller to take it back."
)


def take_back_claim(db: Session, clinician: Clinician, number: str) -> list[Claim]:
    """That claim first, then those that were in its file. RuleViolation when it does not wait, or may have left."""
    one_at_a_time(db, clinician)
    asked = claims.claim(db, clinician, number)
    if asked.status != ClaimStatus.WAITING:
        said = SAID[ClaimStatus(asked.status)]
        raise RuleViolation(
            _("{number} is {status}. Only a claim that waits to be sent can be taken back.", number=number, status=said)
        )
    file, way = _file_of(db, asked)
    if not files.has_whole(db, clinician, file):
        raise RuleViolation(IN_COMPANY.format(number))
    inside = files.claims_of(db, file)
    if way.may_have_left or any(claim.status != ClaimStatus.WAITING for __, claim in inside):
        raise RuleViolation(MAY_HAVE_LEFT.format(number))
    way.take_back()
    file.taken_back_at = now()
    db.flush()
    for filed, claim in inside:
        _stand_as_before(db, clinician, claim, filed)
    db.flush()
    return [asked, *(claim for __, claim in inside if claim.id != asked.id)]


def _file_of(db: Session, claim: Claim) -> tuple[ClaimFile, Delivery]:
    file = acknowledgements.latest_file_of(db, claim)
    way = deliveries.delivery_of_file(db, file) if file else None
    if file is None or way is None or way.state != DeliveryState.WAITING:
        raise RuleViolation(MAY_HAVE_LEFT.format(claim.number))
    return file, way


def _stand_as_before(db: Session, clinician: Clinician, claim: Claim, filed: FiledClaim) -> None:
    """What its payer had before is what it has: that may differ from what the claim says now."""
    before = status_before(db, clinician, claim, ClaimStatus.WAITING) or ClaimStatus.PENDING
    change = claim.move(ClaimStatus(before))
    earlier = files.last_filed(db, claim)
    claim.note, claim.frequency = filed.note_before, earlier.frequency if earlier else Frequency.ORIGINAL
    claim.cob_changed = bool(earlier and claim.is_secondary and earlier.cob_id != claim.cob_id and claim.filed_at)
    record_claim(db, clinician, f"{claim.number} was taken back before it was sent", claim, change)
