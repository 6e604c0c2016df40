"""Numbers, months and weekdays as a language writes them. Dates in figures and dollars stay as in the United States.

A day is typed, stands on payers' papers and is shown in one form, 11/03/2026, in every language: shown as 03/11/2026
to one person and typed as 11/03/2026 by another it would be another date of service.
"""

from datetime import date
from string import Formatter
from typing import Any

from mbp_claims.settings import settings
from mbp_claims.words.chosen import ENGLISH


def month(day: date) -> str:
    """`November`."""
    return f"{day:%B}" if settings.language == ENGLISH else _written(day, "LLLL")


def short_month(day: date) -> str:
    """`Nov`."""
    return f"{day:%b}" if settings.language == ENGLISH else _written(day, "LLL")


def month_and_year(day: date) -> str:
    """`November 2026`."""
    return f"{day:%B %Y}" if settings.language == ENGLISH else _written(day, "LLLL y")


def weekday(day: date) -> str:
    """`Monday`."""
    return f"{day:%A}" if settings.language == ENGLISH else _written(day, "EEEE")


def formatter(language: str) -> Formatter:
    """Formats as str.format does, but `{count:,}` with the language's own grouping."""
    from babel import Locale
    from babel.numbers import format_decimal

    locale = Locale.parse(known(language))

    class Local(Formatter):
        def format_field(self, value: Any, format_spec: str) -> str:
            if format_spec == "," and isinstance(value, int):
                return format_decimal(value, locale=locale)
            return str(format(value, format_spec))

    return Local()


def known(language: str) -> str:
    """What Babel calls it; the pseudo-language has the figures of American English."""
    return "en_US" if language == "en_XA" else language


def _written(day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=known(settings.language))
