"""Whoever listens is told that a trail has grown, once its transaction is over. SQLite counts its commits by itself.

Revision: 0017
Follows: 0016
"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

RINGS = (
    "CREATE FUNCTION trail_head_rings() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN PERFORM pg_notify('mbp_trail', ''); RETURN NULL; END $$",
    "CREATE TRIGGER trail_head_rings AFTER INSERT OR UPDATE ON trail_head FOR EACH STATEMENT "
    "EXECUTE FUNCTION trail_head_rings()",
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for statement in RINGS:
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER trail_head_rings ON trail_head")
        op.execute("DROP FUNCTION trail_head_rings()")
