"""From what to what a record was changed, as the trail tells it: only what differs, by its name."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import format_cents

NAMELESS = frozenset({"tax_id"})
"""What may be a social security number: that it changed is told, not what it is."""


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, str]:
    """`city: Portland; zip: 04101` and `city: Bath; zip: 04530`; both empty where nothing differs."""
    differs = [name for name, was in before.items() if after.get(name) != was]
    return _told(differs, before), _told(differs, after)


def _told(names: list[str], values: Mapping[str, Any]) -> str:
    return "; ".join(f"{name.replace('_', ' ').removesuffix(' cents')}: {_shown(name, values[name])}" for name in names)


def _shown(name: str, value: Any) -> str:
    match value:
        case _ if name in NAMELESS and value:
            return "•••"
        case None | "":
            return "—"
        case bool():
            return "yes" if value else "no"
        case date():
            return show_day(value)
        case int() if name.endswith("_cents"):
            return format_cents(value)
    return str(value)
