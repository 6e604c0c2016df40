"""Pictures by what they are made from, kept so that nothing is taken twice.

A specimen's picture is made from its own module, from what that imports, and from what every page has: styles, assets,
scripts, packages, the browser. A screen's is made from the whole program. Of what did not change, the picture is known.
"""

import hashlib
import re
import shutil
import subprocess
import time
from pathlib import Path

from mbp_claims.gallery.drawing import FOLDER as SPECIMENS
from mbp_claims.launch import pages
from mbp_claims.testing.browser import chromium

COMMON = (
    "styles", "public", "utils", "components", "gallery", "app/root.jsx", "app/_document.js", "package-lock.json",
    "app/routes/[gallery].$[component].$[specimen]._index.jsx",
)  # fmt: skip
IMPORTED = re.compile(r"""from\s*["']\$/([^"']+)["']""")
NAMED_ANEW = re.compile(rb"reflex_Var_\d+")
"""Reflex names references by a hash that each build makes anew."""
ENDINGS = ("", ".jsx", ".js", "/index.jsx")
DAYS_UNUSED = 30


class Kept:
    """The pictures in `folder`, for what is built now (in pages.web_folder())."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._web = pages.web_folder()
        takers = [Path(__file__).with_name(name) for name in ("base.py", "demo.py", "shooting.py")]
        self._always = _hashed(browser_version().encode(), *(path.read_bytes() for path in takers))
        self._whole = pages.fingerprint()
        self._common = _hashed(*(text for place in COMMON for text in self._texts(self._web / place)))

    def path(self, name: str, theme: str) -> Path:
        """Where the picture of that name ("specimen/chip/ready", "screen/today") is, or belongs."""
        specimen = self._web / SPECIMENS / f"{name.removeprefix('specimen/')}.jsx"
        made_from = self._closure(specimen) if name.startswith("specimen/") else self._whole
        return self.folder / f"{_hashed(name.encode(), theme.encode(), self._always.encode(), made_from.encode())}.png"

    def give(self, name: str, theme: str, to: Path) -> bool:
        """Whether it is known; `to` is the picture then."""
        kept = self.path(name, theme)
        if kept.exists():
            kept.touch()
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kept, to)
        return kept.exists()

    def keep(self, name: str, theme: str, taken: Path) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(taken, self.path(name, theme))

    def sweep(self) -> None:
        """What nobody has asked for in a month goes."""
        for path in self.folder.glob("*.png"):
            if time.time() - path.stat().st_mtime > DAYS_UNUSED * 86400:
                path.unlink()

    def _closure(self, module: Path) -> str:
        """Of the module and all that it imports of ours."""
        seen: set[Path] = set()
        waiting = [module]
        while waiting:
            path = waiting.pop()
            if path not in seen:
                seen.add(path)
                waiting += self._imports(path)
        return _hashed(self._common.encode(), *(NAMED_ANEW.sub(b"", path.read_bytes()) for path in sorted(seen)))

    def _imports(self, path: Path) -> list[Path]:
        named = IMPORTED.findall(path.read_text(encoding="utf-8"))
        found = [next(filter(Path.is_file, (self._web / f"{one}{end}" for end in ENDINGS)), None) for one in named]
        return [one for one in found if one]

    def _texts(self, place: Path) -> list[bytes]:
        """Names and contents; the specimens' own modules and their list aside."""
        paths = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
        own = [path for path in paths if "specimens" not in path.parts and path.name != "catalogue.js"]
        return [part for path in own for part in (path.relative_to(self._web).as_posix().encode(), path.read_bytes())]


def browser_version() -> str:
    return subprocess.run([chromium(), "--version"], capture_output=True, text=True, check=True).stdout


def _hashed(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
