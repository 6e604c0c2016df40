"""Draws specimens again after a change, those that are looked at first, and writes what came out differently."""

import ast
import os
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

FAR = 99


def redraw(folder: Path, changed: list[str], everything: bool) -> None:
    """`folder` is where Reflex builds, `changed` are modules; `everything` draws those too that they do not reach."""
    from mbp_claims.gallery import catalogue, drawing, plugin
    from mbp_claims.gallery.arguments import component_named
    from mbp_claims.gallery.opened import opened_first
    from mbp_claims.gallery.specimen import Specimen
    from mbp_claims.gallery.specimens import SPECIMENS

    def plain(specimen: Specimen) -> list[tuple[str, str]]:
        return [drawing.plain(specimen)]

    def near(specimen: Specimen) -> int:
        function = component_named(specimen.component)
        return min(far.get(home, FAR) for home in (specimen.home, function.__module__ if function else ""))

    def is_known(specimen: Specimen) -> bool:
        return (folder / drawing.place(specimen)).exists()

    far = distances(changed)
    reached = sorted((each for each in SPECIMENS if everything or near(each) < FAR), key=near)
    parts = [(each.name, partial(make, each)) for make in (plain, drawing.rest) for each in reached]
    # A page that asks for a specimen before it is there does not ask again: what is new is drawn before it is listed.
    new = [part for part, each in zip(parts, reached, strict=False) if not is_known(each)]
    listed = ("", lambda: [(catalogue.PATH, catalogue.script())])
    # A specimen imports the memos, so they are there before it.
    write(folder, drawing.memos())
    has_yielded = False
    for make, is_seen in opened_first(folder, [*new, listed, *(part for part in parts if part not in new)]):
        if not is_seen and not has_yielded:
            # To the browser, which shows what is looked at.
            has_yielded = os.nice(5) > 0
        write(folder, make())
    _forget(folder, {specimen.name for specimen in SPECIMENS})
    write(folder, plugin.own_files())


def distances(changed: Iterable[str]) -> dict[str, int]:
    """How many imports lie between a changed module of ours and each that it reaches."""
    graph: dict[str, set[str]] = {}
    for path in sorted(Path(__file__).parent.parent.glob("*/*.py")):
        name = f"mbp_claims.{path.parent.name}.{path.stem}"
        if path.parent.name in ("ui", "gallery", "views"):
            graph[name] = _imports(path, path.stat().st_mtime_ns)
    far = dict.fromkeys(changed, 0)
    edge = set(far)
    while edge:
        edge = {name for name, imported in graph.items() if name not in far and imported & edge}
        far.update(dict.fromkeys(edge, max(far.values()) + 1))
    return far


def write(folder: Path, modules: Iterable[tuple[str, str]]) -> None:
    """Only where the script is another than before, so that the browser loads what changed and nothing else."""
    for name, script in modules:
        path = folder / Path(name).relative_to(folder.name) if name.startswith(f"{folder.name}/") else folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != script:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(script, encoding="utf-8")


@cache
def _imports(path: Path, _saved: int) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mbp_claims"):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _forget(folder: Path, names: set[str]) -> None:
    """Removes the modules of specimens that are no more."""
    for path in (folder / "gallery" / "specimens").glob("*/*"):
        if f"{path.parent.name}/{path.name.partition('.')[0]}" not in names:
            path.unlink()
