"""One adjustment in the form while somebody works in it, and what the ERA said in its place."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from mbp_claims.domain.answer import Answer, Reduction
from mbp_claims.domain.answer_entry import EntryRow
from mbp_claims.domain.money import parse_cents, plain_cents


@dataclass(frozen=True)
class FormRow:
    """One adjustment as it stands in the form. `era` is what the ERA said in its place; `turn` counts its refills."""

    id: str
    line: int
    group: str = ""
    reason: str = ""
    amount: str = ""
    quantity: str = ""
    era: Reduction | None = None
    turn: int = 0

    @property
    def key(self) -> str:
        """Another one after each refill: what was typed before one is not meant for what stands there now."""
        return f"{self.id}.{self.turn}"

    @property
    def entry(self) -> EntryRow:
        return EntryRow(self.id, self.line, self.group, self.reason, self.amount, self.quantity)

    def as_era(self) -> "FormRow":
        """The row says again what the ERA said; without an ERA it stays."""
        if self.era is None:
            return self
        return replace(
            self, group=self.era.group, reason=self.era.reason, amount=plain_cents(self.era.cents),
            quantity=self.era.quantity, turn=self.turn + 1,
        )  # fmt: skip


def form_rows(answer: Answer, era: Answer | None) -> tuple[FormRow, ...]:
    """A row for each adjustment of the answer, in its order."""
    said = _said_by(era, answer)
    return tuple(
        FormRow(str(number), one.line, one.group, one.reason, plain_cents(one.cents), one.quantity, said.get(number))
        for number, one in enumerate(answer.reductions, 1)
    )


def edited(row: FormRow) -> bool:
    """Whether the row says something else than the ERA did; 44 and $44.00 say the same."""
    if row.era is None:
        return False
    try:
        same = parse_cents(row.amount) == row.era.cents
    except ValueError:
        same = False
    return not same or (row.group, row.reason.strip().upper()) != (row.era.group, row.era.reason)


def _said_by(era: Answer | None, answer: Answer) -> dict[int, Reduction]:
    """What the ERA said in the place of each adjustment, by its number from 1.

    The very same first, then the same code on the same line, then what is left over on the line.
    """
    left = list(era.reductions) if era else []
    found: dict[int, Reduction] = {}
    for likeness in LIKENESSES:
        for number, one in enumerate(answer.reductions, 1):
            match = next((r for r in left if number not in found and likeness(r) == likeness(one)), None)
            if match:
                left.remove(match)
                found[number] = match
    return found


LIKENESSES: tuple[Callable[[Reduction], object], ...] = (
    lambda one: (one.line, one.code, one.cents),
    lambda one: (one.line, one.code),
    lambda one: one.line,
)
