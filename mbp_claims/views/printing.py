"""Print claim form: what is missing, how the payer takes paper, how the printer lays it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PrintView:
    """`missing` holds sentences; while there are any, only the test page can be printed. Offsets in millimeters."""

    key: str = ""
    number: str = ""
    badge: str = ""
    subtitle: str = ""
    payer: str = ""
    missing: list[str] = field(default_factory=list)
    behind: str = ""  # The answer of Aetna is printed behind the form.
    only: bool = False
    leaves_29: bool = False
    address: str = ""
    lined: bool = False
    right: str = "0"
    down: str = "0"
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
