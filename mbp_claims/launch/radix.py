"""Of Radix Themes' stylesheet what the screens show: menus and tabs, in one accent and one grey."""

from typing import Any

from reflex.plugins import RadixThemesPlugin

# All of it is 52 kB compressed, before the page may be drawn. Left out: 28 other colours, and the utility classes
# that props such as rx.box(margin="3") need; we have a stylesheet of our own for that.
PARTS = ("tokens/base.css", "tokens/colors/teal.css", "tokens/colors/sage.css", "components.css")


class RadixPartsPlugin(RadixThemesPlugin):
    """For a theme of accent teal and grey sage."""

    def get_stylesheet_paths(self, **context: Any) -> tuple[str, ...]:
        return tuple(f"@radix-ui/themes/{part}" for part in PARTS)
