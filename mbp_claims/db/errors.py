"""What the database refused: which of our rules it held when two asked at once."""

from sqlalchemy.exc import IntegrityError

NEEDS_PRIMARY = ("ck_plan_active_secondary_leans", "fk_plan_secondary_needs_primary", "FOREIGN KEY")


def needs_primary(error: IntegrityError) -> bool:
    """Whether an active secondary plan would have been left without its active primary. SQLite names no foreign key."""
    return any(name in str(error.orig) for name in NEEDS_PRIMARY)
