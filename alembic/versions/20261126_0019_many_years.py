"""Indexes that answer what is asked of a practice's claims after many years of them.

Revision: 0019
Follows: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

IS_OPEN = sa.text("status <> 'completed' OR overpaid_cents > 0 OR cob_changed")
CHART = ["client_id", "status", "service_from", "id"]
PRACTICE = ["practice_id", "status", "service_from", "id"]


def upgrade() -> None:
    _anew([*CHART, "to_bill_cents"], [*PRACTICE, "to_bill_cents"])
    op.create_index("ix_claim_services", "claim", ["practice_id", "primary_claim_id", "client_id", "status"])
    op.create_index("ix_claim_completed", "claim", ["practice_id", "completed_at", "status", "rank", "paid_cents"])
    op.create_index("ix_claim_open", "claim", PRACTICE, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)


def downgrade() -> None:
    for name in ("ix_claim_open", "ix_claim_completed", "ix_claim_services"):
        op.drop_index(name, "claim")
    _anew(CHART, PRACTICE)


def _anew(chart: list[str], practice: list[str]) -> None:
    for name, columns in (("ix_claim_chart", chart), ("ix_claim_practice", practice)):
        op.drop_index(name, "claim")
        op.create_index(name, "claim", columns)
