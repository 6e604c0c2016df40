"""A clearinghouse is synced by one alone, and waits longer after each failure.

Revision: 0009
Follows: 0008
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("connection", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("connection", sa.Column("synced_by", AutoString(), nullable=False, server_default=""))
    op.add_column("connection", sa.Column("synced_until", UTCDateTime(), nullable=True))


def downgrade() -> None:
    for name in ("synced_until", "synced_by", "failures"):
        op.drop_column("connection", name)
