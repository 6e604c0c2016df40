"""The trail says from where and what kind, and each entry is chained to the one before; nobody empties it.

Revision: 0011
Follows: 0010
"""

import json
from datetime import UTC, datetime
from hashlib import sha256

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

GROWS, HEAD_GROWS = "the activity trail only grows", "the end of the activity trail only moves on"
LEDGER_GROWS = "the ledger only grows"
TRAIL = {
    verb: f"CREATE TRIGGER activity_no_{verb} BEFORE {verb} ON activity BEGIN SELECT RAISE(ABORT, '{GROWS}'); END"
    for verb in ("update", "delete")
}
"""As 0001 made them on SQLite."""
BACK = "NEW.place <= OLD.place OR NEW.practice_id <> OLD.practice_id"
HEAD_ONLY_MOVES_ON = {
    "sqlite": [
        f"CREATE TRIGGER trail_head_moves_on BEFORE UPDATE ON trail_head WHEN {BACK} "
        f"BEGIN SELECT RAISE(ABORT, '{HEAD_GROWS}'); END",
        "CREATE TRIGGER trail_head_no_delete BEFORE DELETE ON trail_head "
        f"BEGIN SELECT RAISE(ABORT, '{HEAD_GROWS}'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION trail_head_moves_on() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{HEAD_GROWS}'; END $$",
        f"CREATE TRIGGER trail_head_moves_on BEFORE UPDATE ON trail_head FOR EACH ROW WHEN ({BACK}) "
        "EXECUTE FUNCTION trail_head_moves_on()",
        "CREATE TRIGGER trail_head_no_delete BEFORE DELETE ON trail_head FOR EACH ROW "
        "EXECUTE FUNCTION trail_head_moves_on()",
        "CREATE TRIGGER trail_head_no_truncate BEFORE TRUNCATE ON trail_head EXECUTE FUNCTION trail_head_moves_on()",
        "CREATE TRIGGER activity_no_truncate BEFORE TRUNCATE ON activity EXECUTE FUNCTION activity_only_grows()",
        "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger_entry EXECUTE FUNCTION ledger_only_grows()",
    ],
}
INDEXES = {
    "uq_activity_place": ["practice_id", "place"],
    "ix_activity_when": ["practice_id", "at", "place"],
    "ix_activity_kind": ["practice_id", "kind", "at", "place"],
    "ix_activity_person": ["clinician_id", "at", "place"],
    "ix_activity_client": ["client_id", "at", "place"],
}
COVERED = (
    "practice_id", "place", "at", "clinician_id", "who", "address", "kind", "what", "before", "after", "client_id",
    "plan_id", "claim_id", "remittance_id",
)  # fmt: skip


def upgrade() -> None:
    for name, default in (("address", ""), ("kind", "change"), ("digest", "")):
        op.add_column("activity", sa.Column(name, AutoString(), nullable=False, server_default=default))
    op.add_column("activity", sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "trail_head",
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("digest", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.PrimaryKeyConstraint("practice_id"),
    )
    connection = op.get_bind()
    _trail_may_change(connection, True)
    _chain(connection)
    _trail_may_change(connection, False)
    op.drop_index("ix_activity_practice_id", "activity")
    op.drop_index("ix_activity_client", "activity")
    for name, columns in INDEXES.items():
        op.create_index(name, "activity", columns, unique=name.startswith("uq"))
    for statement in HEAD_ONLY_MOVES_ON[connection.dialect.name]:
        op.execute(statement)


def _trail_may_change(connection: sa.Connection, may: bool) -> None:
    if connection.dialect.name == "sqlite":
        for verb, made in TRAIL.items():
            op.execute(f"DROP TRIGGER activity_no_{verb}" if may else made)
    else:
        op.execute(f"ALTER TABLE activity {'DISABLE' if may else 'ENABLE'} TRIGGER USER")


def _chain(connection: sa.Connection) -> None:
    """What was recorded so far, as it stands: from here on a change of it shows."""
    table = sa.Table("activity", sa.MetaData(), autoload_with=connection)
    ends: dict[int, tuple[int, str]] = {}
    changed = table.update().where(table.c.id == sa.bindparam("of")).values(
        place=sa.bindparam("put"), digest=sa.bindparam("chained")
    )
    last = 0
    while rows := connection.execute(
        sa.select(table, sa.type_coerce(table.c.at, _At()).label("moment"))
        .where(table.c.id > last).order_by(table.c.id).limit(5000)
    ).mappings().all():  # fmt: skip
        updates = []
        for row in rows:
            place, digest = ends.get(row["practice_id"], (0, ""))
            told = [row[name] for name in COVERED]
            told[1], told[2] = place + 1, row["moment"]
            whole = json.dumps([digest, *told], separators=(",", ":"))
            ends[row["practice_id"]] = place + 1, sha256(whole.encode()).hexdigest()
            updates.append({"of": row["id"], "put": place + 1, "chained": ends[row["practice_id"]][1]})
        connection.execute(changed, updates)
        last = rows[-1]["id"]
    for practice_id in connection.execute(sa.text("SELECT id FROM practice")).scalars().all():
        place, digest = ends.get(practice_id, (0, ""))
        head = "INSERT INTO trail_head (practice_id, place, digest) VALUES (:practice, :place, :digest)"
        connection.execute(sa.text(head), {"practice": practice_id, "place": place, "digest": digest})


class _At(sa.TypeDecorator):
    """A kept moment as the chain covers it, on either database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> str | None:
        if value is None:
            return None
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat(timespec="microseconds")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table, trigger in (("activity", "activity_no_truncate"), ("ledger_entry", "ledger_no_truncate")):
            op.execute(f"DROP TRIGGER {trigger} ON {table}")
    op.drop_table("trail_head")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION trail_head_moves_on()")
    for name in INDEXES:
        op.drop_index(name, "activity")
    op.create_index("ix_activity_practice_id", "activity", ["practice_id"])
    op.create_index("ix_activity_client", "activity", ["client_id", "id"])
    for name in ("place", "digest", "kind", "address"):
        op.drop_column("activity", name)
