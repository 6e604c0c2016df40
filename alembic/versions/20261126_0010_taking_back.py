"""A claim that waits to be sent can be taken back, as long as its file cannot have left.

Revision: 0010
Follows: 0009
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("delivery", sa.Column("may_have_left", sa.Boolean(), nullable=False, server_default=sa.false()))
    # Of the tries before today nobody knows how far they came.
    op.execute("UPDATE delivery SET may_have_left = (1 = 1) WHERE attempts > 0")
    op.add_column("claim_file", sa.Column("taken_back_at", UTCDateTime(), nullable=True))
    op.add_column("filed_claim", sa.Column("note_before", AutoString(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("filed_claim", "note_before")
    op.drop_column("claim_file", "taken_back_at")
    op.drop_column("delivery", "may_have_left")
