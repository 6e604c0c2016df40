"""Of Radix Themes' stylesheet what the screens show: menus and tabs, in one accent and one grey."""

import json
import re
from pathlib import Path
from typing import Any

from reflex.plugins import RadixThemesPlugin

from mbp_claims.launch.patched import patched

# All of it is 52 kB compressed, before the page may be drawn. Left out: 28 other colours, and the utility classes
# that props such as rx.box(margin="3") need; we have a stylesheet of our own for that.
PARTS = ("tokens/base.css", "tokens/colors/teal.css", "tokens/colors/sage.css", "components.css")
SHOWN = ("dropdown-menu", "scroll-area", "tabs", "theme")
"""Whose rules stay: two of three would be of components on no screen, for a browser to load, hold and try."""
IMPORTED = re.compile(r"^import \{(\w+) as \w+\} from \"@radix-ui/themes\"", re.MULTILINE)

POSTCSS = "postcss.config.js"
PURGE = "@fullhuman/postcss-purgecss"
IMPORT = '"postcss-import": {},\n'
LEFT = f"""{IMPORT}    "{PURGE}": {{
      content: {json.dumps([f"./node_modules/@radix-ui/themes/dist/esm/components/{each}.js" for each in SHOWN])},
      safelist: [/^(?!rt-[A-Z])/],
    }},
"""


class RadixPartsPlugin(RadixThemesPlugin):
    """For a theme of accent teal and grey sage."""

    def get_stylesheet_paths(self, **context: Any) -> tuple[str, ...]:
        return tuple(f"@radix-ui/themes/{part}" for part in PARTS)

    def get_frontend_development_dependencies(self, **context: Any) -> tuple[str, ...]:
        return (f"{PURGE}@8.0.0",)

    def pre_compile(self, **context: Any) -> None:
        context["add_modify_task"](POSTCSS, purged)

    def post_build(self, **context: Any) -> None:
        """RuntimeError where a page shows what has no rules any more."""
        web = Path(context["static_dir"]).parents[1]
        names = {name for page in web.glob("app*/**/*.jsx") for name in IMPORTED.findall(page.read_text("utf-8"))}
        if bare := {re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower() for name in names} - {*SHOWN}:
            raise RuntimeError(f"Without their styles, so name them in launch/radix.py: {', '.join(sorted(bare))}")


def purged(config: str) -> str:
    """The build's PostCSS settings with ours in them. RuntimeError where Reflex no longer writes what we look for."""
    return patched(POSTCSS, config, (IMPORT, LEFT))
