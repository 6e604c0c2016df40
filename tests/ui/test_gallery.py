"""Designers' door: every component can be seen, and what tests hold on to has one name."""

import ast
import inspect
import json
import sys
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
import reflex as rx

import mbp_claims
from mbp_claims import testids
from mbp_claims.gallery.drawing import plain
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.specimens import SPECIMENS, components
from mbp_claims.ui.actions_menu import ITEMS

HOUSE = Path(mbp_claims.__file__).parent
UI = HOUSE / "ui"


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: specimen.name)
def test_a_specimen_can_be_drawn(specimen: Specimen):
    path, script = plain(specimen)
    assert path == f"gallery/specimens/{specimen.name}.jsx"
    assert testids.specimen(specimen.component, specimen.state) in script


def test_every_component_is_drawn_by_some_specimen():
    drawn: set[object] = set()

    def note_call(frame, event, _):
        if event == "call" and frame.f_code.co_filename.startswith(str(UI)):
            drawn.add(frame.f_code)

    sys.setprofile(note_call)
    try:
        for specimen in SPECIMENS:
            specimen.draw()
    finally:
        sys.setprofile(None)
    assert [name for name, function in public_components() if function.__code__ not in drawn] == []


def test_a_specimen_has_an_address_of_its_own():
    names = [specimen.name for specimen in SPECIMENS]
    assert sorted(names) == sorted(set(names))
    assert sum(len(states) for states in components().values()) == len(SPECIMENS)


def test_the_menu_specimen_shows_every_item_of_the_actions_menu():
    drawn = str(next(specimen for specimen in SPECIMENS if specimen.component == "actions_menu").draw())
    assert [label for label, _ in ITEMS.values() if json.dumps(label) not in drawn] == []


def test_test_ids_are_written_in_their_own_file_alone():
    found = [f"{path.name}:{line}" for path in HOUSE.rglob("*.py") for line in written_test_ids(path)]
    assert found == []


def test_no_two_things_share_a_test_id():
    constants = [value for name, value in vars(testids).items() if name.isupper() and isinstance(value, str)]
    made = [function(*(f"key{n}" for n in range(arguments(function)))) for function in functions(testids)]
    assert sorted(constants + made) == sorted({*constants, *made})


def public_components() -> list[tuple[str, FunctionType]]:
    """Functions of ui/ that anybody may call and that return a component, by module and name."""
    found = []
    for path in sorted(UI.glob("*.py")):
        module = sys.modules.get(f"mbp_claims.ui.{path.stem}") or __import__(
            f"mbp_claims.ui.{path.stem}", fromlist=["_"]
        )
        found += [(f"{path.stem}.{function.__name__}", function) for function in functions(module) if draws(function)]
    return found


def functions(module: ModuleType) -> list[FunctionType]:
    """Public functions that a module defines itself."""
    return [
        thing
        for name, thing in vars(module).items()
        if inspect.isfunction(thing) and not name.startswith("_") and thing.__module__ == module.__name__
    ]


def draws(function: FunctionType) -> bool:
    return function.__annotations__.get("return") in (rx.Component, "rx.Component")


def arguments(function: FunctionType) -> int:
    return len(inspect.signature(function).parameters)


def written_test_ids(path: Path) -> list[int]:
    """Lines where a test id is spelled out instead of taken from testids."""
    lines = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.keyword) and node.arg == "data_testid" and spelled(node.value):
            lines.append(node.value.lineno)
        if isinstance(node, ast.Dict):
            keys = [key.value if isinstance(key, ast.Constant) else None for key in node.keys]
            lines += [
                value.lineno
                for key, value in zip(keys, node.values, strict=True)
                if key in ("data-testid", "data_testid") and spelled(value)
            ]
    return lines


def spelled(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
