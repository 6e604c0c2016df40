"""What a search over the whole practice finds, and what there is to do next."""

from dataclasses import dataclass

from mbp_claims.domain.claim_facts import ClaimFacts
from mbp_claims.domain.client import Client
from mbp_claims.domain.remittance import Remittance
from mbp_claims.domain.superbill import Superbill

MOST = 5
"""Of each kind."""
FEW = 3
DEEDS = frozenset(
    (
        "add", "claim", "claims", "era", "file", "for", "import", "insurance", "invoice", "invoices", "new", "open",
        "plan", "review", "superbill", "superbills", "to",
    )
)


BILLS = frozenset({"invoice", "invoices", "sb", "superbill", "superbills"})
"""Words that ask for superbills."""


def asks_for_bills(words: str) -> bool:
    """`invoice`, `superbill rowan`, `SB-1001`."""
    return any(word in BILLS or word.startswith("sb-") for word in words.lower().split())


def meant(words: str) -> str:
    """Of whom or what: without the words of what is to be done, if others are left. The number of "file c-1042-s"."""
    left = [word for word in words.split() if word.lower() not in DEEDS]
    return " ".join(left) or words


@dataclass(frozen=True)
class Found:
    """The best of each kind. `billed` are names of payers, `paid` pairs of a payer's name and its identifier, `eras`
    pairs of a payment and its payer's name: by our own name, where we have one.

    Without words: the claims that can be filed as they are, and the payments that need a look.
    """

    words: str = ""
    clients: tuple[Client, ...] = ()
    claims: tuple[ClaimFacts, ...] = ()
    billed: tuple[str, ...] = ()
    paid: tuple[tuple[str, str], ...] = ()
    eras: tuple[tuple[Remittance, str], ...] = ()
    bills: tuple[tuple[Superbill, Client], ...] = ()
