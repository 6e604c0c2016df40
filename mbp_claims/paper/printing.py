"""PDFs: a claim with the EOB behind it, an EOB alone, a superbill, a page to test the printer with."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from mbp_claims.domain.eob import Eob
from mbp_claims.domain.paper_claim import PaperClaim
from mbp_claims.domain.paper_terms import FormPrinter
from mbp_claims.domain.superbill_sheet import Sheet
from mbp_claims.paper.claim_form import form_pages
from mbp_claims.paper.draw_form import draw_form, draw_test
from mbp_claims.paper.eob_pages import eob_pages, foot_words
from mbp_claims.paper.fonts import TEXT, embedded
from mbp_claims.paper.grid import PAGE
from mbp_claims.paper.superbill_pages import superbill_foot, superbill_pages

MARGIN = 54
FOOT = 40


@dataclass(frozen=True)
class _Letter:
    """Pages of text: `pages` makes them anew, for they are laid out twice; `foot` stands under each."""

    pages: Callable[[], list[Flowable]]
    foot: str


def print_claim(paper: PaperClaim) -> bytes:
    """The form pages, then the EOB where there is one. The PDF's own title names no person."""
    pages = form_pages(paper)
    forms = [
        _Sheet(partial(draw_form, page=page, printer=paper.printer, place=f"Page {number} of {len(pages)}."))
        for number, page in enumerate(pages, 1)
    ]
    return _pdf(f"Claim {paper.filing.claim.number}", forms, _letter(paper.eob) if paper.eob else None)


def print_eob(eob: Eob) -> bytes:
    return _pdf(f"EOB of claim {eob.claim_number}", [], _letter(eob))


def print_superbill(sheet: Sheet) -> bytes:
    return _pdf(f"Superbill {sheet.number}", [], _Letter(partial(superbill_pages, sheet), superbill_foot(sheet)))


def print_test(printer: FormPrinter) -> bytes:
    return _pdf("Test page of form 1500", [_Sheet(partial(draw_test, printer=printer))], None)


def _letter(eob: Eob) -> _Letter:
    return _Letter(partial(eob_pages, eob), foot_words(eob))


class _Sheet(Flowable):
    """A whole page that is drawn by itself."""

    def __init__(self, draws: Callable[[Canvas], None]):
        super().__init__()
        self.draws = draws

    def wrap(self, *_available: float) -> tuple[float, float]:
        return PAGE

    def draw(self) -> None:
        self.draws(self.canv)


def _pdf(title: str, sheets: list[_Sheet], letter: _Letter | None) -> bytes:
    """The letter's pages are numbered by themselves; laid out once to count them, then once more to keep."""
    embedded()
    if letter is None:
        return _laid_out(title, sheets, None, 0)[0]
    count = _laid_out(title, sheets, letter, 0)[1] - len(sheets)
    return _laid_out(title, sheets, letter, count)[0]


def _laid_out(title: str, sheets: list[_Sheet], letter: _Letter | None, count: int) -> tuple[bytes, int]:
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=PAGE, title=title, author="My Best Practice", invariant=1)
    sheet = PageTemplate("sheet", [Frame(0, 0, *PAGE, 0, 0, 0, 0)])
    width, height = PAGE
    inner = Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN, 0, 0, 0, 0)

    def foot(canvas: Canvas, laid_out: BaseDocTemplate) -> None:
        if letter:
            _foot(canvas, letter.foot, f"Page {laid_out.page - len(sheets)} of {count}")

    text = PageTemplate("letter", [inner], onPage=foot)
    document.addPageTemplates([sheet, text] if sheets else [text])
    story: list[Flowable] = []
    for number, one in enumerate(sheets):
        story += [PageBreak(), one] if number else [one]
    if letter:
        story += [NextPageTemplate("letter"), PageBreak()] if sheets else []
        story += letter.pages()
    document.build(story)
    return out.getvalue(), document.page


def _foot(canvas: Canvas, words: str, place: str) -> None:
    canvas.setFont(TEXT, 7.5)
    canvas.drawString(MARGIN, FOOT, words)
    canvas.drawRightString(PAGE[0] - MARGIN, FOOT, place)
