"""Roles, people who come in no more, and whose client somebody is.

The first person of each practice becomes its owner, and its clients are hers.

Revision: 0015
Follows: 0014
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

FIRST = "SELECT min(id) FROM clinician {} GROUP BY practice_id"
OWNERS = f"UPDATE clinician SET role = 'owner' WHERE id IN ({FIRST.format('')})"
HERS = "UPDATE client SET clinician_id = ({})".format(FIRST.format("WHERE clinician.practice_id = client.practice_id"))


def upgrade() -> None:
    with op.batch_alter_table("clinician") as clinician:
        clinician.add_column(sa.Column("role", AutoString(), nullable=False, server_default="clinician"))
        clinician.add_column(sa.Column("disabled_at", UTCDateTime(), nullable=True))
        clinician.create_check_constraint("ck_clinician_role", "role IN ('owner', 'biller', 'clinician')")
        clinician.create_index("ux_clinician_of_practice", ["practice_id", "id"], unique=True)
    op.execute(OWNERS)
    op.add_column("client", sa.Column("clinician_id", sa.Integer(), nullable=True))
    op.execute(HERS)
    with op.batch_alter_table("client") as client:
        client.alter_column("clinician_id", existing_type=sa.Integer(), nullable=False)
        client.create_foreign_key(
            "fk_client_clinician", "clinician", ["practice_id", "clinician_id"], ["practice_id", "id"]
        )
        client.create_index("ix_client_of_clinician", ["clinician_id", "last_name", "first_name", "id"])


def downgrade() -> None:
    with op.batch_alter_table("client") as client:
        client.drop_index("ix_client_of_clinician")
        client.drop_constraint("fk_client_clinician", type_="foreignkey")
        client.drop_column("clinician_id")
    with op.batch_alter_table("clinician") as clinician:
        clinician.drop_index("ux_clinician_of_practice")
        clinician.drop_constraint("ck_clinician_role", type_="check")
        clinician.drop_column("disabled_at")
        clinician.drop_column("role")
