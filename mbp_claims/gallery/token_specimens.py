"""The tokens themselves: colours, sizes of text, space."""

import reflex as rx

from mbp_claims.gallery.specimen import Specimen
from mbp_claims.ui import tokens


def _colours() -> rx.Component:
    surfaces = [_swatch(name, f"var(--mbp-{name})", "var(--mbp-text)") for name in tokens.SURFACES]
    tones = [_swatch(tone, f"var(--mbp-{tone}-bg)", f"var(--mbp-{tone}-fg)") for tone in (*tokens.TONES, "secondary")]
    fills = [
        _swatch("accent", "var(--mbp-accent)", "var(--mbp-on-accent)"),
        _swatch("danger", "var(--mbp-danger)", "var(--mbp-on-danger)"),
    ]
    return rx.el.div(*surfaces, *tones, *fills, class_name="swatches")


def _swatch(name: str, background: str, color: str) -> rx.Component:
    return rx.el.div(rx.el.b(name), class_name="sw", style={"background": background, "color": color})


def _text() -> rx.Component:
    said = "$160.00 charge = $92.80 paid + $67.20 adjusted"
    return rx.el.div(
        *[rx.el.p(f"{size}: {said}", style={"fontSize": f"var(--mbp-text-{size})"}) for size in tokens.TEXT_SIZES],
        rx.el.p("C-1042-S  R-0412  O0 l1", class_name="code"),
    )


def _space() -> rx.Component:
    return rx.el.div(
        *[rx.el.span(name, style={"width": f"var(--mbp-{name})"}) for name in tokens.SPACES], class_name="spaces"
    )


SPECIMENS = (
    Specimen("tokens", "colours", _colours),
    Specimen("tokens", "text", _text),
    Specimen("tokens", "space", _space),
)
