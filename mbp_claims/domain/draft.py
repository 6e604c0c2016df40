"""A form's text on its way to becoming values: each answer is a value or a sentence beside its field."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TypeVar

from mbp_claims.domain.days import parse_day
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

T = TypeVar("T")
LONGEST = 200


def printable(text: str) -> str:
    """Trimmed text without control characters and the like: each run of them, and of blanks, becomes one blank."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


class Entries:
    """Reads fields of a submitted form (any object at all: a browser may send anything) and collects refusals."""

    def __init__(self, form: object, today: date):
        self.form: Mapping[str, object] = form if isinstance(form, Mapping) else {}
        self.today = today
        self.errors: dict[str, str] = {}

    def text(self, name: str, missing: str = "", longest: int = LONGEST, too_long: str = "") -> str:
        """Trimmed text without control characters; `missing` is the sentence when it is required and empty."""
        value = self.form.get(name)
        typed = printable(value) if isinstance(value, str) else ""
        if not typed and missing:
            self.refuse(name, missing)
        if len(typed) > longest:
            self.refuse(name, too_long or _("Use {longest} characters or fewer", longest=longest))
        return typed[:longest]

    def checked(self, name: str) -> bool:
        return self.form.get(name) in (True, "on", "true", "1", "yes")

    def choice(self, name: str, allowed: Collection[str], sentence: str, optional: bool = False) -> str:
        typed = self.text(name)
        if typed not in allowed and (typed or not optional):
            self.refuse(name, sentence)
        return typed

    def day(self, name: str, label: str, example: str, missing: str = "") -> date | None:
        typed = self.text(name, missing)
        return self._parsed(
            name,
            typed,
            lambda t: parse_day(t, self.today),
            _("{label} must be a real date, like {example}", label=label, example=example),
        )

    def cents(self, name: str, sentence: str, missing: str = "") -> int | None:
        typed = self.text(name, missing)
        return self._parsed(name, typed, parse_cents, sentence)

    def matching(self, name: str, pattern: str, sentence: str, missing: str = "", drop: str = "") -> str:
        """Text of one shape; characters of the class `drop` are left out first."""
        typed = self.text(name, missing)
        kept = re.sub(drop, "", typed) if drop else typed
        if typed and not re.fullmatch(pattern, kept, re.ASCII):
            self.refuse(name, sentence)
        return kept

    def refuse(self, name: str, sentence: str) -> None:
        self.errors.setdefault(name, sentence)

    def settle(self) -> None:
        """RuleViolation with every sentence, in the order in which the fields were read."""
        if self.errors:
            raise RuleViolation.of(self.errors)

    def _parsed(self, name: str, typed: str, parse: Callable[[str], T], sentence: str) -> T | None:
        if not typed or name in self.errors:
            return None
        try:
            return parse(typed)
        except ValueError:
            self.refuse(name, sentence)
            return None
