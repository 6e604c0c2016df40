"""The clearinghouse: the connection, files on their way, acknowledgements, and what was left in the inbox.

Revision: 0006
Follows: 0005
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "connection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("way", AutoString(), nullable=False),
        sa.Column("host", AutoString(), nullable=False),
        sa.Column("port", sa.Integer(), nullable=False),
        sa.Column("username", AutoString(), nullable=False),
        sa.Column("sign_in", AutoString(), nullable=False),
        sa.Column("kept_in", AutoString(), nullable=False),
        sa.Column("secret_name", AutoString(), nullable=False),
        sa.Column("host_key", AutoString(), nullable=False),
        sa.Column("outbox", AutoString(), nullable=False),
        sa.Column("inbox", AutoString(), nullable=False),
        sa.Column("archive", AutoString(), nullable=False),
        sa.Column("after_fetch", AutoString(), nullable=False),
        sa.Column("synced_at", UTCDateTime(), nullable=True),
        sa.Column("synced", AutoString(), nullable=False),
        sa.Column("problem", AutoString(), nullable=False),
        sa.CheckConstraint("way <> 'sftp' OR (host <> '' AND host_key <> '')", name="ck_connection_pinned"),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", name="uq_connection_practice"),
    )
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("claim_file_id", sa.Integer(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try_at", UTCDateTime(), nullable=False),
        sa.Column("taken_by", AutoString(), nullable=False),
        sa.Column("taken_until", UTCDateTime(), nullable=True),
        sa.Column("problem", AutoString(), nullable=False),
        sa.Column("needs_person", sa.Boolean(), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="ck_delivery_sent"),
        sa.ForeignKeyConstraint(["claim_file_id"], ["claim_file.id"]),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("claim_file_id", name="uq_delivery_file"),
        sa.UniqueConstraint("practice_id", "name", name="uq_delivery_name"),
    )
    op.create_index("ix_delivery_waiting", "delivery", ["practice_id", "state", "id"], unique=False)
    op.create_table(
        "ack_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("digest", AutoString(), nullable=False),
        sa.Column("sender", AutoString(), nullable=False),
        sa.Column("said", AutoString(), nullable=False),
        sa.Column("received_at", UTCDateTime(), nullable=False),
        sa.Column("received_by", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "digest", name="uq_ack_file_digest"),
    )
    op.create_table(
        "claim_acknowledgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ack_file_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("claim_file_id", sa.Integer(), nullable=True),
        sa.Column("claim_number", AutoString(), nullable=False),
        sa.Column("word", AutoString(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("sender", AutoString(), nullable=False),
        sa.Column("codes", AutoString(), nullable=False),
        sa.Column("said", AutoString(), nullable=False),
        sa.Column("mend", AutoString(), nullable=False),
        sa.Column("payer_control_number", AutoString(), nullable=False),
        sa.Column("said_at", UTCDateTime(), nullable=False),
        sa.Column("took_effect", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ack_file_id"], ["ack_file.id"]),
        sa.ForeignKeyConstraint(["claim_file_id"], ["claim_file.id"]),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_claim_acknowledgement_ack_file_id", "claim_acknowledgement", ["ack_file_id"], unique=False)
    op.create_index("ix_claim_acknowledgement_claim_id", "claim_acknowledgement", ["claim_id"], unique=False)
    op.create_table(
        "leftover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("why", AutoString(), nullable=False),
        sa.Column("seen_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "name", name="uq_leftover_name"),
    )


def downgrade() -> None:
    """A claim whose file has not arrived is pending again: without a delivery nobody would send it."""
    op.execute("UPDATE claim SET status = 'pending' WHERE status = 'waiting'")
    for table in ("leftover", "claim_acknowledgement", "ack_file", "delivery", "connection"):
        op.drop_table(table)
