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


def load_scenario(db: Session, name: str) -> Clinician:
    """Clears the database first. The practice's owner. ValueError when there is no scenario of that name."""
    _check(name)
    clear(db)
    return SCENARIOS[name](db)


def open_scenario(db: Session, name: str) -> Clinician:
    """The same as one more practice beside those that are there."""
    _check(name)
    return SCENARIOS[name](db)


def _check(name: str) -> None:
    if name not in SCENARIOS:
        raise ValueError(f"There is no scenario {name}. There are: {', '.join(SCENARIOS)}.")


def bench_claims(db: Session, count: int = MANY) -> str:
    """Rowan, both plans, and so many claims that wait to be filed; clears the database first. The client's number."""
    clear(db)
    _many_claims(db, count)
    return ROWAN.code


def _many_claims(db: Session, count: int = MANY) -> Clinician:
    clinician = _rowan(db, both=True)
    ours = InsurancePlan.practice_id == clinician.practice_id
    add_pending_claims(
        db, clinician, db.exec(select(InsurancePlan).where(ours, InsurancePlan.rank == Rank.PRIMARY)).one(), count
    )
    return clinician


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


def _long_content(db: Session) -> Clinician:
    clinician = _empty(db)
    long_content(db, clinician)
    return clinician


SCENARIOS: dict[str, Callable[[Session], Clinician]] = {
    "empty": _empty,
    "primary-only": lambda db: _rowan(db, both=False),
    "primary-and-secondary": _rowan,
    "primary-filed": lambda db: _rowan(db, replace(C_1042, deeds=C_1042.deeds[:1])),
    "primary-completed": lambda db: _rowan(db, _by_hand(_ONLY_PAID)),
    "secondary-ready": lambda db: _rowan(db, _by_hand(coinsured("EX26316004417"))),
    "era-arrived": lambda db: _rowan(db, C_1042, eras=(replace(_ERA, stray=None),)),
    "era-mismatch": lambda db: _rowan(db, C_1042, C_1047, eras=(_ERA,)),
    "many-claims": _many_claims,
    "long-content": _long_content,
    "golden-ex1": golden_practice,
    "demo": load_demo,
}
ABOUT = {
    "empty": "The practice on its first day: payers, no clients.",
    "primary-only": "Rowan Ellis (R-0412) with Aetna as primary plan; no claims.",
    "primary-and-secondary": "Rowan with Aetna and Cigna; no claims.",
    "primary-filed": "The same, and C-1042 is filed to Aetna.",
    "primary-completed": "C-1042 was completed by hand without its adjustments: C-1042-S needs them.",
    "secondary-ready": "C-1042 was completed from a paper EOB: C-1042-S is ready to file, $23.20 to Cigna.",
    "era-arrived": "The same by ERA 88120457.",
    "era-mismatch": "That ERA also answers C-2210, which is none of ours; C-1047-S is off by $4.00.",
    "many-claims": "Rowan with both plans and 500 claims that wait to be filed.",
    "long-content": "Names, sums and lists as long as they may be.",
    "golden-ex1": "Dana Rivera’s CHC-2026-0001 is filed: importing the golden primary.835 completes it.",
    "demo": "The demo practice: the named cast with claims in every status, three people, an ERA that waits.",
}
"""What each is after. Nothing of it changes from one time to the next but ids of the database."""
