"""Swaps the order of a client's two payers, for the plans and for what is not settled yet, in one step."""

from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions.fix_primary import send_back
from mbp_claims.actions.settle_plans import settle_plans
from mbp_claims.clock import now
from mbp_claims.db import claims, clients, payers, plans
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record, record_claim
from mbp_claims.domain.card import Card
from mbp_claims.domain.claim import WAITS_FOR_US, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.client import Client
from mbp_claims.domain.codes import MSP_TYPES
from mbp_claims.domain.denial import Denial
from mbp_claims.domain.filing_plan import MEDICARE
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan, Rank, holder
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import N_, _

NO_PAIR = _("There must be an active primary and an active secondary plan to swap their order.")
NO_MSP_TYPE = _("Choose why Medicare pays second")
SWAPPED = N_("The order of the payers was changed")


@dataclass(frozen=True)
class Swap:
    """What a swap does: who pays first and second afterwards, and what becomes of the claims (numbers).

    `moved` wait for the payer who now comes first: they were not filed yet, or denied as another payer comes first.
    `withdrawn` were to be filed to the payer who now comes first, as if it came second. `staying` are with a payer
    already; they end as they began. `needs_msp`: Medicare comes second, and nobody has said why.
    """

    first: str
    second: str
    moved: tuple[str, ...]
    withdrawn: tuple[str, ...]
    staying: tuple[str, ...]
    needs_msp: bool = False


def weigh_swap(db: Session, clinician: Clinician, client_number: str) -> Swap:
    """What swapping would do; changes nothing. RuleViolation when there are no two payers to swap."""
    return _weighed(_pair(db, clinician, clients.client(db, clinician, client_number)))


def swap_payers(db: Session, clinician: Clinician, client_number: str, msp_type: str = "") -> Swap:
    """Both plans as new ones in the other order, with the same days and cards; the old ones stay for what was filed.

    RuleViolation when there are no two payers to swap; under `msp_type` when Medicare would come second without a
    reason (SBR05).
    """
    one_at_a_time(db, clinician)
    client = clients.client(db, clinician, client_number)
    pair = _pair(db, clinician, client)
    swap = _weighed(pair)
    if swap.needs_msp and msp_type not in MSP_TYPES:
        raise RuleViolation.of({"msp_type": NO_MSP_TYPE})
    first, second = _renewed(db, client, pair, msp_type if swap.needs_msp else "")
    for claim in pair.moving:
        _move(db, clinician, claim, first, swap.first)
    for claim in pair.withdrawing:
        change = claim.move(ClaimStatus.WITHDRAWN)
        claim.note = SWAPPED
        record_claim(db, clinician, f"{claim.number} withdrawn: {SWAPPED}", claim, change)
    db.flush()
    what = f"{swap.first} is the primary payer now, {swap.second} the secondary"
    record(db, clinician, what, (swap.second, swap.first), client_id=client.id, plan_id=second.id)
    return swap


@dataclass(frozen=True)
class _Pair:
    primary: InsurancePlan
    secondary: InsurancePlan
    payers: tuple[Payer, Payer]
    moving: tuple[Claim, ...]
    withdrawing: tuple[Claim, ...]
    staying: tuple[Claim, ...]


def _pair(db: Session, clinician: Clinician, client: Client) -> _Pair:
    kept = plans.plans_of(db, client)
    primary, secondary = holder(kept, Rank.PRIMARY), holder(kept, Rank.SECONDARY)
    if primary is None or secondary is None:
        raise RuleViolation(NO_PAIR)
    found = claims.unsettled(db, client)
    return _Pair(
        primary, secondary,
        (payers.payer(db, clinician, primary.payer_id), payers.payer(db, clinician, secondary.payer_id)),
        tuple(claim for claim in found if claim.plan_id == primary.id and _moves(claim)),
        tuple(claim for claim in found if claim.is_secondary and claim.status not in WITH_PAYER),
        tuple(claim for claim in found if claim.status in WITH_PAYER),
    )  # fmt: skip


def _moves(claim: Claim) -> bool:
    return claim.status in WAITS_FOR_US or claim.denial == Denial.ORDER


def _weighed(pair: _Pair) -> Swap:
    first, second = pair.payers[1], pair.payers[0]
    moved, withdrawn, staying = (
        tuple(claim.number for claim in some) for some in (pair.moving, pair.withdrawing, pair.staying)
    )
    return Swap(first.name, second.name, moved, withdrawn, staying, second.claim_filing in MEDICARE)


def _renewed(db: Session, client: Client, pair: _Pair, msp_type: str) -> tuple[InsurancePlan, InsurancePlan]:
    """The database allows one active plan of each rank, and no secondary without its primary: the old ones go first."""
    for old in (pair.secondary, pair.primary):
        old.step_down()
        old.removed_at = now()
        db.flush()
    first = _copied(db, pair.secondary, Rank.PRIMARY, "")
    second = _copied(db, pair.primary, Rank.SECONDARY, msp_type)
    settle_plans(db, client)
    return first, second


def _copied(db: Session, old: InsurancePlan, rank: Rank, msp_type: str) -> InsurancePlan:
    told = old.model_dump(exclude={
        "id", "rank", "active", "created_at", "removed_at", "msp_type", "primary_id", "primary_rank", "primary_active",
        "version",
    })  # fmt: skip
    plan = InsurancePlan(**told, rank=rank, active=False, msp_type=msp_type, created_at=now())
    db.add(plan)
    db.flush()
    for card in plans.whole_cards(db, old):
        db.add(Card(**card.model_dump(exclude={"id", "plan_id"}), plan_id=plan.id or 0))
    return plan


def _move(db: Session, clinician: Clinician, claim: Claim, plan: InsurancePlan, payer: str) -> None:
    """To the payer who now comes first, as an original: that one has never seen it."""
    if claim.status == ClaimStatus.DENIED:
        send_back(db, clinician, claim)
    claim.plan_id, claim.payer_control_number, claim.denial, claim.note = plan.id or 0, "", "", ""
    claim.version += 1
    record_claim(db, clinician, f"{claim.number} goes to {payer} first", claim)
