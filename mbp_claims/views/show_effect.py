"""What posting an answer causes, told in words: the chip, and the sentences under it."""

from mbp_claims.domain.denial import Denial
from mbp_claims.domain.effect import Effect, Sequel, Verdict
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.posting import Flag
from mbp_claims.words import _

Chip = tuple[str, str, str]
VERDICTS: dict[Verdict, tuple[str, str, str]] = {
    Verdict.COMPLETES: (_("Completes"), "success", "check"),
    Verdict.CORRECTS: (_("Corrects"), "info", "check"),
    Verdict.DENIES: (_("Denied:"), "danger", "ban"),
    Verdict.REVERSES: (_("Takes back"), "warning", "undo-2"),
}
DENIED = {
    Denial.ORDER: _("The payer says that another plan comes first."),
    Denial.MEND: _("Fix the primary claim, or make the secondary claim on purpose."),
}


def verdict_chip(effect: Effect) -> Chip:
    """`Completes C-1042`, with its tone and icon."""
    word, tone, icon = VERDICTS[effect.verdict]
    return f"{word} {effect.number}", tone, icon


def causes(effect: Effect, payer: str) -> list[str]:
    """What follows, a sentence each: the secondary first, then who is left with what. `payer` sends the answer."""
    return [*_sequel(effect, payer), *_left(effect), *_flags(effect, payer)]


def _sequel(effect: Effect, payer: str) -> list[str]:
    second, asked = (
        effect.secondary,
        _("{to_bill} to {next_payer}", to_bill=format_cents(effect.to_bill), next_payer=effect.next_payer),
    )
    match effect.sequel:
        case Sequel.MADE:
            nothing = "" if effect.to_bill else _(" Nothing is left to bill.")
            return [
                _(
                    "{second} appears under Pending Claims, {asked}.{nothing}",
                    second=second,
                    asked=asked,
                    nothing=nothing,
                )
            ]
        case Sequel.CROSSED_OVER:
            return [
                _(
                    "{payer} sent it to {next_payer}: {second} waits for that answer.",
                    payer=payer,
                    next_payer=effect.next_payer,
                    second=second,
                )
            ]
        case Sequel.RENEWED:
            return [_("{second} takes the new amounts, {asked}.", second=second, asked=asked)]
        case Sequel.COB_CHANGED:
            return [_("{second} was filed with other amounts and needs a replacement.", second=second)]
        case Sequel.WITHDRAWN:
            return [_("{second} is withdrawn until the corrected answer comes.", second=second)]
        case Sequel.LEFT:
            return [_("No secondary claim is made. {denied}", denied=DENIED.get(Denial(effect.denial), "")).strip()]
    return []


def _left(effect: Effect) -> list[str]:
    if effect.verdict is Verdict.REVERSES:
        return [_("The claim waits for its corrected answer.")]
    found = []
    if effect.held:
        found.append(
            _(
                "{held} waits for {next_payer}.",
                held=format_cents(effect.held),
                next_payer=effect.next_payer or _("the secondary"),
            )
        )
    if effect.client:
        found.append(_("{client} is the client’s.", client=format_cents(effect.client)))
    if effect.undecided:
        found.append(_("{undecided} is left for you to decide.", undecided=format_cents(effect.undecided)))
    return found


def _flags(effect: Effect, payer: str) -> list[str]:
    found = []
    if effect.overpaid:
        found.append(
            _(
                "Overpaid by {overpaid}. Review it: the payer may ask for it back.",
                overpaid=format_cents(effect.overpaid),
            )
        )
    if Flag.PRIOR_PART_UNNAMED in effect.flags:
        found.append(_("{payer} wrote off what the first payer paid. Only what was still open is posted.", payer=payer))
    return found
