"""What swapping the payers' order does, told in words."""

from typing import Any

from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.views.swap import SwapView


def swap_view(swap: Any, facts: ClaimFacts, key: str) -> SwapView:
    """Of a Swap, before it is done."""
    parts = (
        (swap.moved, f"waits to be filed to {swap.first}", f"wait to be filed to {swap.first}"),
        (swap.withdrawn, "is withdrawn", "are withdrawn"),
        (swap.staying, "stays with its payer as it is", "stay with their payers as they are"),
    )
    effects = [f"{_listed(numbers)} {one if len(numbers) == 1 else many}." for numbers, one, many in parts if numbers]
    return SwapView(
        key, facts.claim.number, facts.client.number, f"{facts.claim.number} · {facts.client.name}",
        f"{swap.first} will pay first, {swap.second} second.", effects, swap.needs_msp,
    )  # fmt: skip


def _listed(numbers: tuple[str, ...]) -> str:
    """Six by their numbers, more of them counted."""
    if len(numbers) > 6:
        return f"{', '.join(numbers[:5])} and {len(numbers) - 5} others"
    return " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
