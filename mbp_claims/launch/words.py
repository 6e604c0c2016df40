"""The words of the scripts in assets/, in the language of the program: /words.js, beside the built pages."""

import json
from pathlib import Path
from typing import Any

from reflex.plugins import Plugin

from mbp_claims.settings import settings
from mbp_claims.words.chosen import ENGLISH

FILE = "words.js"


class WordsPlugin(Plugin):
    """English stands in the scripts themselves, and needs no such file."""

    def post_build(self, **context: Any) -> None:
        if settings.language != ENGLISH:
            (Path(context["static_dir"]) / FILE).write_text(script(settings.language), encoding="utf-8")


def script(language: str) -> str:
    """Sets `window.mbpWords`, by the English text."""
    from mbp_claims.words.languages import TEMPLATE, read, spoken

    catalogue = spoken(language)
    of_scripts = [one.id for one in read(TEMPLATE) if any(at.startswith("assets/") for at, _line in one.locations)]
    said = {str(text): catalogue.gettext(str(text)) for text in of_scripts}
    return f"window.mbpWords = {json.dumps(said, ensure_ascii=False, indent=1)};\n"
