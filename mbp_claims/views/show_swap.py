"""What swapping the payers' order does, told in words."""

from typing import Any

from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.views.swap import SwapView
from mbp_claims.words import N_, _, ngettext


def swap_view(swap: Any, facts: ClaimFacts, key: str) -> SwapView:
    """Of a Swap, before it is done."""
    parts = (
        (swap.moved, N_("{claims} waits to be filed to {payer}."), N_("{claims} wait to be filed to {payer}.")),
        (swap.withdrawn, N_("{claims} is withdrawn."), N_("{claims} are withdrawn.")),
        (
            swap.staying,
            N_("{claims} stays with its payer as it is."),
            N_("{claims} stay with their payers as they are."),
        ),
    )
    effects = [
        ngettext(one, many, len(numbers), claims=_listed(numbers), payer=swap.first)
        for numbers, one, many in parts
        if numbers
    ]
    return SwapView(
        key, facts.claim.number, facts.client.number, f"{facts.claim.number} · {facts.client.name}",
        _("{first} will pay first, {second} second.", first=swap.first, second=swap.second), effects, swap.needs_msp,
    )  # fmt: skip


def _listed(numbers: tuple[str, ...]) -> str:
    """Six by their numbers, more of them counted."""
    if len(numbers) > 6:
        return _("{numbers} and {count} others", numbers=", ".join(numbers[:5]), count=len(numbers) - 5)
    return " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
