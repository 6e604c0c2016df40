"""Superbills, as they were given to clients. They are never changed.

Revision: 0021
Follows: 0020
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

CENTS = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
REFUSED = "superbills are kept as they were made"
KEPT = {
    "sqlite": [
        f"CREATE TRIGGER superbill_no_{verb} BEFORE {verb} ON superbill BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        for verb in ("update", "delete")
    ],
    "postgresql": [
        "CREATE FUNCTION superbills_are_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
        "CREATE TRIGGER superbills_are_kept BEFORE UPDATE OR DELETE ON superbill "
        "FOR EACH ROW EXECUTE FUNCTION superbills_are_kept()",
        "CREATE TRIGGER superbill_no_truncate BEFORE TRUNCATE ON superbill EXECUTE FUNCTION superbills_are_kept()",
    ],
}


def upgrade() -> None:
    op.create_table(
        "superbill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("services", sa.Integer(), nullable=False),
        sa.Column("charge_cents", CENTS, nullable=False),
        sa.Column("paid_cents", CENTS, nullable=False),
        sa.Column("said", AutoString(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("made_by", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"]),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "number", name="uq_superbill_number"),
    )
    op.create_index("ix_superbill_client", "superbill", ["client_id", "number"])
    for statement in KEPT[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("superbill")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION superbills_are_kept()")
