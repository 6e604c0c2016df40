"""The nouns in memory, without a database: a client, plans, claims and answers to vary."""

from datetime import date

from mbp_claims.domain.answer import Answer, LinePayment, Reduction
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan, Rank

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 24)
JANUARY = date(2026, 1, 1)
JUNE_30 = date(2026, 6, 30)
JULY = date(2026, 7, 1)
NEW_YEAR = date(2027, 1, 1)
NEW_YEARS_EVE = date(2026, 12, 31)

ROWAN = Client(
    practice_id=1, number="R-0412", first_name="Rowan", last_name="Ellis", born=date(1988, 3, 14),
    address="27 Thistledown Row", city="Portland", state="ME", zip="04101",
)  # fmt: skip


def plan(
    rank: str = "primary", effective: date = JANUARY, ends: date | None = None, **changes: object
) -> InsurancePlan:
    """Active from January of the year on, unless told otherwise."""
    told = {"practice_id": 1, "client_id": 1, "payer_id": 1, "active": True, "member_id": "W1", "id": 1}
    return InsurancePlan(**{**told, **changes, "rank": Rank(rank), "effective": effective, "ends": ends})


def secondary(effective: date = JANUARY, ends: date | None = None, **changes: object) -> InsurancePlan:
    told = {"id": 2, "payer_id": 2, "primary_id": 1, "primary_rank": "primary", "primary_active": True}
    return plan("secondary", effective, ends, **{**told, **changes})


def claim(status: ClaimStatus = ClaimStatus.PENDING, **changes: object) -> Claim:
    """C-1042 of $160.00 on 11/03/2026, to the primary."""
    told = {
        "id": 42, "practice_id": 1, "client_id": 1, "plan_id": 1, "rendering_id": 1, "number": "C-1042",
        "rank": "primary", "service_from": date(2026, 11, 3), "service_to": date(2026, 11, 3), "charge_cents": 16000,
    }  # fmt: skip
    return Claim(**{**told, **changes, "status": status})


def follower(status: ClaimStatus = ClaimStatus.PENDING, **changes: object) -> Claim:
    """Its secondary, C-1042-S."""
    told = {"id": 43, "number": "C-1042-S", "rank": "secondary", "primary_claim_id": 42, "plan_id": 2}
    return claim(status, **{**told, **changes})


def answer(paid: int, *reductions: tuple[int, str, str, int], lines: dict[int, int] | None = None) -> Answer:
    """What was paid in all, reductions of line, group, reason, cents; by line (cents) unless `lines` is empty."""
    by_line = {1: paid} if lines is None else lines
    payments = tuple(LinePayment(line, cents) for line, cents in by_line.items())
    return Answer(paid, date(2026, 11, 12), payments, tuple(Reduction(*one) for one in reductions))


COINSURED = answer(9280, (1, "CO", "45", 4400), (1, "PR", "2", 2320))
