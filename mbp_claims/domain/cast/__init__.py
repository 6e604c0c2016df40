"""The named cast: the practice, clients, plans and claims of the demonstration. All of it is invented."""

from mbp_claims.domain.cast.claims import C_1031, C_1039, C_1042, C_1047, C_1051, CLAIMS
from mbp_claims.domain.cast.clients import ANSEL, CLIENTS, DANA, IMANI, KIT, LIOR, NOOR, ROWAN, TOMAS, WREN
from mbp_claims.domain.cast.eras import ERAS, WAITING
from mbp_claims.domain.cast.practice import (
    AETNA,
    CIGNA,
    MEDICARE,
    UNITED,
    demo_clinician,
    demo_colleagues,
    demo_practice,
)

__all__ = [
    "AETNA", "ANSEL", "CIGNA", "CLAIMS", "CLIENTS", "C_1031", "C_1039", "C_1042", "C_1047", "C_1051", "DANA", "ERAS",
    "IMANI", "KIT", "LIOR", "MEDICARE", "NOOR", "ROWAN", "TOMAS", "UNITED", "WAITING", "WREN",
    "demo_clinician", "demo_colleagues", "demo_practice",
]  # fmt: skip
