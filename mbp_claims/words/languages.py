"""Catalogues: one template of all copy, one file of translations a language, and a language that nobody speaks."""

import io
import re
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from mbp_claims.words.chosen import PSEUDO

HERE = Path(__file__).parent
TEMPLATE = HERE / "messages.pot"
KEPT = re.compile(r"(\{[^{}]*\}|\{\{|\}\})")
"""Places for values, which no language changes."""
ACCENTS = str.maketrans("AEIOUYaeiouycnsdzlrt", "ÅÉÎÖÛÝåéîöûýçñšðžļŕţ")


def folder(language: str) -> Path:
    """Where a language's translations lie."""
    return HERE / language


def languages() -> list[str]:
    """Those that somebody translates."""
    return sorted(path.parent.name for path in HERE.glob("*/messages.po"))


def spoken(language: str) -> NullTranslations:
    """The translations of a language. What is not translated yet is said in English."""
    if language == PSEUDO:
        return Pseudo()
    compiled = io.BytesIO()
    write_mo(compiled, read(folder(language) / "messages.po", language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def read(file: Path, language: str | None = None) -> Catalog:
    with file.open("rb") as text:
        return read_po(text, locale=language)


def pseudo(text: str) -> str:
    """`Claims` as `⟦Çļåîmš···⟧`: accented and 40 % longer, so that what was not marked and what has no room is seen."""
    inside = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(text))
    told = inside.strip()
    longer = "·" * (2 * len(told) // 5 + 1)
    return inside.replace(told, f"⟦{told}{longer}⟧", 1) if told else text


class Pseudo(NullTranslations):
    """A language that is made from English."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)
