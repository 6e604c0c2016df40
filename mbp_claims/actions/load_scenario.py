"""Named scenarios: each makes of any database of tests one whole practice, the same every time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from sqlmodel import Session, select

from mbp_claims.actions.demo.golden import golden_practice
from mbp_claims.actions.demo.long_content import long_content
from mbp_claims.actions.demo.opening import welcome
from mbp_claims.actions.demo.story import Story
from mbp_claims.actions.load_demo import load_demo
from mbp_claims.actions.open_practice import open_practice
from mbp_claims.clock import today
from mbp_claims.db.bulk import add_pending_claims, add_ready_secondaries
from mbp_claims.db.claims import ready_numbers
from mbp_claims.db.clear import clear
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.domain.cast import C_1042, C_1047, ERAS, ROWAN, demo_clinician, demo_practice
from mbp_claims.domain.cast.claims import answered, coinsured
from mbp_claims.domain.cast.clients import ROWANS_AETNA, ROWANS_CIGNA
from mbp_claims.domain.cast.shapes import CastAnswer, CastClaim, CastEra
from mbp_claims.domain.plan import InsurancePlan, Rank
from mbp_claims.domain.practice import Clinician

MANY = 500

_ROWAN_P = replace(ROWAN, plans=(ROWANS_AETNA,))
_ROWAN_PS = replace(ROWAN, plans=(ROWANS_AETNA, ROWANS_CIGNA))
_ONLY_PAID = CastAnswer(9280, (), "EX26316004417", typed_in_part=True)
_ERA = replace(next(era for era in ERAS if era.trace == "88120457"), answers={1042: coinsured("EX26316004417")})


def load_scenario(db: Session, name: str) -> None:
    """Clears the database first. ValueError when there is no scenario of that name."""
    if name not in SCENARIOS:
        raise ValueError(f"There is no scenario {name}. There are: {', '.join(SCENARIOS)}.")
    clear(db)
    SCENARIOS[name](db)


def bench_claims(db: Session, count: int = MANY) -> str:
    """Rowan, both plans, and so many claims that wait to be filed; clears the database first. The client's number."""
    clear(db)
    clinician = _rowan(db, both=True)
    primary = db.exec(select(InsurancePlan).where(InsurancePlan.rank == Rank.PRIMARY)).one()
    add_pending_claims(db, clinician, primary, count)
    return ROWAN.code


def ready_secondaries(db: Session, count: int = MANY) -> list[str]:
    """The same, answered: so many secondary claims that are ready to file. Their numbers."""
    bench_claims(db, count)
    clinician = first_clinician(db)
    second = db.exec(select(InsurancePlan).where(InsurancePlan.rank == Rank.SECONDARY)).one()
    second.effective = today() - timedelta(days=365)
    add_ready_secondaries(db, clinician, second)
    return ready_numbers(db, clinician)


def _empty(db: Session) -> Clinician:
    return welcome(db, demo_clinician(open_practice(db, demo_practice())))


def _rowan(db: Session, *claims: CastClaim, both: bool = True, eras: tuple[CastEra, ...] = ()) -> Clinician:
    clinician = _empty(db)
    Story(db, clinician, (_ROWAN_PS if both else _ROWAN_P,), claims, eras).tell()
    return clinician


def _by_hand(answer: CastAnswer) -> CastClaim:
    return replace(C_1042, deeds=(*C_1042.deeds, answered(11, answer, "16:02")))


SCENARIOS: dict[str, Callable[[Session], object]] = {
    "empty": _empty,
    "primary-only": lambda db: _rowan(db, both=False),
    "primary-and-secondary": _rowan,
    "primary-filed": lambda db: _rowan(db, replace(C_1042, deeds=C_1042.deeds[:1])),
    "primary-completed": lambda db: _rowan(db, _by_hand(_ONLY_PAID)),
    "secondary-ready": lambda db: _rowan(db, _by_hand(coinsured("EX26316004417"))),
    "era-arrived": lambda db: _rowan(db, C_1042, eras=(replace(_ERA, stray=None),)),
    "era-mismatch": lambda db: _rowan(db, C_1042, C_1047, eras=(_ERA,)),
    "many-claims": bench_claims,
    "long-content": lambda db: long_content(db, _empty(db)),
    "golden-ex1": golden_practice,
    "demo": load_demo,
}
"""What each is after:

- `empty`: the practice, no clients. `primary-only`, `primary-and-secondary`: Rowan and her plans, no claims.
- `primary-filed`: C-1042 is with Aetna; `waiting_era` then gives the ERA for it.
- `primary-completed`: completed by hand without its adjustments, so C-1042-S needs them.
- `secondary-ready`: completed from a paper EOB, C-1042-S is ready. `era-arrived`: the same by ERA 88120457.
- `era-mismatch`: that ERA also answers C-2210, which is none of ours; C-1047-S is off by $4.00.
- `golden-ex1`: the claim of the golden example is filed; importing its primary.835 completes it.
"""
