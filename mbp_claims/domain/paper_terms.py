"""How a payer takes paper, how the practice's printer lays it, and what was filed on it."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from mbp_claims.domain.claim import Claim
from mbp_claims.domain.filing_plan import MEDICARE
from mbp_claims.domain.payer import Payer

MOST_ADDRESS_LINES = 3


class PaperTerms(SQLModel, table=True):
    """What a practice knows of a payer's mail room. `only`: it takes no electronic claims. `leaves_29`: box 29 stays
    empty, as the payer reads the paid amount from the EOB. `address` has up to three lines."""

    __tablename__ = "paper_terms"
    __table_args__ = (UniqueConstraint("practice_id", "payer_id", name="uq_paper_terms"),)
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    payer_id: int = Field(foreign_key="payer.id")
    only: bool = False
    leaves_29: bool = False
    address: str = ""

    @classmethod
    def usual(cls, payer: Payer, practice_id: int) -> "PaperTerms":
        """Before anybody said otherwise. Medicare reads what was paid from the EOB alone (CMS 100-04, chapter 26)."""
        return cls(practice_id=practice_id, payer_id=payer.id or 0, leaves_29=payer.claim_filing in MEDICARE)


class FormPrinter(SQLModel, table=True):
    """A practice's printer: by how much it is off, in tenths of a millimetre to the right and down, and whether the
    form's lines are drawn because the paper is blank."""

    __tablename__ = "form_printer"
    practice_id: int = Field(primary_key=True, foreign_key="practice.id")
    right: int = 0
    down: int = 0
    lined: bool = False


class PrintedForm(SQLModel, table=True):
    """The PDF of a claim that was filed on paper, kept as it was filed."""

    __tablename__ = "printed_form"
    id: int | None = Field(default=None, primary_key=True)
    practice_id: int = Field(foreign_key="practice.id")
    claim_id: int = Field(foreign_key="claim.id", index=True)
    name: str
    content: bytes
    created_at: datetime
    created_by: str


def form_name(claim: Claim) -> str:
    """No person's name in it: files lie about in download folders."""
    return f"{claim.number}-CMS-1500.pdf"
