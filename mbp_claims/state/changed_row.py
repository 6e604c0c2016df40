"""A row as it travels: without what is empty, and of one that changed only what the browser has not got."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

import reflex as rx

from mbp_claims.views.claim import ClaimRow

NAMES = tuple(field.name for field in fields(ClaimRow))


@dataclass(frozen=True)
class ChangedRow(ClaimRow):
    """A row that the browser has in the table where it belongs; `news` are the fields that differ there."""

    news: tuple[str, ...] = ()


def changed_row(row: ClaimRow, here: ClaimRow | None, elsewhere: Iterable[ClaimRow]) -> ClaimRow:
    """`here` is the row as the browser has it in the table where it belongs now, `elsewhere` as it has it in others.

    A row in full says when the service was, so one with another day travels in full.
    """
    if here is None:
        return row
    news = tuple(name for name in NAMES if any(getattr(row, name) != getattr(had, name) for had in (here, *elsewhere)))
    return row if "service_date" in news else ChangedRow(**vars(row), news=news)


@rx.serializer
def _in_full(row: ClaimRow) -> dict[str, str]:
    """The browser takes what is missing for empty. In the gallery a text may be known there alone, so it is kept."""
    return {name: text for name, text in vars(row).items() if isinstance(text, rx.Var) or text}


@rx.serializer
def _in_part(row: ChangedRow) -> dict[str, str]:
    return {name: getattr(row, name) for name in ("number", "where", *row.news)}
