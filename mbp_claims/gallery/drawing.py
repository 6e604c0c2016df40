"""A specimen as files of the page's script: drawn as it is, drawn with the arguments of its address, and told about.

Each is a module of its own, so that a change of one is made and loaded alone; files/drawn.jsx finds them by their path.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import reflex as rx
from reflex.compiler import compiler
from reflex.compiler.plugins.builtin import ApplyStylePlugin, DefaultCollectorPlugin, DefaultPagePlugin
from reflex_base.components.memo import MEMOS
from reflex_base.plugins.compiler import CompileContext, CompilerHooks

from mbp_claims import testids
from mbp_claims.gallery.about import about
from mbp_claims.gallery.specimen import Specimen

FOLDER = "gallery/specimens"
"""Below the folder in which Reflex builds."""
FRAMED = ("shell", "screen", "door")
"""Components that bring their own main part."""


@dataclass(frozen=True)
class Page:
    """What Reflex's compiler asks of a page."""

    route: str
    component: Callable[[], rx.Component]
    title: str


def place(specimen: Specimen) -> str:
    """The path of its module."""
    return f"{FOLDER}/{specimen.name}.jsx"


def plain(specimen: Specimen) -> tuple[str, str]:
    """The path of its module and the script in it."""
    return place(specimen), _script(specimen, specimen.draw)


def rest(specimen: Specimen) -> Iterator[tuple[str, str]]:
    """The other modules of it, path and script."""
    told, changeable = about(specimen)
    if changeable is not None:
        yield f"{FOLDER}/{specimen.name}.changed.jsx", _script(specimen, lambda: changeable)
    words = json.dumps(told.told, indent=1, ensure_ascii=False)
    yield f"{FOLDER}/{specimen.name}.about.js", f"export const about = {words};\n"


def memos() -> list[tuple[str, str]]:
    """The modules of what ui/ keeps drawn, as rows of tables; they belong to no page."""
    return compiler.compile_memo_components(MEMOS.values())[0]


def _script(specimen: Specimen, draw: Callable[[], rx.Component]) -> str:
    page = Page(specimen.name, partial(_bare, specimen, draw), f"{specimen.component}, {specimen.state}")
    # Without Reflex's memoizing: each module stands alone, and no other need be written when it changes.
    plugins = (DefaultPagePlugin(), ApplyStylePlugin(style={}), DefaultCollectorPlugin())
    with CompileContext(pages=[page], hooks=CompilerHooks(plugins=plugins)) as context:
        return context.compile()[specimen.name].output_code or ""


def _bare(specimen: Specimen, draw: Callable[[], rx.Component]) -> rx.Component:
    holder = rx.el.div if specimen.component in FRAMED else rx.el.main
    css = "alone" if specimen.component in FRAMED else "alone bare"
    return holder(draw(), class_name=css, data_testid=testids.specimen(specimen.component, specimen.state))
