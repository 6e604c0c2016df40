"""Claims by the number that their payer gave them: in an answer that counts, or when it took the claim in."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlmodel import Session, col

from mbp_claims.db.families import chunks
from mbp_claims.db.own import mine
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Clinician


def claims_by_payers_number(db: Session, clinician: Clinician, numbers: Collection[str]) -> dict[str, set[int]]:
    """Ids of her claims, by number. Two payers may use the same one."""
    found: dict[str, set[int]] = defaultdict(set)
    for part in chunks(set(numbers) - {""}):
        answered = select(Adjudication.payer_control_number, Adjudication.claim_id).where(
            *mine(clinician, Adjudication), col(Adjudication.payer_control_number).in_(part),
            col(Adjudication.payer_control_number) != "", col(Adjudication.void_at).is_(None),
        )  # fmt: skip
        taken_in = select(Claim.payer_control_number, Claim.id).where(  # type: ignore[call-overload]
            *mine(clinician, Claim), col(Claim.payer_control_number).in_(part),
            col(Claim.payer_control_number) != "",
        )  # fmt: skip
        for asked in (answered, taken_in):
            for number, claim_id in db.execute(asked):
                found[number].add(claim_id)
    return found
