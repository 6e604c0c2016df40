"""What posting a payment would cause, claim by claim, before anything is changed; and how it stands afterwards."""

from sqlmodel import Session

from mbp_claims.actions.preview_file import whole_file
from mbp_claims.actions.reconcile import entered_before, reconciliation
from mbp_claims.actions.review_era import Trial
from mbp_claims.actions.undo_posting import standing_posting
from mbp_claims.db import claims, payers, plans, postings, remittance_rows, remittances
from mbp_claims.db.families import client_names
from mbp_claims.domain.claim_match import Agreement, Ours, agreements
from mbp_claims.domain.effect import Effect
from mbp_claims.domain.era_facts import IN_TAB, CandidateFacts, EraFacts, EraPreview, PreviewLine, Tab
from mbp_claims.domain.family import Family
from mbp_claims.domain.kept_remit import read_remit
from mbp_claims.domain.may_post import Refusal
from mbp_claims.domain.payers_number import known_by
from mbp_claims.domain.posting import Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remittance import WAITING, Match, Outcome, Remittance, RemittanceClaim


def preview_era(
    db: Session, clinician: Clinician, remittance_id: int, tab: str = Tab.MATCHED, after: int = 0
) -> EraPreview:
    """Fifty lines of the tab after that position. NotFound when it is no ERA of this practice. Changes nothing."""
    remittance = remittances.remittance(db, clinician, remittance_id)
    found = remittance_rows.page_of_rows(db, remittance, IN_TAB.get(tab, IN_TAB[Tab.MATCHED]), after)
    page, has_more = found[: remittances.PAGE], len(found) > remittances.PAGE
    sums = remittance_rows.outcome_sums(db, remittance)
    ready, ready_cents = sums.get(Outcome.MATCHED, (0, 0))
    told = reconciliation(db, remittance)
    stands, is_undoable = standing_posting(db, clinician, remittance)
    return EraPreview(
        era_facts(db, clinician, remittance), remittances.era_file_label(db, clinician, remittance.era_file_id),
        told, tuple(remittances.withheld(db, remittance)),
        {outcome: count for outcome, (count, _) in sums.items()}, ready, ready_cents,
        _lines(db, clinician, remittance, page), has_more, stands if is_undoable else None,
        None if is_undoable else stands, tuple(postings.postings_of(db, remittance_id)),
        tuple(remittance_rows.first_amounts(db, remittance)), _sent_since(db, stands),
        whole_file(db, clinician, remittance), entered_before(db, remittance) if told.before else (),
    )  # fmt: skip


def _sent_since(db: Session, stands: Posting | None) -> str:
    return postings.was_filed_since(db, stands) if stands else ""


def era_facts(db: Session, clinician: Clinician, remittance: Remittance) -> EraFacts:
    """By our own name of the payer; for a stranger, by the name in the file."""
    names = payers.names_by_identifier(db, clinician, {remittance.payer_identifier})
    name = names.get(remittance.payer_identifier) or remittance.payer_name.title()
    return EraFacts(remittance, name, remittance.posted, remittance.claims)


def _lines(
    db: Session, clinician: Clinician, remittance: Remittance, page: list[RemittanceClaim]
) -> tuple[PreviewLine, ...]:
    """What waits is tried with all that the payment says of the same claims: a correction needs its reversal."""
    waiting = [row for row in page if row.outcome in WAITING]
    about = {row.claim_id for row in waiting if row.claim_id}
    tried = {row.id or 0 for row in waiting} | set(remittance_rows.rows_about(db, remittance, about, WAITING))
    order = remittance_rows.order_of(db, remittance, WAITING, tried) if tried else []
    trial = Trial(db, clinician, remittance.payer_identifier, remittance.paid_on)
    came = {row.id: (remit, found, verdict) for row, remit, found, verdict in trial.run(
        remittance_rows.rows(db, remittance, order)
    )}  # fmt: skip
    ours = claims.claims_by_id(db, {row.claim_id for row in page if row.claim_id})
    people = client_names(db, {claim.client_id for claim in ours.values()})
    followers = claims.secondaries_of(db, {row.claim_id or 0 for row in page if row.outcome == Outcome.POSTED})
    next_payers = plans.payer_names(db, {claim.plan_id for claim in followers.values()})
    lines = []
    for row in page:
        remit, _, verdict = came.get(row.id or 0, (None, None, None))
        remit = remit or _said(row)
        claim = ours.get(row.claim_id or 0)
        client = people.get(claim.client_id, "") if claim else ""
        family = trial.finder.known.get(row.claim_id or 0)
        follower = followers.get(row.claim_id or 0)
        lines.append(PreviewLine(
            row, remit, claim.number if claim else "", client, claim, _agreements(remit, family, row, client),
            verdict if isinstance(verdict, Effect) else None,
            _candidates(db, trial, remit) if row.outcome == Outcome.NOT_MATCHED and remit else (),
            verdict.why if isinstance(verdict, Refusal) and row.outcome == Outcome.MATCHED else "",
            follower, next_payers.get(follower.plan_id, "") if follower else "",
        ))  # fmt: skip
    return tuple(lines)


def _said(row: RemittanceClaim) -> RemitClaim | None:
    return read_remit(row.said) if row.said else None


def _agreements(
    remit: RemitClaim | None, family: Family | None, row: RemittanceClaim, client: str
) -> tuple[Agreement, ...]:
    claim = family.member(row.claim_id) if family else None
    if remit is None or family is None or claim is None:
        return ()
    said = agreements(remit, Ours(claim, family.lines, family.plans[claim.plan_id], client))
    return (*said, known_by(remit)) if row.match == Match.PAYERS_NUMBER else said


def _candidates(db: Session, trial: Trial, remit: RemitClaim) -> tuple[CandidateFacts, ...]:
    likely = trial.finder.candidates(remit)
    names = client_names(db, {ours.claim.client_id for ours in likely})
    return tuple(
        CandidateFacts(
            ours.claim.id, ours.claim.number, names.get(ours.claim.client_id, ""),
            agreements(remit, Ours(ours.claim, ours.lines, ours.plan, names.get(ours.claim.client_id, ""))),
        )
        for ours in likely
    )  # fmt: skip
