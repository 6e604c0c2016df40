"""What posting an answer causes, told in words: the chip, and the sentences under it."""

from mbp_claims.domain.denial import Denial
from mbp_claims.domain.effect import Effect, Sequel, Verdict
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.posting import Flag

Chip = tuple[str, str, str]
VERDICTS: dict[Verdict, tuple[str, str, str]] = {
    Verdict.COMPLETES: ("Completes", "success", "check"),
    Verdict.CORRECTS: ("Corrects", "info", "check"),
    Verdict.DENIES: ("Denied:", "danger", "ban"),
    Verdict.REVERSES: ("Takes back", "warning", "undo-2"),
}
DENIED = {
    Denial.ORDER: "The payer says that another plan comes first.",
    Denial.MEND: "Fix the primary claim, or make the secondary claim on purpose.",
}


def verdict_chip(effect: Effect) -> Chip:
    """`Completes C-1042`, with its tone and icon."""
    word, tone, icon = VERDICTS[effect.verdict]
    return f"{word} {effect.number}", tone, icon


def causes(effect: Effect, payer: str) -> list[str]:
    """What follows, a sentence each: the secondary first, then who is left with what. `payer` sends the answer."""
    return [*_sequel(effect, payer), *_left(effect), *_flags(effect, payer)]


def _sequel(effect: Effect, payer: str) -> list[str]:
    second, asked = effect.secondary, f"{format_cents(effect.to_bill)} to {effect.next_payer}"
    match effect.sequel:
        case Sequel.MADE:
            nothing = "" if effect.to_bill else " Nothing is left to bill."
            return [f"{second} appears under Pending Claims, {asked}.{nothing}"]
        case Sequel.CROSSED_OVER:
            return [f"{payer} sent it to {effect.next_payer}: {second} waits for that answer."]
        case Sequel.RENEWED:
            return [f"{second} takes the new amounts, {asked}."]
        case Sequel.COB_CHANGED:
            return [f"{second} was filed with other amounts and needs a replacement."]
        case Sequel.WITHDRAWN:
            return [f"{second} is withdrawn until the corrected answer comes."]
        case Sequel.LEFT:
            return [f"No secondary claim is made. {DENIED.get(Denial(effect.denial), '')}".strip()]
    return []


def _left(effect: Effect) -> list[str]:
    if effect.verdict is Verdict.REVERSES:
        return ["The claim waits for its corrected answer."]
    found = []
    if effect.held:
        found.append(f"{format_cents(effect.held)} waits for {effect.next_payer or 'the secondary'}.")
    if effect.client:
        found.append(f"{format_cents(effect.client)} is the client’s.")
    if effect.undecided:
        found.append(f"{format_cents(effect.undecided)} is left for you to decide.")
    return found


def _flags(effect: Effect, payer: str) -> list[str]:
    found = []
    if effect.overpaid:
        found.append(f"Overpaid by {format_cents(effect.overpaid)}. Review it: the payer may ask for it back.")
    if Flag.PRIOR_PART_UNNAMED in effect.flags:
        found.append(f"{payer} wrote off what the first payer paid. Only what was still open is posted.")
    return found
