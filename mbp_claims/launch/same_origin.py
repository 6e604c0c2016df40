"""One build for every address: a page finds its server where the page itself came from."""

import re
from pathlib import Path
from typing import Any

from reflex.plugins import Plugin

from mbp_claims.launch.patched import patched

# Reflex writes the addresses of its endpoints into one script, with the port that was set at build time.
SCRIPT = "assets/reflex-env-*.js"
ADDRESS = re.compile(r"""(["'`])(?:ws|http)s?://[^/"'`]+(/[^"'`$\\]*)\1""")
STATE = "utils/state.js"
NO_PORT, OWN_PORT = 'endpoint.port = "";', "endpoint.port = window.location.port;"


class SameOriginPlugin(Plugin):
    """Without it, another port, a proxy or https would each need a build of its own."""

    def pre_compile(self, **context: Any) -> None:
        context["add_modify_task"](STATE, same_port)

    def post_build(self, **context: Any) -> None:
        """Runs before the scripts are compressed. RuntimeError where Reflex no longer writes what we look for."""
        for script in Path(context["static_dir"]).glob(SCRIPT):
            text, replaced = same_origin(script.read_text(encoding="utf-8"))
            if replaced:
                script.write_text(text, encoding="utf-8")
                return
        raise RuntimeError(f"The built pages hold no addresses in {SCRIPT}")


def same_port(script: str) -> str:
    """Reflex's script of the page, in which https on this machine keeps its port. RuntimeError as above."""
    return patched(STATE, script, (NO_PORT, OWN_PORT))


def same_origin(script: str) -> tuple[str, int]:
    """The script with each absolute address taken from the page's own origin, and how many there were."""
    return ADDRESS.subn(r"`${location.origin}\2`", script)
