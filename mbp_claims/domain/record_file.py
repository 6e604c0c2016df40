"""Rows as they stand in an exported record: JSON with the names of our columns; days and moments in ISO 8601."""

from datetime import date, datetime
from typing import Any

from sqlmodel import SQLModel

FORMAT = "mbp-claims client record 1"
OURS = frozenset({"practice_id", "content", "digest", "place"})
"""Columns that say nothing of the client: whose the row is, and what stands in files of its own."""


def plain(row: SQLModel, *left_out: str) -> dict[str, Any]:
    """Amounts are cents, as the names of their columns say."""
    told = {name: getattr(row, name) for name in type(row).model_fields if name not in OURS and name not in left_out}
    return {name: _plain(value) for name, value in told.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
