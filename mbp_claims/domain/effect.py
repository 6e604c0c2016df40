"""What posting an answer causes, as facts that can be put into words: shown before Post, and told after it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What happens to the claim that is answered. `corrects`: its earlier answer was taken back before."""

    COMPLETES = "completes"
    DENIES = "denies"
    CORRECTS = "corrects"
    REVERSES = "reverses"


class Sequel(StrEnum):
    """What happens to the secondary claim behind it.

    `made`, `crossed_over`: a new claim, to be filed by us or not. `renewed`: takes the new amounts. `cob_changed`: was
    filed already, a replacement is due. `withdrawn`: its primary was reopened. `left`: a denial to be mended first.
    """

    NONE = ""
    MADE = "made"
    CROSSED_OVER = "crossed_over"
    RENEWED = "renewed"
    COB_CHANGED = "cob_changed"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Effect:
    """`number` is the claim that is answered, `secondary` the one that follows (`next_payer` is asked `to_bill` cents).

    Cents of the services once this is posted: `paid` by this answer, then in all `written_off`, `held` for the
    secondary, the `client`'s, `undecided` (OA, PI), `overpaid`. `denial` is a `Denial`, `flags` are of `Flag`.
    """

    number: str
    verdict: Verdict
    paid: int
    written_off: int = 0
    held: int = 0
    client: int = 0
    undecided: int = 0
    overpaid: int = 0
    denial: str = ""
    sequel: Sequel = Sequel.NONE
    secondary: str = ""
    next_payer: str = ""
    to_bill: int = 0
    completes_secondary: bool = False
    flags: tuple[str, ...] = ()
