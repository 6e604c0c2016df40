"""The colours keep their contrast, and every name that code uses is in the stylesheet."""

import re
from pathlib import Path

import pytest

import mbp_claims
from mbp_claims.ui import tokens

ASSETS = Path(mbp_claims.__file__).parent.parent / "assets"
GALLERY = Path(mbp_claims.__file__).parent / "gallery" / "files" / "gallery.css"
CSS = (ASSETS / "tokens.css").read_text()
THEMES = ("light", "dark")
TEXT = 4.5
"""WCAG 1.4.3 for text; 1.4.11 asks 3 of what shows where a control is."""

PAIRS = [
    *[(text, ground) for text in ("text", "muted", "accent-text") for ground in tokens.SURFACES],
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("accent-text", "accent-soft"),
    ("on-danger", "danger"),
    *[(f"{tone}-fg", f"{tone}-bg") for tone in (*tokens.TONES, "secondary")],
]
CONTROLS = [(line, ground) for line in ("control-line", "focus") for ground in tokens.SURFACES]
PRINTED = {
    ("text", "canvas"): (14.33, 15.29),
    ("text", "surface"): (15.40, 13.85),
    ("muted", "canvas"): (5.94, 7.97),
    ("muted", "surface"): (6.38, 7.22),
    ("muted", "sunken"): (5.61, 7.68),
    ("accent-text", "canvas"): (7.00, 10.89),
    ("accent-text", "surface"): (7.52, 9.86),
    ("accent", "canvas"): (5.92, 9.02),
    ("accent", "surface"): (6.36, 8.17),
    ("control-line", "canvas"): (3.22, 4.36),
    ("control-line", "surface"): (3.46, 3.95),
    ("on-accent", "accent"): (6.36, 8.38),
    ("on-accent", "accent-hover"): (8.42, 9.86),
    ("on-danger", "danger"): (6.04, 7.60),
    ("neutral-fg", "neutral-bg"): (7.03, 8.03),
    ("info-fg", "info-bg"): (7.03, 8.08),
    ("ready-fg", "ready-bg"): (6.41, 7.48),
    ("success-fg", "success-bg"): (6.50, 8.27),
    ("warning-fg", "warning-bg"): (6.55, 8.58),
    ("danger-fg", "danger-bg"): (6.46, 7.95),
    ("secondary-fg", "secondary-bg"): (7.16, 8.01),
}
"""The table the colours were chosen by, light and dark."""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(text: str, ground: str, theme: str):
    assert contrast(colours(theme)[text], colours(theme)[ground]) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "ground"), CONTROLS)
def test_a_control_can_be_seen_on_its_ground(line: str, ground: str, theme: str):
    assert contrast(colours(theme)[line], colours(theme)[ground]) >= 3


@pytest.mark.parametrize(("pair", "ratios"), PRINTED.items(), ids=lambda value: "-".join(map(str, value)))
def test_a_colour_keeps_the_contrast_it_was_chosen_for(pair: tuple[str, str], ratios: tuple[float, float]):
    found = [contrast(colours(theme)[pair[0]], colours(theme)[pair[1]]) for theme in THEMES]
    assert found == pytest.approx(ratios, abs=0.006)


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_has_a_value_in_both_themes(theme: str):
    assert set(tokens.COLOURS) == set(colours(theme))


def test_sizes_and_spaces_are_in_the_stylesheet():
    named = [f"text-{size}" for size in tokens.TEXT_SIZES] + list(tokens.SPACES)
    assert [name for name in named if f"--mbp-{name}:" not in CSS] == []


def test_every_stylesheet_is_there_and_uses_no_token_that_is_not():
    known = set(re.findall(r"(--mbp-[\w-]+):", CSS))
    for sheet in (*(ASSETS / sheet.strip("/") for sheet in tokens.STYLESHEETS), GALLERY):
        used = set(re.findall(r"var\((--mbp-[\w-]+)", sheet.read_text()))
        assert used <= known, sheet


def test_fonts_come_from_this_machine_with_their_licences():
    for address in re.findall(r'url\("([^"]+)"\)', CSS):
        assert (ASSETS / address.strip("/")).is_file()
    assert (ASSETS / tokens.FONT.strip("/")).is_file()
    assert {file.name for file in (ASSETS / "fonts").glob("*.txt")} == {"figtree-OFL.txt", "jetbrains-mono-OFL.txt"}
    assert not re.search(r"https?://", "".join((ASSETS / sheet.strip("/")).read_text() for sheet in tokens.STYLESHEETS))


def colours(theme: str) -> dict[str, str]:
    """Names and hex values of a theme."""
    light, dark = CSS.split(".dark {")
    return dict(re.findall(r"--mbp-([\w-]+): (#[0-9A-Fa-f]{6});", dark if theme == "dark" else light))


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
