"""A page's first load: few scripts, the large ones first, all of them at once, and with them the socket, which asks
for what the page shows before its scripts are there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reflex.plugins import Plugin
from reflex_base.constants import Reflex

from mbp_claims.launch.patched import patched

SCRIPT = Path(__file__).with_suffix(".js")
MANIFEST = "assets/manifest-*.js"
FALLBACK = "__spa-fallback.html"
PRELOAD = re.compile(r'<link rel="modulepreload" href="([^"]+)"/>')
PARAMETER = re.compile(r":([^/]+)")
NAMED = r"(?<\1>[^/]+)"
CONFIG = "vite.config.js"
CONTEXT = "utils/context.jsx"
BOOT = {
    "event": re.compile(r"ReflexEvent\('([^']+\.hydrate_and_load)', payload\)"),
    "hashes": re.compile(r"initialStateHashes = (\[.*\])"),
    "schema": re.compile(r"stateSchema = (\".*\")"),
}
"""What the app says first on its socket: made while the pages are, so it can be said for it."""

# Reflex hands all of Radix Themes to components that a server makes up while it runs. We have none.
WHOLE_LIBRARY = re.compile(
    r'^(import \* as radix_ui_themes from .*| *"@radix-ui/themes": radix_ui_themes,)$', re.MULTILINE
)
# One file for each of these, instead of one for each icon: a browser asks for six at a time.
ENVIRONMENT = 'name: "reflex-env",'
GROUPS = r"""name: "reflex-env", priority: 4,
            }, { test: /node_modules.(react|react-dom|react-router|scheduler)[\\/]/, name: "react", priority: 3 },
            { test: /node_modules.(@?radix-ui|@floating-ui|downshift|sonner|lucide)/, name: "widgets", priority: 2 },
            { test: /node_modules/, name: "packages", priority: 1 },
            { test: /[\\/](utils|public|components|app_components)[\\/]/, name: "shared", minShareCount: 2,
"""


class FirstLoadPlugin(Plugin):
    """Without it all works, and behind a slow network a page is there half a second later."""

    def pre_compile(self, **context: Any) -> None:
        context["add_modify_task"](CONFIG, _grouped)
        context["add_modify_task"]("app/root.jsx", lambda root: WHOLE_LIBRARY.sub("", root))

    def post_build(self, **context: Any) -> None:
        """Runs before the pages are compressed. RuntimeError where Reflex no longer writes what we look for."""
        folder = Path(context["static_dir"])
        addresses, boot = _json(list(_addresses(folder))), _json(_boot(folder))
        for page in folder.rglob("*.html"):
            html = page.read_text(encoding="utf-8")
            preloads = _largest_first(folder, set(PRELOAD.findall(html)))
            shared = page.name == FALLBACK
            links = "" if shared else "".join(f'<link rel="modulepreload" href="{each}"/>' for each in preloads)
            told = ",".join((addresses if shared else "null", boot, _json(Reflex.VERSION)))
            script = f"<script>{_code()}({told})</script>"
            filled = patched(page.name, PRELOAD.sub("", html), ("<head>", f"<head>{script}{links}"))
            page.write_text(filled, encoding="utf-8")


def _grouped(config: str) -> str:
    return patched(CONFIG, config, (ENVIRONMENT, GROUPS))


def _addresses(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each address with a part of its own, as a pattern, and the scripts of the page behind it."""
    for manifest in folder.glob(MANIFEST):
        built = json.loads(manifest.read_text(encoding="utf-8").partition("=")[2].rstrip("; \n"))
        routes = built["routes"]
        always = _scripts(built["entry"]) | _scripts(routes["root"]) | {f"/{manifest.relative_to(folder).as_posix()}"}
        for route in routes.values():
            if ":" in (route.get("path") or ""):
                yield f"^/{PARAMETER.sub(NAMED, route['path'])}/?$", _largest_first(folder, always | _scripts(route))
        return
    raise RuntimeError(f"The built pages hold no {MANIFEST}")


def _boot(folder: Path) -> dict[str, Any]:
    """As Reflex wrote it beside the built pages."""
    written = (folder.parents[1] / CONTEXT).read_text(encoding="utf-8")
    found = {name: pattern.search(written) for name, pattern in BOOT.items()}
    if missing := [name for name, match in found.items() if match is None]:
        raise RuntimeError(f"Reflex wrote no {' '.join(missing)} in {CONTEXT}")
    texts = {name: match[1] for name, match in found.items() if match}
    return {"event": texts["event"], "hashes": json.loads(texts["hashes"]), "schema": json.loads(texts["schema"])}


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _scripts(of: dict[str, Any]) -> set[str]:
    return {of["module"], *of["imports"]}


def _largest_first(folder: Path, scripts: set[str]) -> list[str]:
    return sorted(scripts, key=lambda script: (folder / script.lstrip("/")).stat().st_size, reverse=True)


def _code() -> str:
    lines = (line.strip() for line in SCRIPT.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))
