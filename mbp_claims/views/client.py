"""A client in the list, and at the head of the chart."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ClientRow:
    """One client in the list; what does not apply is ""."""

    number: str  # R-0412
    name: str
    initials: str
    born: str  # 03/14/1988
    badges: str = ""  # active plans: "P", "PS" or ""
    no_plan: str = ""  # said where there is no badge: Self-pay, No plan yet
    pending: str = ""  # 3 claims
    pending_tone: str = "ready"  # a chip's tone
    pending_icon: str = "file-check"  # a chip's icon
    to_bill: str = ""  # $151.20
    last_session: str = ""  # 11/17/2026


@dataclass(frozen=True)
class ClientHeader:
    """The head of a client's chart; `found` is false for an address that is no client's of this practice, `failed` is
    true where nobody could say whose it is."""

    number: str = ""
    name: str = ""
    initials: str = ""
    born: str = ""  # 03/14/1988 (38)
    pronouns: str = ""  # they/them
    balance: str = ""  # $23.20
    held: str = ""  # $92.80, what waits for the secondary payer
    found: bool = True
    failed: bool = False
