"""How a page of letters and tables looks: its type, its tables."""

from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table

from mbp_claims.paper.fonts import BOLD, TEXT, drawable

INK, FAINT, RULE = HexColor("#1c2430"), HexColor("#55606e"), Color(0.78, 0.8, 0.84)
WIDTH = 612 - 2 * 54
TITLE = ParagraphStyle("title", fontName=BOLD, fontSize=17, leading=21, textColor=INK)
HEAD = ParagraphStyle("head", fontName=BOLD, fontSize=11, leading=15, spaceBefore=14, spaceAfter=4, textColor=INK)
BODY = ParagraphStyle("body", fontName=TEXT, fontSize=9, leading=12.5, textColor=INK)
LABEL = ParagraphStyle("label", parent=BODY, fontSize=7.5, leading=10, textColor=FAINT)
STRONG = ParagraphStyle("strong", parent=BODY, fontName=BOLD)
RIGHT = ParagraphStyle("right", parent=BODY, alignment=TA_RIGHT)
RIGHT_STRONG = ParagraphStyle("right strong", parent=STRONG, alignment=TA_RIGHT)
FLUSH = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]


def table(rows: list[list[Any]], widths: tuple[float, ...], more: list[Any] | None = None) -> Table:
    """Heads come again on each page; rows stay whole."""
    style = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK), ("LINEBELOW", (0, 1), (-1, -2), 0.4, RULE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0), ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 4), *(more or []),
    ]  # fmt: skip
    return Table(rows, colWidths=widths, repeatRows=1, splitByRow=1, splitInRow=0, style=style)


def body(value: object) -> Paragraph:
    return Paragraph(safe(str(value)), BODY)


def right(value: str) -> Paragraph:
    return Paragraph(value, RIGHT)


def safe(text: str) -> str:
    """Names and numbers as they are: a paragraph would read markup in them."""
    return drawable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
