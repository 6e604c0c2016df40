"""Where the charges of many services went: the same picture as a claim's, over all of them."""

from mbp_claims.domain.cents import Cents
from mbp_claims.domain.money import format_cents
from mbp_claims.views.claim import CentPart
from mbp_claims.views.show_cent import OVERPAID
from mbp_claims.words import _


def charge_parts(cents: Cents, primary: str, secondary: str, open_note: str = "") -> list[CentPart]:
    """Write-off, each payer, the clients, what is open, and what was paid too much when there is any. The payers are
    told by name, or as "Primary" and "Secondary"; without a secondary "" there is no part of it.

    The widths add up to the charges; what was paid too much stands beyond them, in place of some that was paid.
    """
    beyond = cents.overpaid
    from_second = min(beyond, cents.secondary_paid)
    parts = [
        _part("gone", _("Write-off"), cents.written_off),
        _part(
            "p",
            _("{primary} paid", primary=primary),
            cents.primary_paid,
            width=cents.primary_paid - (beyond - from_second),
        ),
    ]
    if secondary:
        parts.append(
            _part(
                "s",
                _("{secondary} paid", secondary=secondary),
                cents.secondary_paid,
                width=cents.secondary_paid - from_second,
            )
        )
    parts.append(_part("client", _("Client"), cents.client, _("After the last payer") if cents.client else ""))
    parts.append(_part("open", _("Still open"), cents.still_open, open_note))
    if beyond:
        parts.append(_part("off", OVERPAID, beyond, _("Paid above what was left to pay")))
    return parts


def _part(kind: str, label: str, cents: int, note: str = "", width: int | None = None) -> CentPart:
    return CentPart(kind, label, format_cents(cents), note, "", max(cents if width is None else width, 0))
