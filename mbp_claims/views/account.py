"""A person's own account."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SessionRow:
    """Where the person is signed in."""

    id: str
    where: str  # Chrome on Windows, from 10.0.0.7
    since: str  # Signed in 11/23/2026 9:12 AM
    here: bool = False


@dataclass(frozen=True)
class AccountView:
    """`second` and `asked_for`: whether there is a second step, and whether the practice asks for one."""

    email: str = ""
    password: str = ""  # Last changed 11/02/2026
    second: bool = False
    asked_for: bool = False
    codes: str = ""  # 8 recovery codes left
    demo: bool = False
