"""A payer: who is asked to pay, and under which id a clearinghouse finds it."""

from functools import cache

from sqlmodel import Field, Index, SQLModel, UniqueConstraint, text

from mbp_claims.domain.codes import code_list


class Payer(SQLModel, table=True):
    """A payer on everybody's list, or on one practice's own. `forwards_days`: how long a crossover usually takes.

    The second index holds what the first cannot: where there is no practice, a database sees no two rows as equal.
    """

    __table_args__ = (
        UniqueConstraint("practice_id", "payer_id", "name", name="uq_payer_of_practice"),
        Index(
            "uq_payer_of_everybody", "payer_id", "name", unique=True,
            sqlite_where=text("practice_id IS NULL"), postgresql_where=text("practice_id IS NULL"),
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    practice_id: int | None = Field(default=None, foreign_key="practice.id", index=True)
    name: str
    payer_id: str = Field(max_length=20)
    claim_filing: str = "CI"
    forwards_days: int = 15

    @property
    def label(self) -> str:
        """`Cigna 62308`."""
        return f"{self.name} {self.payer_id}"


@cache
def payer_list() -> tuple[tuple[str, str, str], ...]:
    """Name, payer id and claim filing indicator of the payers that everybody begins with.

    Clearinghouses differ in payer ids, so a practice can add its own.
    """
    return tuple((name, payer_id, filing) for payer_id, filing, name in code_list("payers"))
