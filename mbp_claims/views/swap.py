"""The question before the order of a client's two payers is swapped."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SwapView:
    """What it will do, in sentences."""

    key: str = ""
    number: str = ""  # the claim that it was asked from
    client_number: str = ""
    subtitle: str = ""  # C-1042 · Rowan Ellis
    title: str = ""  # Cigna will pay first, Aetna second.
    effects: list[str] = field(default_factory=list)
    needs_msp: bool = False
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
