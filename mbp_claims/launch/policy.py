"""The Content-Security-Policy of the built pages: our own files, and of what stands in a page only what we built."""

import base64
import hashlib
import re
from pathlib import Path

SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For what is no page: a file, a script, a sentence."""


def page_policy(folder: Path, framed: bool = False) -> str:
    """For the pages in that folder. `framed`: they may stand in frames of our own, as the gallery shows them."""
    pages = (page.read_text(encoding="utf-8") for page in sorted(folder.rglob("*.html")))
    built = dict.fromkeys(script for page in pages for script in SCRIPT.findall(page))
    ours = "'self'" if framed else "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *map(_hash, built))),
            # Toasts and menus write style sheets of their own while the page runs. No style can load or send anything
            # elsewhere, as nothing but our own origin is allowed below.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
            f"frame-src {ours}", f"frame-ancestors {ours}",
        )
    )  # fmt: skip


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
