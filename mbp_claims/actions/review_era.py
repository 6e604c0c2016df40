"""Looks at the claims of a payment that are not posted yet: which claims of ours they answer, and what stands in the
way. Done on import, and again whenever somebody chose, skipped, posted or undid something. Changes no claim."""

from collections.abc import Collection, Iterator
from datetime import date

from sqlmodel import Session

from mbp_claims.actions.find_claims import Finder
from mbp_claims.clock import now, today
from mbp_claims.db import remittance_rows, remittances
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.families import chunks
from mbp_claims.db.remittance_rows import RemitRow
from mbp_claims.db.rows import without_collection
from mbp_claims.domain.claim_match import Found
from mbp_claims.domain.effect import Effect
from mbp_claims.domain.family import Family
from mbp_claims.domain.journal import Journal
from mbp_claims.domain.kept_remit import read_remit
from mbp_claims.domain.may_post import Refusal, decide
from mbp_claims.domain.post_answer import post
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Step, silent
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remittance import WAITING, Match, Outcome, Problem, Remittance

Verdict = Effect | Refusal
State = tuple[int | None, str, str, str, str]
STATE = ("claim_id", "match", "outcome", "problem", "why")


def review_remittance(
    db: Session, clinician: Clinician, remittance: Remittance, step: Step = silent,
    only: Collection[int] | None = None,
) -> None:  # fmt: skip
    """Each claim that waits becomes matched, not matched, or a problem, with `why`; the counts follow.

    `only` are ids of the claims to look at, where nothing else can have changed.
    """
    order = remittance_rows.order_of(db, remittance, WAITING, only)
    trial = Trial(db, clinician, remittance.payer_identifier, remittance.paid_on)
    done = 0
    with without_collection():
        for part in chunks(order):
            rows = remittance_rows.rows(db, remittance, part)
            told = ((state_of(found, verdict, row), row) for row, _, found, verdict in trial.run(rows))
            changed = [(*state, row.id) for state, row in told if state != _kept_state(row)]
            remittance_rows.update_claims(db, STATE, changed)
            trial.forget()
            done += len(part)
            step("matched", done, len(order))
    remittance_rows.recount(db, remittance)


def review_era(db: Session, clinician: Clinician, remittance_id: int) -> Remittance:
    """Looks again at what waits in a payment, as our claims may have changed since. NotFound for another practice's."""
    one_at_a_time(db, clinician)
    remittance = remittances.remittance(db, clinician, remittance_id)
    review_remittance(db, clinician, remittance)
    return remittance


class Trial:
    """Posts to families in memory only, to see what would come of it."""

    def __init__(self, db: Session, clinician: Clinician, payer_identifier: str, paid_on: date):
        self.finder = Finder(db, clinician, payer_identifier)
        self._paid_on = paid_on
        self._journal = trial_journal(clinician)
        self._clinician = clinician

    def run(self, rows: list[RemitRow]) -> Iterator[tuple[RemitRow, RemitClaim | None, Found, Verdict | None]]:
        """For each row what it says, the claim that was found, and what posting would cause or why it must not be."""
        told = [(row, read_remit(row.said)) for row in rows if row.said]
        free = [(row, remit) for row, remit in told if row.match != Match.CHOSEN]
        found = {row.id: one for (row, _), one in zip(free, self.finder.find([r for _, r in free]), strict=True)}
        chosen = [row.claim_id for row, _ in told if row.match == Match.CHOSEN and row.claim_id]
        self.finder.know(chosen)
        of_row = {row.id: remit for row, remit in told}
        for row in rows:
            remit = of_row.get(row.id)
            if remit is None:
                yield row, None, Found(None), None
                continue
            one = found.get(row.id) or self._chosen(row)
            yield row, remit, one, self._try(row, remit, one)

    def forget(self) -> None:
        """Lets go of what was tried, but for the families whose answer was taken back: a new one may follow."""
        known = self.finder.known
        self.finder.known = {one: family for one, family in known.items() if family.taken_back}
        self._journal = trial_journal(self._clinician)

    def _chosen(self, row: RemitRow) -> Found:
        family = self.finder.known.get(row.claim_id or 0)
        return Found(family.member(row.claim_id) if family else None, Match.CHOSEN, row.why)

    def _try(self, row: RemitRow, remit: RemitClaim, found: Found) -> Verdict | None:
        if found.claim is None:
            return None
        family: Family = self.finder.known[found.claim.id]
        told = decide(family, found.claim, remit, self._paid_on, row.imbalance, None, row.id)
        return told if isinstance(told, Refusal) else post(family, told, self._journal)


def _kept_state(row: RemitRow) -> State:
    return row.claim_id, row.match, row.outcome, row.problem, row.why


def trial_journal(clinician: Clinician) -> Journal:
    """One that is never saved."""
    numbers = iter(range(-1, -(10**9), -1))
    return Journal(
        clinician.practice_id, 0, now(), today(), clinician.id, clinician.signature, lambda: next(numbers),
        lambda: next(numbers),
    )  # fmt: skip


def state_of(found: Found, verdict: Verdict | None, row: RemitRow) -> State:
    """Claim, match, outcome, problem, why."""
    if not row.said:
        return row.claim_id, row.match, row.outcome, row.problem, row.why
    if found.claim is None:
        problem = Problem.UNBALANCED.value if row.imbalance else ""
        outcome = Outcome.PROBLEM if row.imbalance else Outcome.NOT_MATCHED
        return None, "", outcome.value, problem, row.imbalance or found.why
    # A secondary that only the trial made has an id that is nobody's.
    claim_id = found.claim.id if found.claim.id > 0 else None
    if isinstance(verdict, Refusal):
        return claim_id, str(found.match), Outcome.PROBLEM.value, verdict.problem.value, verdict.why
    return claim_id, str(found.match), Outcome.MATCHED.value, "", found.why
