"""What forms share."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One choice of a list. `words` are searched too but not shown; `kind` marks the form while it is chosen."""

    value: str  # what the form submits: 45, or the id of a payer
    label: str  # Charge exceeds fee schedule, Cigna
    note: str = ""  # another code for it, shown after the label: 62308
    kind: str = ""  # medicare: the plan form then asks why it pays second
    words: str = ""
