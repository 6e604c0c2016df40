"""Which specimens are looked at: their pages tell Vite, which notes it in a file. Those are drawn first."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from mbp_claims.launch.patched import patched

FILE = "gallery/opened.txt"
"""Below the folder in which Reflex builds: a name a line, the newest last."""
MOST = 12
CONFIG = "vite.config.js"
VITE = 'import { defineConfig } from "vite";\n'
FIRST_PLUGIN = "    alwaysUseReactDomServerNode(),\n"
NOTES = f"""    {{
      name: "gallery-opened",
      configureServer({{ ws }}) {{
        const file = new URL("./{FILE}", import.meta.url);
        ws.on("gallery:opened", ({{ name }}) => appendFileSync(file, `${{name}}\\n`));
      }},
    }},
"""
T = TypeVar("T")


def noting(config: str) -> str:
    """Vite's settings, with our note of what is opened. RuntimeError where Reflex no longer writes what we look for."""
    imports = 'import { appendFileSync } from "node:fs";\n' + VITE
    return patched(CONFIG, config, (VITE, imports), (FIRST_PLUGIN, NOTES + FIRST_PLUGIN))


def opened(folder: Path) -> list[str]:
    """Names of the specimens that pages showed last, the newest first. `folder` is where Reflex builds."""
    file = folder / FILE
    names = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return list(dict.fromkeys(reversed(names)))[:MOST]


def opened_first(folder: Path, parts: Iterable[tuple[str, T]]) -> Iterator[tuple[T, bool]]:
    """Parts of specimens, by their names, each with whether it is looked at: those come first, also where one is opened
    only meanwhile."""
    waiting = list(parts)
    names: list[str] = []
    while waiting:
        if names != (now := opened(folder)):
            names = now
            waiting.sort(key=lambda part: names.index(part[0]) if part[0] in names else MOST)
        name, part = waiting.pop(0)
        yield part, name in names
