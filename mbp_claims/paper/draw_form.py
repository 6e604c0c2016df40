"""Draws form pages: only the characters, for the pre-printed form; or with lines and words of our own."""

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mbp_claims.domain.paper_terms import FormPrinter
from mbp_claims.paper.fonts import BOLD, FORM, FORM_SIZE, TEXT, embedded
from mbp_claims.paper.grid import COLUMN, DESCENT, LEFT, LINE, PAGE, SERVICES_A_PAGE, TOP, bottom, boxes, frames
from mbp_claims.paper.lettering import Said
from mbp_claims.words import _

INK = Color(0.72, 0.16, 0.16)
SMALL, HAIR, ABOVE = 5.2, 0.4, 9
NOT_OFFICIAL = "Laid out like form 1500 (02/12), drawn by My Best Practice. Not the official form."
LAST_COLUMN, LAST_LINE = 79, 64


def draw_form(canvas: Canvas, page: Said, printer: FormPrinter, place: str) -> None:
    """One page. `place` (page 1 of 2) is written only where the lines are drawn: the red form has no room for it."""
    canvas.saveState()
    _shift(canvas, printer)
    if printer.lined:
        _lines(canvas, place)
    canvas.setFont(FORM, FORM_SIZE)
    for key, text in page.items():
        canvas.drawString(boxes()[key].x, boxes()[key].baseline, text)
    canvas.restoreState()


def draw_test(canvas: Canvas, printer: FormPrinter) -> None:
    """The grid by tens of columns and fives of lines, and an X in every corner box, to lay over a red form."""
    canvas.saveState()
    _shift(canvas, printer)
    canvas.setLineWidth(HAIR)
    for column in range(1, LAST_COLUMN + 2):
        if column % 10 == 1:
            x = LEFT + (column - 1) * COLUMN
            canvas.line(x, bottom(0), x, bottom(LAST_LINE))
    for line in range(0, LAST_LINE + 1, 2):
        canvas.line(LEFT, bottom(line), LEFT + LAST_COLUMN * COLUMN, bottom(line))
    canvas.setFont(FORM, FORM_SIZE)
    for box in boxes().values():
        canvas.drawString(box.x, box.baseline, "X" * box.width)
    embedded()
    canvas.setFont(TEXT, 8)
    for line, words in enumerate(_how_to(printer), 2):
        canvas.drawString(LEFT + 2, bottom(line) + DESCENT, words)
    canvas.restoreState()


def _how_to(printer: FormPrinter) -> tuple[str, ...]:
    """In the corner where the form itself has only its title."""
    return (
        _("Hold this page and a red form against a light."),
        _("Each X belongs into a box of the form."),
        _(
            "Now moved {right:.1f} mm to the right and {down:.1f} mm down.",
            right=printer.right / 10,
            down=printer.down / 10,
        ),
    )


def _shift(canvas: Canvas, printer: FormPrinter) -> None:
    canvas.translate(printer.right / 10 * mm, -printer.down / 10 * mm)


def _lines(canvas: Canvas, place: str) -> None:
    embedded()
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(HAIR)
    for frame in frames():
        x, top = LEFT + (frame.first_column - 1) * COLUMN - 2, bottom(frame.first_line - 1)
        width = (frame.last_column - frame.first_column + 1) * COLUMN
        foot = bottom(frame.last_line)
        canvas.rect(x, foot, width, top - foot)
        canvas.setFont(BOLD, SMALL)
        if frame.first_line == frame.last_line:
            canvas.drawRightString(x + width - 2, foot + DESCENT, frame.number)
            continue
        canvas.drawString(x + 2, top - SMALL - 0.5, frame.number)
        canvas.setFont(TEXT, SMALL)
        canvas.drawString(x + 4 + canvas.stringWidth(frame.number, BOLD, SMALL), top - SMALL - 0.5, frame.words)
    _service_rows(canvas)
    _money_lines(canvas)
    _words(canvas)
    canvas.setFont(BOLD, 9)
    canvas.drawString(LEFT, PAGE[1] - TOP - 3 * LINE, "HEALTH INSURANCE CLAIM")
    canvas.setFont(TEXT, 6.5)
    canvas.drawString(LEFT, bottom(62), f"{NOT_OFFICIAL} {place}")
    canvas.restoreState()


def _service_rows(canvas: Canvas) -> None:
    heads = [frame for frame in frames() if frame.first_line == 41]
    for row in range(SERVICES_A_PAGE):
        top, foot = bottom(42 + 2 * row), bottom(44 + 2 * row)
        for head in heads:
            x = LEFT + (head.first_column - 1) * COLUMN - 2
            canvas.rect(x, foot, (head.last_column - head.first_column + 1) * COLUMN, top - foot)


def _money_lines(canvas: Canvas) -> None:
    """Between dollars and cents, dotted."""
    canvas.setDash(0.8, 1.6)
    for key in ("24f.cents", "28.cents", "29.cents"):
        rows = [f"{key}.{row}" for row in range(1, SERVICES_A_PAGE + 1)] if key.startswith("24") else [key]
        for row in rows:
            box = boxes()[row]
            canvas.line(box.x - 0.6, bottom(box.line), box.x - 0.6, bottom(box.line - 1))
    canvas.setDash()


def _words(canvas: Canvas) -> None:
    """Above what is marked, and A to L before the diagnoses."""
    canvas.setFont(TEXT, SMALL)
    for box in boxes().values():
        canvas.drawString(box.x, box.baseline + ABOVE, box.word)
    canvas.setFont(BOLD, 7)
    for letter in "ABCDEFGHIJKL":
        box = boxes()[f"21.{letter.lower()}"]
        canvas.drawString(box.x - 9, box.baseline, letter)
