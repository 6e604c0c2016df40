"""A file holds many claims; its number is never given out again; a billing person has a social security number.

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REFUSED = "a control number is never given out again"
ONLY_GROWS = {
    "sqlite": [
        "CREATE TRIGGER practice_control_only_grows BEFORE UPDATE OF next_control ON practice "
        f"WHEN NEW.next_control < OLD.next_control BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION practice_control_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
        "CREATE TRIGGER practice_control_only_grows BEFORE UPDATE OF next_control ON practice FOR EACH ROW "
        "WHEN (NEW.next_control < OLD.next_control) EXECUTE FUNCTION practice_control_only_grows()",
    ],
}
FILED = """
    INSERT INTO filed_claim (
        claim_file_id, claim_id, position, set_number, frequency, original_reference, charge_cents, to_bill_cents,
        cob_id
    )
    SELECT claim_file.id, claim.id, 1, 1, '1', '', claim.charge_cents, claim.to_bill_cents, claim.cob_id
    FROM claim_file JOIN claim ON claim.id = claim_file.claim_id ORDER BY claim_file.id
"""


def upgrade() -> None:
    op.create_table(
        "filed_claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_file_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("set_number", sa.Integer(), nullable=False),
        sa.Column("frequency", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("original_reference", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("charge_cents", sa.Integer(), nullable=False),
        sa.Column("to_bill_cents", sa.Integer(), nullable=False),
        sa.Column("cob_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "frequency = '1' OR (frequency IN ('7', '8') AND original_reference <> '')", name="ck_filed_claim_frequency"
        ),
        sa.ForeignKeyConstraint(["claim_file_id"], ["claim_file.id"]),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["cob_id"], ["adjudication.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("claim_file_id", "claim_id"),
        sa.UniqueConstraint("claim_file_id", "position"),
    )
    op.create_index("ix_filed_claim_claim_id", "filed_claim", ["claim_id"], unique=False)
    op.execute(FILED)
    with op.batch_alter_table("claim_file") as table:
        table.drop_index("ix_claim_file_claim_id")
        table.drop_column("claim_id")
    with op.batch_alter_table("practice") as table:
        table.add_column(
            sa.Column("tax_id_type", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="EI")
        )
        table.create_check_constraint("ck_practice_tax_id_type", "tax_id_type IN ('EI', 'SY')")
    for statement in ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Each claim keeps its file; a file of many claims is kept with its first."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute(f"DROP TRIGGER practice_control_only_grows{'' if sqlite else ' ON practice'}")
    if not sqlite:
        op.execute("DROP FUNCTION practice_control_only_grows()")
    with op.batch_alter_table("practice") as table:
        table.drop_constraint("ck_practice_tax_id_type", type_="check")
        table.drop_column("tax_id_type")
    with op.batch_alter_table("claim_file") as table:
        table.add_column(sa.Column("claim_id", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE claim_file SET claim_id = (SELECT claim_id FROM filed_claim "
        "WHERE filed_claim.claim_file_id = claim_file.id AND position = 1)"
    )
    with op.batch_alter_table("claim_file") as table:
        table.alter_column("claim_id", existing_type=sa.Integer(), nullable=False)
        table.create_foreign_key("fk_claim_file_claim", "claim", ["claim_id"], ["id"])
        table.create_index("ix_claim_file_claim_id", ["claim_id"], unique=False)
    op.drop_table("filed_claim")
