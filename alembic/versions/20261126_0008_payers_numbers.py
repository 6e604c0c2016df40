"""Claims are found by their payer's own number of them.

Revision: 0008
Follows: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

THERE = sa.text("payer_control_number <> ''")


def upgrade() -> None:
    for table in ("adjudication", "claim"):
        op.create_index(
            f"ix_{table}_payers_number", table, ["practice_id", "payer_control_number"], sqlite_where=THERE,
            postgresql_where=THERE,
        )  # fmt: skip


def downgrade() -> None:
    for table in ("claim", "adjudication"):
        op.drop_index(f"ix_{table}_payers_number", table)
