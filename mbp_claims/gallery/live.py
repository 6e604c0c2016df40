"""`make dev`: Reflex's own hot reload, and beside it the gallery's: a change in ui/ or assets/ is seen within a second.

Reflex imports everything anew and makes every page again. Here a process that has the libraries loaded already forks
at each change; the child imports ui/ and gallery/ as they are now, draws the specimens that the change reaches, those
that are looked at first, and writes what came out differently into the folder from which Vite serves.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from watchfiles import Change, watch

from mbp_claims.gallery.redrawing import distances, redraw
from mbp_claims.settings import settings

HOUSE = Path(__file__).parent.parent
ROOT = HOUSE.parent
ASSETS = ROOT / "assets"
DRAWN_HERE = ("ui", "gallery", "views")
LIBRARIES = (
    "reflex.compiler.compiler", "reflex.compiler.plugins.builtin", "reflex.state", "reflex_components_core.el",
    "reflex_components_core.core", "reflex_components_core.react_router.dom", "reflex_components_lucide.icon",
    "reflex_components_radix.themes", "reflex_components_sonner.toast", "reflex_components_core.core.banner",
    "reflex_components_core.el.elements.typography", "reflex.plugins", "sqlalchemy.dialects.sqlite",
    "sqlalchemy.dialects.postgresql",
)  # fmt: skip
STEP, SETTLE = 20, 60
"""Milliseconds: how often the files are looked at, and how long after a change until it is taken as whole."""

YIELDS = 5
"""By how much Reflex's own reload is nicer than the gallery."""


def main() -> int:
    """Runs until Reflex ends or Ctrl-C; the status is Reflex's own."""
    server = subprocess.Popen([sys.executable, "-m", "reflex", "run"], env=os.environ | _reload_scope())
    try:
        if _waits_for_pages(server):
            # What Reflex starts from now on makes all screens again: the gallery goes before.
            os.setpriority(os.PRIO_PROCESS, server.pid, os.getpriority(os.PRIO_PROCESS, server.pid) + YIELDS)
            _follow(server)
    except KeyboardInterrupt:
        # The terminal told Reflex as well.
        pass
    return server.wait()


def _reload_scope() -> dict[str, str]:
    """What Reflex itself starts anew for: not for the gallery and styles, which no handler and no screen needs."""
    rooms = (path for path in HOUSE.iterdir() if not path.name.startswith("_") and path.name != "gallery")
    return {"REFLEX_HOT_RELOAD_OVERRIDE_PATHS": ":".join(str(path) for path in sorted(rooms))}


def _waits_for_pages(server: subprocess.Popen[bytes]) -> bool:
    while server.poll() is None:
        with socket.socket() as asking:
            if asking.connect_ex((settings.host, settings.port)) == 0:
                return True
        time.sleep(0.2)
    return False


def _follow(server: subprocess.Popen[bytes]) -> None:
    _load_libraries()
    drawing = Drawing()
    try:
        drawing.again([])
        for changes in watch(HOUSE, ASSETS, step=STEP, debounce=SETTLE, yield_on_timeout=True, rust_timeout=500):
            if server.poll() is not None:
                return
            changed = [Path(path) for change, path in changes if change != Change.deleted]
            for path in changed:
                _copied(path)
            drawn = [path for path in changed if path.suffix == ".py" and _room(path) in DRAWN_HERE]
            if drawn:
                drawing.again(drawn)
    finally:
        drawing.stop()


class Drawing:
    """A child that draws. What it had not done when it was stopped, or failed, is asked of the next one too."""

    def __init__(self) -> None:
        self.child = 0
        self.changed: list[Path] = []
        self.everything = True

    def again(self, changed: list[Path]) -> None:
        """With the files as they are now."""
        if self.stop():
            self.changed, self.everything = [], False
        self.changed = list(dict.fromkeys([*changed, *self.changed]))
        self.child = os.fork()
        if not self.child:
            self._draw()

    def stop(self) -> bool:
        """Whether it had done all it was asked."""
        if not self.child:
            return False
        ended, status = os.waitpid(self.child, os.WNOHANG)
        if not ended:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
        self.child = 0
        return bool(ended) and status == 0

    def _draw(self) -> NoReturn:
        status = 1
        try:
            redraw(web_folder(), [f"mbp_claims.{_room(path)}.{path.stem}" for path in self.changed], self.everything)
            status = 0
        except Exception as why:
            # Half-typed code is told and waited for.
            print(f"Gallery: nothing was drawn. {type(why).__name__}: {why}", flush=True)
        finally:
            os._exit(status)


def _copied(path: Path) -> None:
    """A style, script or picture goes where Vite serves it from, without anything being made."""
    web = web_folder()
    if path.is_relative_to(ASSETS):
        name = path.relative_to(ASSETS)
        for folder in (web / "styles", web / "public"):
            if (folder / name).exists():
                shutil.copyfile(path, folder / name)
    elif path.parent.name == "files" and _room(path) == "gallery":
        shutil.copyfile(path, web / "gallery" / path.name)


def web_folder() -> Path:
    """Where Reflex builds."""
    return ROOT / os.environ.get("REFLEX_WEB_WORKDIR", ".web")


def _room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0] if path.is_relative_to(HOUSE) else ""


def _load_libraries() -> None:
    """Everything but what is drawn, and who imports whom: a child has it without reading it."""
    domain = (f"mbp_claims.domain.{path.stem}" for path in sorted((HOUSE / "domain").glob("*.py")))
    for name in (*LIBRARIES, *domain):
        import_module(name)
    distances([])


if __name__ == "__main__":
    sys.exit(main())
