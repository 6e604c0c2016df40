"""What is asked for at each door: of the victim, as a page would ask, and whatever else somebody may send."""

import ast
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mbp_claims
from tests.doors.house import House
from tests.state.stranger import CLIENT

ROOT = Path(mbp_claims.__file__).parent
READS = {"text", "choice", "day", "cents", "matching", "checked", "get", "whole", "count"}
"""How forms are read, in domain/draft.py and beside it."""
FORM = "__reflex_form_data__"
WRONG: tuple[Any, ...] = (
    None, True, -1, 0, 10**30, 1.5, math.nan, "", "\x00", "\ud800", "x" * 50_000, "' OR '1'='1", [], [[]], ["1", None],
    {}, {"a": {"b": {"c": {"d": {"e": 1}}}}}, {FORM: [["a", {}]]}, {FORM: 5}, "x" * 70_000,
)  # fmt: skip


def pages(house: House) -> list[str]:
    """Addresses of the victim's, and of the lists."""
    number, era = house.numbers[1], house.ids[0]
    return [
        f"/clients/{CLIENT}", "/money", f"/clients/{CLIENT}/claim-center",
        f"/clients/{CLIENT}/contact", f"/clients/{CLIENT}/documents", f"/claims/{number}", f"/era/{era}", "/era",
        "/clients", "/claims", "/clearinghouse", "/ledger/60054", "/settings", "/people",
    ]  # fmt: skip


def plausible(house: House, arguments: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Numbers and ids of the victim's as text and as numbers; as a form where the handler takes one."""
    if not arguments:
        yield {}
        return
    keys: list[Any] = [CLIENT, house.numbers[1], house.numbers[-1], *map(str, house.ids[:6]), house.ids[0]]
    for key in keys:
        form = dict.fromkeys(FIELDS, key)
        yield {name: form if _is_form(name, kind) else key for name, kind in arguments.items()}


def wrong(arguments: dict[str, str]) -> Iterator[Any]:
    """Of the wrong type, size and shape; and payloads that are none."""
    for value in WRONG:
        yield dict.fromkeys(arguments, value)
    yield from ({**dict.fromkeys(arguments, "1"), "more": 1}, [], "x", None, {"self": 1})


def _is_form(name: str, kind: str) -> bool:
    return "dict" in kind or name in ("form", "form_data")


def _fields() -> list[str]:
    """The names of every field that any form of ours is read for, found where they are read."""
    found = set()
    for path in (one for room in ("domain", "actions", "api") for one in sorted((ROOT / room).glob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READS:
                found |= {one.value for one in node.args[:1] if isinstance(one, ast.Constant)}
    return sorted(name for name in found if isinstance(name, str) and name.isidentifier())


FIELDS = _fields()
