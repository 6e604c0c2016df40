"""The names of the tokens in assets/tokens.css, and the stylesheets in the order they apply."""

STYLESHEETS = (
    "/tokens.css",
    "/app.css",
    "/heads.css",
    "/parts.css",
    "/tables.css",
    "/money.css",
    "/today.css",
    "/overview.css",
    "/months.css",
    "/era.css",
    "/clearinghouse.css",
    "/documents.css",
    "/superbill.css",
    "/forms.css",
    "/door.css",
    "/keys.css",
    "/widths.css",
    "/forced.css",
)
FONT = "/fonts/figtree-latin-wght-normal.woff2"

TEXT_SIZES = ("xs", "sm", "note", "md", "lg", "xl", "2xl")
SPACES = ("s1", "s2", "s3", "s4", "s5", "s6", "s8", "s10")
SURFACES = ("canvas", "surface", "sunken")
TONES = ("neutral", "info", "ready", "success", "warning", "danger")
PARTS = ("gone", "p", "s", "client", "look")

COLOURS = (
    *SURFACES,
    "text",
    "muted",
    "line",
    "control-line",
    "accent",
    "accent-hover",
    "on-accent",
    "accent-soft",
    "accent-text",
    "danger",
    "on-danger",
    "focus",
    *(f"{tone}-{side}" for tone in (*TONES, "secondary") for side in ("fg", "bg")),
    *(f"part-{part}" for part in PARTS),
)
"""Each has a value in the light theme and one in the dark, as `--mbp-<name>`."""
