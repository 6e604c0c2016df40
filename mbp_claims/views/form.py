"""What forms share."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One choice of a list. `words` are searched too but not shown; `kind` marks the form while it is chosen."""

    value: str  # 45, 62308
    label: str  # Charge exceeds fee schedule
    words: str = ""
    kind: str = ""  # medicare: the plan form then asks why it pays second
