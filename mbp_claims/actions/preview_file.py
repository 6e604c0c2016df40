"""The other payments of an ERA's file: what posting all of it at once would post, and what Undo would take back."""

from sqlmodel import Session

from mbp_claims.actions.undo_posting import standing_posting
from mbp_claims.db import payers, remittance_rows, remittances
from mbp_claims.domain.era_facts import EraFacts, WholeFile
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Outcome, Remittance


def payments_of_file(db: Session, clinician: Clinician, remittance_id: int) -> list[int]:
    """Ids of all payments that came in the file of this one. NotFound when it is no ERA of this practice."""
    file_id = remittances.remittance(db, clinician, remittance_id).era_file_id
    return [one.id or 0 for one in remittances.of_file(db, clinician, file_id)]


def whole_file(db: Session, clinician: Clinician, remittance: Remittance) -> WholeFile:
    """Of a payment that was loaded through the clinician. Nothing where it came alone."""
    kept = remittances.of_file(db, clinician, remittance.era_file_id)
    if len(kept) < 2:
        return WholeFile()
    names = payers.names_by_identifier(db, clinician, {one.payer_identifier for one in kept})
    waiting = [one for one in kept if one.is_balanced and one.matched > one.posted]
    ready = [remittance_rows.outcome_sums(db, one).get(Outcome.MATCHED, (0, 0)) for one in waiting]
    return WholeFile(
        tuple(
            EraFacts(one, names.get(one.payer_identifier) or one.payer_name.title(), one.posted, one.claims)
            for one in kept
        ),
        sum(count for count, _ in ready), sum(cents for _, cents in ready), len(ready),
        tuple(found for one in kept if one.posted and (found := _undoable(db, clinician, one))),
    )  # fmt: skip


def _undoable(db: Session, clinician: Clinician, remittance: Remittance) -> int:
    """The id of its posting that stands and can be undone, else 0."""
    stands, is_undoable = standing_posting(db, clinician, remittance)
    return stands.id or 0 if stands and is_undoable else 0
