"""What the gallery's pages show, as the browser has it: files/sheet.js makes it of the address."""

from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from mbp_claims.gallery.about import About


@dataclass(frozen=True)
class Listed:
    """A component and its states."""

    name: str
    states: list[str]
    count: str


@dataclass(frozen=True)
class Group:
    """Components that belong together."""

    name: str
    components: list[Listed]


@dataclass(frozen=True)
class Shown:
    """One specimen alone in a frame: `pixels` wide, in a theme."""

    theme: str
    pixels: str
    title: str
    address: str


@dataclass(frozen=True)
class Width:
    """The specimen in both themes at one width."""

    name: str
    pixels: str
    pair: list[Shown]


@dataclass(frozen=True)
class Sheet:
    """One component in one state; `width` and `text` as chosen, "" and "100" at first."""

    groups: list[Group]
    component: str
    states: list[str]
    state: str
    width: str
    text: str
    frames: list[Width]
    about: About


HOOK = VarData(
    imports={"$/gallery/sheet": [ImportVar(tag="useSheet")]}, hooks={"const gallerySheet = useSheet()": None}
)
SHEET: Any = rx.Var("gallerySheet", _var_type=Sheet, _var_data=HOOK).guess_type()


class Drawn(rx.Component):
    """The specimen that the address of the page names."""

    library = "$/gallery/drawn"
    tag = "Drawn"
