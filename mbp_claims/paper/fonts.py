"""The letters: Courier for the form, as readers of the red form expect; Figtree, embedded, for everything else."""

from functools import cache
from importlib.resources import files

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mbp_claims.domain.latin import latin

FORM = "Courier"
FORM_SIZE = 12
"""Courier of 12 points has ten characters an inch."""
TEXT, BOLD = "Figtree-Regular", "Figtree-Bold"


@cache
def embedded() -> None:
    """Registers the program's own fonts, once."""
    for name in (TEXT, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(files("mbp_claims.paper").joinpath("fonts", f"{name}.ttf"))))


def drawable(text: str) -> str:
    """The text where the font has all its letters, else in those that it has."""
    embedded()
    known = pdfmetrics.getFont(TEXT).face.charToGlyph
    return text if all(ord(c) in known for c in text) else latin(text)
