"""What the server tells a page: verbs with words, which a script of our own understands. Reflex would run code."""

from typing import Any

from reflex.plugins import Plugin

from mbp_claims.launch.patched import patched

STATE = "utils/state.js"
# What the server says first may come before our own script, which waits for the whole page.
FIRST = "  // Handle special events\n"
TELL = """  if (event.name == "_tell") {
    const send = (name, payload) => addEvents([ReflexEvent(name, payload)]);
    const told = () => window.mbp.told(event.payload.do, refs["__toast"], send);
    return window.mbp ? told() : document.addEventListener("DOMContentLoaded", told, { once: true });
  }
"""
HEARD = """  socket.current.on("event", (update) => {
"""
ANEW = """    if (window.mbp?.begunAnew(update.delta)) return;
"""
UPLOAD = """      getBackendURL,
      getToken,
    );
  }
"""
CAUGHT = UPLOAD.replace(");\n  }", ').catch((why) => window.mbp.notUploaded(refs["__toast"], why.message));\n  }')


class TellingPlugin(Plugin):
    """Without it, pages would need a Content-Security-Policy that lets text become a script (`unsafe-eval`).

    And an upload that the server refuses says so; and a server that knows nothing of a page any more, after a crash,
    does not empty it: the page is loaded anew, with what was half typed (assets/mbp.js).
    """

    def pre_compile(self, **context: Any) -> None:
        context["add_modify_task"](STATE, told)


def told(script: str) -> str:
    """Reflex's script of the page with our event in it. RuntimeError where Reflex no longer writes what we look for."""
    return patched(STATE, script, (FIRST, FIRST + TELL), (HEARD, HEARD + ANEW), (UPLOAD, CAUGHT))
