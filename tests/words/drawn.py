"""Draws every specimen of the gallery in the pseudo-language; prints how many texts are marked, and those that are not.

Run by test_pseudo.py in a process of its own: the language is one for the whole program.
"""

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reflex_base.components.component import BaseComponent
from reflex_base.components.memo import MEMOS
from reflex_base.vars.base import Var
from reflex_base.vars.sequence import ConcatVarOperation, LiteralStringVar

import mbp_claims
from mbp_claims.gallery.specimens import SPECIMENS

HOUSE = Path(mbp_claims.__file__).parent
SHOWN = ("aria-label", "title", "placeholder", "alt", "data-l")
"""Attributes that people read or hear."""
CHOSEN = re.compile(r'(?:\? |: |return \()\(?"((?:[^"\\\\]|\\\\.)*)"')
"""A text of which the browser chooses one: of an expression in its script."""
WORD = re.compile(r"[^\W\d_]{2,}")
DATA = re.compile(r"[A-Z]{2}|/\S*|.*rx_state_.*|.*\$[\d,]+\.\d\d.*|(January|February|March|April|May|June|July|August"
                  r"|September|October|November|December) \d{4}|88 claims, .*", re.DOTALL)  # fmt: skip
"""States, addresses, what a variable shows, and what the cast works out: sums, payers, months."""
NAMES = {"My Best Practice", "NPI", "Alt", "Esc", "key", "environment", "outbox", "archive", "file"}


def cast() -> set[str]:
    """Every text that the gallery itself says, in the words of the cast: data, as far as ui/ is concerned."""
    homes = (HOUSE / "gallery", HOUSE / "domain" / "cast")
    trees = (ast.parse(path.read_text()) for home in homes for path in home.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def said(value: Any) -> Iterator[str]:
    """The texts that a child or an attribute may show, whatever decides between them in the browser."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, LiteralStringVar):
        yield value._var_value
    elif isinstance(value, ConcatVarOperation):
        yield "".join(part._var_value for part in value._var_value if isinstance(part, LiteralStringVar))
    elif isinstance(value, Var):
        yield from (json.loads(f'"{text}"') for text in CHOSEN.findall(str(value)))


def texts(component: Any) -> Iterator[str]:
    """All that a component and what stands in it show."""
    yield from said(getattr(component, "contents", None))
    attributes = {**getattr(component, "custom_attrs", {}), **vars(component)}
    for name in SHOWN:
        yield from said(attributes.get(name, attributes.get(name.replace("-", "_"))))
    for child in inside(component):
        yield from texts(child)


def inside(component: Any) -> Iterator[Any]:
    yield from component.children
    for case in getattr(component, "match_cases", ()):
        yield from (part for part in case if isinstance(part, BaseComponent))
    yield from component._get_components_in_props()


def main() -> None:
    own, marked, bare = cast() | NAMES, set[str](), dict[str, str]()
    drawn = [(specimen.name, specimen.draw()) for specimen in SPECIMENS if specimen.component != "tokens"]
    drawn += [(name, memo.component) for name, memo in MEMOS.items() if hasattr(memo, "component")]
    for name, component in drawn:
        for text in texts(component):
            if "⟦" in text:
                marked.add(text)
            elif WORD.search(text) and text.strip() not in own and not DATA.fullmatch(text):
                bare.setdefault(text, name)
    json.dump({"marked": len(marked), "bare": bare}, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
