"""What the command palette is given by the server."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PaletteOption:
    """`to` is where it leads, `press` the test id of what is pressed there; `icon` one of assets/palette.js."""

    label: str
    detail: str
    icon: str
    to: str
    end: str = ""
    press: str = ""


@dataclass(frozen=True)
class PaletteGroup:
    title: str
    options: tuple[PaletteOption, ...]
