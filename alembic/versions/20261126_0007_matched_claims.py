"""How many claims of a payment found one of ours, for the inbox.

Revision: 0007
Follows: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

COUNT = """
    UPDATE remittance SET matched = (
        SELECT count(*) FROM remittance_claim
        WHERE remittance_claim.remittance_id = remittance.id AND outcome IN ('matched', 'posted')
    )
"""


def upgrade() -> None:
    op.add_column("remittance", sa.Column("matched", sa.Integer(), nullable=False, server_default="0"))
    op.execute(COUNT)


def downgrade() -> None:
    op.drop_column("remittance", "matched")
