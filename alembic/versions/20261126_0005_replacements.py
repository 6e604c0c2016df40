"""A claim knows what was filed for it last: the original, a replacement or a void.

Revision: 0005
Follows: 0004
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "claim", sa.Column("frequency", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="1")
    )


def downgrade() -> None:
    op.drop_column("claim", "frequency")
