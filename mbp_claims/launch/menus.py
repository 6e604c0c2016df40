"""A menu that opens brings no style sheet of its own, and takes none away as it closes: a browser would look at all of
the page's rules again, in the middle of what the click is about."""

from typing import Any

from reflex.plugins import Plugin

from mbp_claims.launch.patched import patched

FILE = "vite.config.js"
PLUGINS = "  plugins: [\n"
# The sheet of Radix's ScrollArea, which is around each menu: its two rules stand in assets/parts.css.
OURS = r"""  plugins: [
    {
      name: "menus-without-a-sheet",
      transform(code, id) {
        if (!id.includes("react-scroll-area/dist/index.mjs")) return;
        const without = code.replace(/"style",(?=\s*\{\s*dangerouslySetInnerHTML)/, '"template",');
        if (without === code) this.error("Radix's ScrollArea no longer has its sheet where launch/menus.py looks.");
        return { code: without, map: null };
      },
    },
"""


class MenusPlugin(Plugin):
    """Without it all works, and what is picked from a menu takes two milliseconds longer."""

    def pre_compile(self, **context: Any) -> None:
        context["add_modify_task"](FILE, without_sheets)


def without_sheets(config: str) -> str:
    """The build's settings with ours in them. RuntimeError where Reflex no longer writes what we look for."""
    return patched(FILE, config, (PLUGINS, OURS))
