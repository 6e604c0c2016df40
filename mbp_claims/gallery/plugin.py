"""Gives Reflex's build what the gallery's pages are made of. It is asked only where MBP_GALLERY=1."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reflex.plugins import Plugin
from reflex.utils.exec import is_prod_mode

from mbp_claims.gallery.opened import CONFIG, noting

FILES = Path(__file__).with_name("files")
FOLDER = "gallery"
"""Below the folder in which Reflex builds."""
AXE = "axe.min.js"


class GalleryPlugin(Plugin):
    """Writes scripts and styles of the gallery, and in a build every specimen. In `make dev` live.py writes those."""

    def pre_compile(self, **context: Any) -> None:
        context["add_save_task"](scripts, is_prod_mode())
        context["add_modify_task"](CONFIG, noting)


def scripts(with_specimens: bool) -> list[tuple[str, str]]:
    """Paths and contents; the specimens take half a minute."""
    from mbp_claims.gallery import catalogue, drawing
    from mbp_claims.gallery.specimens import SPECIMENS

    written = [*own_files(), (catalogue.PATH, catalogue.script())]
    if with_specimens:
        written += [module for specimen in SPECIMENS for module in (drawing.plain(specimen), *drawing.rest(specimen))]
    return written


def own_files() -> list[tuple[str, str]]:
    """What is written by hand, and axe-core where the tests' packages are installed."""
    found = [(f"{FOLDER}/{path.name}", path.read_text(encoding="utf-8")) for path in sorted(FILES.iterdir())]
    return [*found, (f"{FOLDER}/{AXE}", _axe())]


def _axe() -> str:
    package = find_spec("axe_playwright_python")
    script = Path(package.origin).with_name(AXE) if package and package.origin else None
    return script.read_text(encoding="utf-8") if script and script.exists() else "// axe-core is not installed\n"
