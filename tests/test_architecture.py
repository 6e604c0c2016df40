"""The house: imports only go down, nobody imports in a circle, and every file is where the plan says."""

import ast
import sys
from collections.abc import Container
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parent.parent / "mbp_claims"
FLOOR_0 = {"settings", "routes", "testids", "clock", "tracing", "sealing", "words"}
MAY_IMPORT = {
    "domain": set(),
    "x12": {"domain"},
    "paper": {"domain"},
    "pictures": {"domain"},
    "db": {"domain"},
    "views": {"domain"},
    "transport": {"domain"},
    "actions": {"domain", "db", "x12", "paper", "pictures", "transport"},
    "backup": {"db"},
    "state": {"actions", "views", "domain"},
    "ui": {"views"},
    "pages": {"state", "ui"},
    "gallery": {"ui", "views", "domain", "launch"},
    "launch": {"db"},
    "testing": {"launch"},
}
WIRING = {"mbp_claims", "api", "cli"}
OUTSIDE = {
    "domain": {"sqlmodel"}, "views": set(), "x12": {"pyx12"}, "db": {"sqlmodel", "sqlalchemy", "sqlcipher3", "psycopg"},
    "backup": {"cryptography", "sqlalchemy"}, "paper": {"reportlab"}, "pictures": {"PIL"}, "transport": {"asyncssh"},
}  # fmt: skip
NO_REFLEX = ("domain", "x12", "paper", "pictures", "db", "views", "transport", "actions")


@cache
def files() -> list[Path]:
    return sorted(path for path in HOUSE.rglob("*.py") if "__pycache__" not in path.parts)


def of(rooms: Container[str]) -> list[Path]:
    return [path for path in files() if room(module(path)) in rooms]


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text())))


def module(path: Path) -> str:
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> set[str]:
    """Absolute names of the modules that a file imports, submodules named where they are modules."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} & MODULES or {node.module or ""}
    return found


MODULES = {module(path) for path in files()}


def room(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def test_imports_only_go_down():
    for path in files():
        here = room(module(path))
        for name in imports(path):
            if not name.startswith("mbp_claims."):
                continue
            there = room(name)
            if there in FLOOR_0 or there == here or here in WIRING or not here:
                assert here not in FLOOR_0 or there in FLOOR_0, f"{here} imports {name}"
                continue
            assert here in MAY_IMPORT, f"{module(path)} is in no room of the plan"
            allowed = there in MAY_IMPORT[here] or (here, path.stem, there) == ("state", "base", "db")
            assert allowed, f"{module(path)} may not import {name}"
            if here == "gallery" and there == "domain":
                assert name == "mbp_claims.domain.cast", f"{module(path)} may not import {name}"


def test_the_lower_floors_know_no_reflex():
    assert [path for path in of(NO_REFLEX) if "reflex" in _libraries(path)] == []


def test_lower_floors_use_only_the_libraries_of_their_room():
    at_hand = {"mbp_claims", "__future__"} | sys.stdlib_module_names
    used = {path: _libraries(path) - at_hand - OUTSIDE[room(module(path))] for path in of(OUTSIDE)}
    assert {path: names for path, names in used.items() if names} == {}


def _libraries(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def test_the_program_runs_without_its_testers_kit():
    others = [path for path in files() if room(module(path)) != "testing"]
    assert [path for path in others if any(room(name) == "testing" for name in imports(path))] == []


def test_nobody_imports_in_a_circle():
    graph = {module(path): imports(path) & MODULES for path in files()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail, name])
        if name not in done:
            for other in graph[name]:
                visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


CODE = {"call_script", "call_function", "run_script", "toast", "window_alert", "console_log", "set_clipboard"}
"""Of Reflex: from a handler they travel as text that becomes a script, which the pages' policy does not let happen."""


def test_a_handler_tells_the_browser_verbs_and_never_code():
    """Use what `state/toasts.py` has, or add a verb there and in `assets/mbp.js`."""
    assert {path: used for path in of({"state"}) if (used := _names(path) & CODE)} == {}


def _names(path: Path) -> set[str]:
    """Attributes that are used, and what is imported from elsewhere."""
    used = {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)}
    return used | {alias.name for node in nodes(path) if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_a_component_runs_functions_that_were_built_and_never_text():
    """`rx.run_script` becomes a function when the pages are built; `rx.call_script` stays text."""
    assert [path for path in of({"ui", "pages"}) if "call_script" in path.read_text()] == []


def test_the_migrations_folder_does_not_shadow_alembic():
    assert not (HOUSE.parent / "alembic" / "__init__.py").exists()


def test_an_attempt_is_awaited():
    """Else nothing is done. What runs in a thread says attempt_in_thread."""
    assert [(path, line) for path in of({"state"}) for line in _not_awaited(path)] == []


def _not_awaited(path: Path) -> list[int]:
    awaited = {id(node.value) for node in nodes(path) if isinstance(node, ast.Await)}
    calls = [node for node in nodes(path) if isinstance(node, ast.Call)]
    attempts = [node for node in calls if getattr(node.func, "id", "") == "attempt"]
    return [node.lineno for node in attempts if id(node) not in awaited]
