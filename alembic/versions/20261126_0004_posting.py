"""Posting, its ledger, and what a claim needs to know of it; amounts in 64 bits.

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CENTS = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AMOUNTS = {
    "plan": ("copay_cents",),
    "claim": ("charge_cents", "to_bill_cents", "off_cents", "paid_cents"),
    "service_line": ("charge_cents",),
    "adjudication": ("paid_cents",),
    "line_answer": ("paid_cents",),
    "adjustment": ("amount_cents",),
    "remittance": ("total_cents", "provider_adjustments_cents"),
    "remittance_claim": ("charge_cents", "paid_cents"),
}
WORDS = {
    "claim": ("denial",),
    "adjudication": ("mia",),
    "remittance": ("method", "imbalance", "warnings"),
    "remittance_claim": ("said", "match", "problem", "imbalance", "flags", "proposal"),
}
COUNTS = {"remittance": ("claims", "posted", "waiting")}
REFUSED = "the ledger only grows"
LEDGER_ONLY_GROWS = {
    "sqlite": [
        f"CREATE TRIGGER ledger_entry_no_{verb} BEFORE {verb} ON ledger_entry "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        for verb in ("update", "delete")
    ],
    "postgresql": [
        "CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
        "CREATE TRIGGER ledger_only_grows BEFORE UPDATE OR DELETE ON ledger_entry "
        "FOR EACH ROW EXECUTE FUNCTION ledger_only_grows()",
    ],
}


def upgrade() -> None:
    _resize(sa.Integer(), sa.BigInteger())
    for table, names in WORDS.items():
        for name in names:
            op.add_column(table, sa.Column(name, AutoString(), nullable=False, server_default=""))
    for table, names in COUNTS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.add_column("claim", sa.Column("overpaid_cents", CENTS, nullable=False, server_default="0"))
    op.add_column("claim", sa.Column("cob_changed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("claim", sa.Column("follow_up_on", sa.Date(), nullable=True))
    op.add_column("adjudication", sa.Column("void_at", UTCDateTime(), nullable=True))
    _new_tables()
    op.create_index(
        "ix_remittance_waiting", "remittance", ["practice_id"], sqlite_where=sa.text("waiting > 0"),
        postgresql_where=sa.text("waiting > 0"),
    )  # fmt: skip
    for statement in LEDGER_ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)
    _count_claims()
    _open_the_ledger(op.get_bind())


def _resize(before: sa.types.TypeEngine, after: sa.types.TypeEngine) -> None:
    """SQLite's integers have 64 bits whatever they are called."""
    if op.get_bind().dialect.name == "postgresql":
        for table, names in AMOUNTS.items():
            for name in names:
                op.alter_column(table, name, existing_type=before, type_=after)


