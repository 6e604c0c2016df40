"""Accounts, sessions, attempts to sign in, and whether a practice asks for a second factor.

The people of a demo practice get demo accounts.

Revision: 0013
Follows: 0012
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

DEMO = """
    INSERT INTO account (
        clinician_id, email, password_hash, totp_secret, totp_pending, totp_step, demo, created_at
    )
    SELECT clinician.id, lower(clinician.email), '', '', '', 0, true, CURRENT_TIMESTAMP
    FROM clinician JOIN practice ON practice.id = clinician.practice_id
    WHERE practice.submitter_id = 'MBPDEMO' AND practice.usage = 'T' AND clinician.email <> ''
"""


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("clinician_id", sa.Integer(), nullable=False),
        sa.Column("email", AutoString(), nullable=False),
        sa.Column("password_hash", AutoString(), nullable=False),
        sa.Column("password_set_at", UTCDateTime(), nullable=True),
        sa.Column("totp_secret", AutoString(), nullable=False),
        sa.Column("totp_pending", AutoString(), nullable=False),
        sa.Column("totp_step", sa.Integer(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["clinician_id"], ["clinician.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("clinician_id"),
        sa.UniqueConstraint("email"),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", AutoString(), nullable=False),
        sa.Column("used_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_recovery_code_account_id", "recovery_code", ["account_id"])
    op.create_table(
        "reset_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("secret_hash", AutoString(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("used_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_hash"),
    )
    op.create_index("ix_reset_link_account_id", "reset_link", ["account_id"])
    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", AutoString(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("stage", AutoString(), nullable=False),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("last_seen_at", UTCDateTime(), nullable=False),
        sa.Column("address", AutoString(), nullable=False),
        sa.Column("browser", AutoString(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("ended", AutoString(), nullable=False),
        sa.CheckConstraint("stage IN ('in', 'code', 'set-up')", name="ck_session_stage"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_session_account_id", "session", ["account_id"])
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("subject", AutoString(), nullable=False),
        sa.Column("address", AutoString(), nullable=False),
        sa.Column("well", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sign_in_attempt_subject", "sign_in_attempt", ["subject", "at"])
    op.create_index("ix_sign_in_attempt_address", "sign_in_attempt", ["address", "at"])
    op.create_index("ix_sign_in_attempt_at", "sign_in_attempt", ["at"])
    op.add_column("practice", sa.Column("second_factor", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(DEMO)


def downgrade() -> None:
    op.drop_column("practice", "second_factor")
    for table in ("sign_in_attempt", "session", "reset_link", "recovery_code", "account"):
        op.drop_table(table)
