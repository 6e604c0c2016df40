"""How long a practice waits for the next payer's answer after a payer has sent a claim on by itself."""

from dataclasses import dataclass, field

from sqlmodel import Field, SQLModel, UniqueConstraint

from mbp_claims.domain.draft import Entries
from mbp_claims.words import _

LEAST, MOST = 1, 90
"""Working days."""


class CrossoverTerms(SQLModel, table=True):
    """What a practice has said of a payer, in place of the payer's usual `forwards_days`."""

    __tablename__ = "crossover_terms"
    __table_args__ = (UniqueConstraint("practice_id", "payer_id", name="uq_crossover_terms"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    payer_id: int = Field(foreign_key="payer.id")
    days: int


@dataclass(frozen=True)
class Wait:
    """Working days that are waited after this payer has sent a claim on; `payer_id` is ours."""

    payer_id: int
    payer: str
    days: int

    @property
    def name(self) -> str:
        """Its field in the form."""
        return f"days-{self.payer_id}"


@dataclass
class WaitsDraft:
    """Days by our id of the payer, of those that the form names."""

    days: dict[int, int] = field(default_factory=dict)

    @classmethod
    def parse(cls, entries: Entries, waits: list[Wait]) -> "WaitsDraft":
        draft = cls()
        for wait in waits:
            if wait.name in entries.form:
                wrong = _(
                    "Enter how many working days to wait for {payer}, from {least} to {most}",
                    payer=wait.payer,
                    least=LEAST,
                    most=MOST,
                )
                typed = entries.matching(wait.name, r"\d{1,3}", wrong, wrong)
                if wait.name not in entries.errors and not LEAST <= int(typed) <= MOST:
                    entries.refuse(wait.name, wrong)
                elif wait.name not in entries.errors:
                    draft.days[wait.payer_id] = int(typed)
        return draft
