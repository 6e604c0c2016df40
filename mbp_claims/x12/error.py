"""Why an X12 file is refused: where, what was found, what was expected, and the last claim before it that was good."""

from dataclasses import dataclass
from typing import Self

from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _


@dataclass(frozen=True, slots=True)
class Place:
    """A segment, and an element of it. `segment` counts from ST = 1 and is 0 outside of a transaction."""

    line: int
    segment: int
    segment_id: str
    element: int | None = None

    def __str__(self) -> str:
        where = {"segment": self.segment, "name": self.segment_id, "line": self.line, "element": self.element}
        if self.segment and self.element:
            return _("segment {segment} ({name}) on line {line}, element {element}", **where)
        if self.segment:
            return _("segment {segment} ({name}) on line {line}", **where)
        if self.element:
            return _("segment {name} on line {line}, element {element}", **where)
        return _("segment {name} on line {line}", **where)


@dataclass(eq=False)
class X12Error(RuleViolation):
    """A refusal. `place` is None where the whole file is to blame. Of a claim, it says the number and nothing else."""

    place: Place | None = None
    claim_number: str | None = None
    last_good_claim: str | None = None

    @classmethod
    def at(cls, place: Place, fault: str) -> Self:
        """`Segment 19 (CAS) on line 21, element 3: “3O” is not an amount.`"""
        return cls(sentence=_capital(f"{place}: {fault}"), place=place)

    @property
    def begins(self) -> str:
        """The id of the segment that is refused, "" where the whole file is."""
        return self.place.segment_id if self.place else ""

    def in_claim(self, number: str) -> Self:
        """The same, of this claim."""
        if self.place and self.claim_number is None:
            self.claim_number = number
            self.sentence = _(
                "Claim {number}, {why}", number=number, why=f"{self.sentence[0].lower()}{self.sentence[1:]}"
            )
        return self

    def after(self, last_good_claim: str | None) -> Self:
        """The same, and how far the file was good."""
        if self.place:
            self.last_good_claim = last_good_claim
            good = (
                _("The last good claim is {number}.", number=last_good_claim)
                if last_good_claim
                else _("No claim was read before it.")
            )
            self.sentence = f"{self.sentence} {good}"
        return self


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def shown(found: str) -> str:
    """What was found, in quotes, unless it could be somebody's name or number: then only its length."""
    letters, digits = sum(char.isalpha() for char in found), sum(char.isdigit() for char in found)
    amount_like = len(found) <= 20 and not letters and digits <= 8
    short = len(found) <= 3 or (len(found) <= 8 and letters <= 2 and digits <= 5)
    if found.isprintable() and (amount_like or short):
        return f"“{found}”"
    return _("a text of {count} characters", count=len(found))
