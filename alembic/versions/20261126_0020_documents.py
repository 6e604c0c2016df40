"""Documents of a chart. What is kept is put away, never erased, and its file never replaced.

Revision: 0020
Follows: 0019
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

STAYS = "a document is put away, never erased or replaced"
OTHER = " OR ".join(
    f"NEW.{name} <> OLD.{name}"
    for name in ("practice_id", "client_id", "media_type", "size", "digest", "content", "added_at", "added_by")
)
TRIGGERS = {
    "sqlite": [
        f"CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, '{STAYS}'); END",
        f"CREATE TRIGGER document_file_stays BEFORE UPDATE ON document WHEN {OTHER} "
        f"BEGIN SELECT RAISE(ABORT, '{STAYS}'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION document_stays() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{STAYS}'; END $$",
        "CREATE TRIGGER document_no_delete BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION document_stays()",
        f"CREATE TRIGGER document_file_stays BEFORE UPDATE ON document FOR EACH ROW WHEN ({OTHER}) "
        "EXECUTE FUNCTION document_stays()",
        "CREATE TRIGGER document_no_truncate BEFORE TRUNCATE ON document EXECUTE FUNCTION document_stays()",
    ],
}


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        *(sa.Column(name, AutoString(), nullable=False) for name in ("name", "kind", "note", "media_type")),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", AutoString(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", UTCDateTime(), nullable=False),
        sa.Column("added_by", AutoString(), nullable=False),
        sa.Column("removed_at", UTCDateTime(), nullable=True),
        sa.Column("removed_by", AutoString(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, server_default="1"),
        sa.CheckConstraint("size > 0 AND size = length(content)", name="ck_document_size"),
        sa.CheckConstraint("name <> ''", name="ck_document_name"),
        sa.CheckConstraint("(removed_at IS NULL) = (removed_by = '')", name="ck_document_removed"),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"]),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_document_client", "document", ["client_id", "added_at"])
    op.create_index(
        "uq_document_kept_once", "document", ["client_id", "digest"], unique=True,
        sqlite_where=sa.text("removed_at IS NULL"), postgresql_where=sa.text("removed_at IS NULL"),
    )  # fmt: skip
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("document")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION document_stays()")
