"""The frame around each page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ShellView:
    """Who works here, and what waits in the navigation; a count of nothing is ""."""

    clinician: str = ""  # June Marlow, LCSW
    initials: str = ""  # JM
    practice: str = ""  # Solo practice
    pending: str = ""  # claims not yet filed, as "3"
    to_review: str = ""  # ERAs that need a look, as "1"
    to_send: str = ""  # claim files that have not arrived, as "2"
    test_mode: bool = False
    office: bool = True  # ERA Inbox and Clearinghouse are hers to see
    owner: bool = True  # and so are the practice's people and settings
    printed: str = ""  # Printed 11/23/2026 by June Marlow, LCSW
