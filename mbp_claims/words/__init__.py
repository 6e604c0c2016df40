"""Every text that people read stands in the code in English, marked with one of these; see docs/words.md.

The language is one for the whole program (MBP_LANGUAGE), so constants may be marked too. English looks nothing up.
"""

import os
from typing import Any

from mbp_claims.words.chosen import ENGLISH, VARIABLE, known

__all__ = ("N_", "_", "ngettext")

_catalogue: Any = None
_format: Any = str.format

# Of a name that no language has, `settings` tells whoever starts the program.
if (_language := os.environ.get(VARIABLE) or ENGLISH) != ENGLISH and _language in known():
    from mbp_claims.words import figures, languages

    _catalogue = languages.spoken(_language)
    _format = figures.formatter(_language).format


def _(text: str, /, **values: Any) -> str:
    """The text in the language of the program, with the values in its places: `_("{payer} paid", payer=name)`."""
    if _catalogue is not None and text:
        text = _catalogue.gettext(text)
    return _format(text, **values) if values else text


def ngettext(one: str, many: str, count: int, /, **values: Any) -> str:
    """The text that fits the count, which is `{count}` in it: `ngettext("{count} claim", "{count} claims", 2)`."""
    text = (one if count == 1 else many) if _catalogue is None else _catalogue.ngettext(one, many, count)
    return _format(text, count=count, **values)


def N_(text: str, /) -> str:
    """Marks a text that is kept or compared in English, and shown through `_` later."""
    return text
