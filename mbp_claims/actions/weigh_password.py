"""Whether a password may be chosen: long enough, and not among the first that somebody would try.

No rules about capitals, digits and signs, and no end after some months: NIST SP 800-63B, 5.1.1.2.
"""

from itertools import pairwise

from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

LEAST, MOST = 12, 200
LOOKED_AT = 72
"""Characters; what comes after them makes no password weaker, and looking at them takes time."""
MANY_SIGNS, OF_MANY_SIGNS = 8, 24
"""Where there are more signs and digits than that, fewer characters: each may stand for letters, and zxcvbn tries every
combination of them, for up to 14 seconds."""
LEAST_SCORE = 3
"""Of zxcvbn: more than 10^8 guesses for who knows lists of passwords, names, dates and keyboards."""

TOO_SHORT = _("Use {least} characters or more. A short sentence works well.", least=LEAST)
TOO_LONG = _("Use {most} characters or fewer.", most=MOST)
EASY = _("This password is easy to guess. Take a sentence that only you would think of.")


def weigh_password(password: str, *known: str) -> None:
    """RuleViolation with the sentence for the field `password`. `known`: names and e-mails that others know too."""
    if len(password) < LEAST:
        raise RuleViolation.of({"password": TOO_SHORT})
    if len(password) > MOST:
        raise RuleViolation.of({"password": TOO_LONG})
    if _score(password, known) < LEAST_SCORE:
        raise RuleViolation.of({"password": EASY})


def _score(password: str, known: tuple[str, ...]) -> int:
    from zxcvbn import zxcvbn  # Its lists of words take a while to load, and few ever choose a password.

    looked_at = OF_MANY_SIGNS if len({c for c in password if not c.isalpha()}) > MANY_SIGNS else LOOKED_AT
    score: int = zxcvbn(password[:looked_at], user_inputs=[word for text in known for word in _words(text)])["score"]
    return score


def _words(text: str) -> list[str]:
    """Whole, word by word, and each two of them in one."""
    words = text.lower().replace("@", " ").replace(".", " ").split()
    return [text, *words, *(f"{one}{next_}" for one, next_ in pairwise(words))]
