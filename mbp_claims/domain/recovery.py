"""Recovery codes: ways in without the second factor, each for once."""

import hashlib
import re
import secrets

COUNT = 10
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without signs that look like each other."""
GROUPS, OF = 4, 4


def new_recovery_codes() -> list[str]:
    """As they are shown, "J4QX-7MWD-2KPA-R6TN": 80 random bits each."""
    return ["-".join(_group() for _ in range(GROUPS)) for _ in range(COUNT)]


def recovery_hash(code: str) -> str:
    """What is kept of one, however it was typed."""
    return hashlib.sha256(re.sub(r"[^A-Z0-9]", "", code.upper()).encode()).hexdigest()


def is_recovery_code(typed: str) -> bool:
    """Whether it can only be meant as one: the code of an app is six digits."""
    return len(re.sub(r"[^A-Za-z0-9]", "", typed)) > 6


def _group() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(OF))