def _new_tables() -> None:
    op.create_table(
        "withheld_amount",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("remittance_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", AutoString(), nullable=False),
        sa.Column("reference", AutoString(), nullable=False),
        sa.Column("amount_cents", CENTS, nullable=False),
        sa.Column("provider", AutoString(), nullable=False),
        sa.Column("fiscal_year_end", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.ForeignKeyConstraint(["remittance_id"], ["remittance.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("remittance_id", "position"),
    )
    op.create_index("ix_withheld_amount_practice_id", "withheld_amount", ["practice_id"])
    op.create_table(
        "posting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("remittance_id", sa.Integer(), nullable=True),
        sa.Column("takes_back_id", sa.Integer(), nullable=True),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("who", AutoString(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.ForeignKeyConstraint(["remittance_id"], ["remittance.id"]),
        sa.ForeignKeyConstraint(["takes_back_id"], ["posting.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("takes_back_id", name="uq_posting_taken_back_once"),
    )
    op.create_index("ix_posting_practice_id", "posting", ["practice_id"])
    op.create_index("ix_posting_remittance_id", "posting", ["remittance_id"])
    op.create_table(
        "posting_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("posting_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("remittance_claim_id", sa.Integer(), nullable=True),
        sa.Column("adjudication_id", sa.Integer(), nullable=True),
        sa.Column("before", AutoString(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made", sa.Boolean(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["posting_id"], ["posting.id"]),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["remittance_claim_id"], ["remittance_claim.id"]),
        sa.ForeignKeyConstraint(["adjudication_id"], ["adjudication.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_posting_line_posting", "posting_line", ["posting_id"])
    op.create_index("ix_posting_line_claim", "posting_line", ["claim_id"])
    live = sa.text("live AND remittance_claim_id IS NOT NULL")
    op.create_index(
        "uq_posting_line_live", "posting_line", ["remittance_claim_id"], unique=True, sqlite_where=live,
        postgresql_where=live,
    )  # fmt: skip
    op.create_table(
        "ledger_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("services_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("posting_id", sa.Integer(), nullable=False),
        sa.Column("account", AutoString(), nullable=False),
        sa.Column("cents", CENTS, nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("who", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"]),
        sa.ForeignKeyConstraint(["services_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.ForeignKeyConstraint(["posting_id"], ["posting.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_ledger_entry_services", "ledger_entry", ["services_id", "account", "claim_id", "cents"])
    op.create_index("ix_ledger_entry_posting", "ledger_entry", ["posting_id"])


def _count_claims() -> None:
    """Whatever was not posted in an earlier house waits for somebody to look at it."""
    of = "SELECT count(*) FROM remittance_claim WHERE remittance_claim.remittance_id = remittance.id"
    op.execute(
        f"UPDATE remittance SET claims = ({of}), posted = ({of} AND outcome = 'posted'), "
        f"waiting = ({of} AND outcome <> 'posted')"
    )


COUNTS_FOR = """
    SELECT primary_.practice_id, primary_.id, primary_.charge_cents, secondary_.id,
        COALESCE(secondary_.cob_id, (SELECT max(a.id) FROM adjudication a WHERE a.claim_id = primary_.id)),
        CASE WHEN secondary_.status IN ('completed', 'denied')
            THEN (SELECT max(a.id) FROM adjudication a WHERE a.claim_id = secondary_.id) END
    FROM claim primary_ LEFT JOIN claim secondary_ ON secondary_.primary_claim_id = primary_.id
    WHERE primary_.rank = 'primary' AND primary_.status IN ('completed', 'denied')
    ORDER BY primary_.id
"""
SHARES = """
    SELECT a.paid_cents,
        COALESCE(SUM(CASE WHEN j.group_code = 'CO' AND j.reason_code <> '23' THEN j.amount_cents END), 0),
        COALESCE(SUM(CASE WHEN j.group_code = 'PR' THEN j.amount_cents END), 0)
    FROM adjudication a LEFT JOIN adjustment j ON j.adjudication_id = a.id WHERE a.id = :answer GROUP BY a.id
"""


def _open_the_ledger(db: sa.Connection) -> None:
    """An opening entry for what each answered claim's payers paid, wrote off, and left to the client."""
    openings: dict[int, int] = {}
    posting, entry = sa.table("posting", *map(sa.column, ("id", "practice_id", "kind", "at", "who", "claims"))), (
        sa.table("ledger_entry", *map(sa.column, (
            "practice_id", "services_id", "claim_id", "posting_id", "account", "cents", "at", "who",
        )))
    )  # fmt: skip
    now = db.scalar(sa.text("SELECT CURRENT_TIMESTAMP"))
    said = {"kind": "opening", "who": "MBP Claims", "claims": 0}
    for practice, claim, charge, second, first_answer, second_answer in db.execute(sa.text(COUNTS_FOR)).all():
        if practice not in openings:
            db.execute(posting.insert(), {"practice_id": practice, "at": now, **said})
            openings[practice] = db.scalar(sa.text("SELECT max(id) FROM posting"))
        rows = _entries(charge, claim, second, *(_shares(db, one) for one in (first_answer, second_answer)))
        common = {"practice_id": practice, "services_id": claim, "posting_id": openings[practice], "at": now}
        found = [
            common | {"claim_id": of, "account": account, "cents": cents, "who": said["who"]}
            for of, account, cents in rows if cents
        ]  # fmt: skip
        if found:
            db.execute(entry.insert(), found)


def _shares(db: sa.Connection, answer: int | None) -> tuple[int, int, int] | None:
    """Paid, written off, left to the patient."""
    found = db.execute(sa.text(SHARES), {"answer": answer}).first() if answer else None
    return tuple(found) if found else None


def _entries(charge, claim, second, first, then):  # type: ignore[no-untyped-def]
    paid, gone, patient = first or (0, 0, 0)
    left = charge - paid - gone
    yield claim, "charge", charge
    yield claim, "paid", paid
    yield claim, "written_off", gone
    if then is None:
        yield claim, "patient", max(min(patient, left), 0)
        return
    left -= then[0]
    client = max(min(then[2], left), 0)
    yield second, "paid", then[0]
    yield second, "patient", client
    yield second, "written_off", max(min(then[1], left - client), 0)


def downgrade() -> None:
    for table in ("ledger_entry", "posting_line", "posting", "withheld_amount"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION ledger_only_grows()")
    op.drop_index("ix_remittance_waiting", "remittance")
    op.drop_column("adjudication", "void_at")
    for name in ("overpaid_cents", "cob_changed", "follow_up_on"):
        op.drop_column("claim", name)
    for table, names in (*COUNTS.items(), *WORDS.items()):
        for name in names:
            op.drop_column(table, name)
    _resize(sa.BigInteger(), sa.Integer())
