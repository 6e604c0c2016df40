"""An equation of a payer's answer that does not hold, told with its numbers."""

from dataclasses import dataclass

from mbp_claims.domain.money import format_cents

Term = tuple[int, str]
"""Cents, and what they are: `(12000, "paid")`."""


@dataclass(frozen=True, slots=True)
class Imbalance:
    """`terms` should add up to `target` and do not. Only a warning unless it `blocks`."""

    subject: str
    terms: tuple[Term, ...]
    target: Term
    segment: int = 0
    blocks: bool = True

    @classmethod
    def unless_equal(
        cls, subject: str, terms: tuple[Term, ...], target: Term, segment: int = 0, blocks: bool = True
    ) -> "Imbalance | None":
        """None when the terms add up, to the cent."""
        if sum([cents for cents, _ in terms]) == target[0]:
            return None
        return cls(subject, terms, target, segment, blocks)

    @property
    def difference_cents(self) -> int:
        """Above zero when the terms are over the target, below when they are short of it."""
        return sum(cents for cents, _ in self.terms) - self.target[0]

    @property
    def sentence(self) -> str:
        """`Claim C-1: $120.00 paid + $81.00 adjusted = $201.00, $1.00 over the $200.00 charged (segment 13).`"""
        place = f" (segment {self.segment})" if self.segment else ""
        return f"{self.subject}: {self.equation}{place}."

    @property
    def equation(self) -> str:
        """The sum, and how far it is from what it should be."""
        (first, label), *others = self.terms
        text = f"{format_cents(first)} {label}" + "".join(map(_signed, others))
        total = f" = {format_cents(self.target[0] + self.difference_cents)}" if others else ""
        side = "over" if self.difference_cents > 0 else "short of"
        distance = format_cents(abs(self.difference_cents))
        return f"{text}{total}, {distance} {side} the {format_cents(self.target[0])} {self.target[1]}"


def _signed(term: Term) -> str:
    cents, label = term
    return f" {'-' if cents < 0 else '+'} {format_cents(abs(cents))} {label}"
