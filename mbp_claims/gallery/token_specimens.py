"""The tokens themselves: colours with their contrast as the page has it, sizes of text, space."""

from collections.abc import Callable, Iterable

import reflex as rx

from mbp_claims.gallery.specimen import Specimen
from mbp_claims.ui import tokens

OF = "The tokens of assets/tokens.css; the names are in ui/tokens.py."
ON_CANVAS = (("text", "canvas"), ("muted", "canvas"), ("accent-text", "canvas"), ("muted", "sunken"),
             ("text", "surface"), ("muted", "surface"), ("accent-text", "surface"),
             ("accent-text", "accent-soft"))  # fmt: skip
FILLS = (("on-accent", "accent"), ("on-accent", "accent-hover"), ("on-danger", "danger"))
LINES = (("control-line", "canvas"), ("control-line", "surface"), ("focus", "canvas"))
SAID = "$1,234.50 filed to Cigna"


def _colours() -> rx.Component:
    tones = [(f"{tone}-fg", f"{tone}-bg") for tone in (*tokens.TONES, "secondary")]
    parts = [(f"part-{part}", "surface") for part in tokens.PARTS]
    shelves = (("Words", ON_CANVAS, _words), ("Status", tones, _words), ("Fills", FILLS, _words),
               ("Lines, 3 at least", LINES, _line), ("Parts of a charge", parts, _line))  # fmt: skip
    return rx.el.div(*[_shelf(*shelf) for shelf in shelves], class_name="kinds")


def _shelf(name: str, pairs: Iterable[tuple[str, str]], swatch: Callable[[str, str], rx.Component]) -> rx.Component:
    return rx.el.section(rx.el.h2(name), rx.el.div(*[swatch(*pair) for pair in pairs], class_name="swatches"))


def _words(text: str, ground: str) -> rx.Component:
    return _swatch(text, ground, {"color": f"var(--mbp-{text})"})


def _line(line: str, ground: str) -> rx.Component:
    return _swatch(line, ground, {"--edge": f"var(--mbp-{line})"}, "sw edge")


def _swatch(text: str, ground: str, drawn: dict[str, str], css: str = "sw") -> rx.Component:
    return rx.el.div(
        rx.el.b(text.removesuffix("-fg")),
        rx.el.span(f"on {ground} ", rx.el.span(custom_attrs={"data-ratio": ""})),
        class_name=css,
        style={"background": f"var(--mbp-{ground})", **drawn},
        custom_attrs={"data-contrast": f"{text}/{ground}"},
    )


def _text() -> rx.Component:
    sizes = [
        rx.el.p(SAID, " ", rx.el.span(size, class_name="code muted"), style={"fontSize": f"var(--mbp-text-{size})"})
        for size in tokens.TEXT_SIZES
    ]
    return rx.el.div(*sizes, rx.el.p("C-1042-S  R-0412  O0 l1", class_name="code"))


def _space() -> rx.Component:
    steps = [
        rx.el.span(
            style={"width": f"var(--mbp-{name})", "height": f"var(--mbp-{name})"},
            role="img", aria_label=name,
        )
        for name in tokens.SPACES
    ]  # fmt: skip
    return rx.el.div(*steps, class_name="spaces")


SPECIMENS = (
    Specimen("tokens", "colours", _colours, OF),
    Specimen("tokens", "text", _text, OF),
    Specimen("tokens", "space", _space, OF),
)
