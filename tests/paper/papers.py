"""Paper claims for tests, and what a PDF says where."""

from dataclasses import dataclass, replace

import pypdfium2
from filings import golden_filing

from mbp_claims.domain.eob import Check, Eob
from mbp_claims.domain.filing import Filing
from mbp_claims.domain.paper_claim import OtherCoverage, PaperClaim
from mbp_claims.domain.paper_terms import FormPrinter, PaperTerms

PRINTED_BY = "June Marlow, LCSW"


def paper(filing: Filing, printer: FormPrinter | None = None, **changes: object) -> PaperClaim:
    """As a practice would print it that has said nothing about paper."""
    terms = PaperTerms.usual(filing.payer, 1)
    made = PaperClaim(filing, terms, printer or FormPrinter(practice_id=1), None, eob(filing) if filing.prior else None)
    return replace(made, **changes)


def eob(filing: Filing) -> Eob:
    prior = filing.prior
    assert prior
    check = Check("88120457", prior.answer.adjudicated_on, 17680, 3)
    return Eob(
        filing.practice, filing.client, prior.plan, prior.payer, prior.answer, filing.claim_number, filing.lines,
        filing.payer.name, filing.written_at, PRINTED_BY, check,
    )  # fmt: skip


def primary(example: str = "ex1") -> PaperClaim:
    """The claim to the payer that is asked first, with the other one known."""
    second = golden_filing(example)
    assert second.prior
    first = replace(second, plan=second.prior.plan, payer=second.prior.payer, prior=None)
    return paper(first, following=OtherCoverage(second.plan, second.payer))


@dataclass(frozen=True)
class Letter:
    """One letter of a page and its box, in points from the foot of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


HYPHEN_AT_THE_END = "\ufffe"
"""What PDFium gives for a hyphen that ends a line: the word may go on."""


def letters(pdf: bytes) -> list[list[Letter]]:
    """Page by page, blanks left out."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        count = text.count_chars()
        told = [(text.get_text_range(n, 1), text.get_charbox(n)) for n in range(count)]
        found.append([Letter(one.replace(HYPHEN_AT_THE_END, "-"), *box) for one, box in told if one.strip()])
    return found


def words(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pypdfium2.PdfDocument(pdf)]
