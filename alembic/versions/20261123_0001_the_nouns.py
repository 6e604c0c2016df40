"""Every table of the first house, and a trail that only grows.

Revision: 0001
Follows:
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


REFUSED = "the activity trail only grows"
TRAIL_ONLY_GROWS = {
    "sqlite": [
        f"CREATE TRIGGER activity_no_{verb} BEFORE {verb} ON activity BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        for verb in ("update", "delete")
    ],
    "postgresql": [
        "CREATE FUNCTION activity_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
        "CREATE TRIGGER activity_only_grows BEFORE UPDATE OR DELETE ON activity "
        "FOR EACH ROW EXECUTE FUNCTION activity_only_grows()",
    ],
}


def upgrade() -> None:
    op.create_table(
        "practice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("npi", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("tax_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("taxonomy", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("first_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("city", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("zip", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("contact_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("submitter_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("receiver_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("receiver_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("usage", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("claim_prefix", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("next_claim", sa.Integer(), nullable=False),
        sa.Column("next_client", sa.Integer(), nullable=False),
        sa.Column("next_control", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "client",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("first_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("middle_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("born", sa.Date(), nullable=False),
        sa.Column("sex", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("pronouns", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("city", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("zip", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "number"),
    )
    with op.batch_alter_table("client", schema=None) as batch_op:
        batch_op.create_index("ix_client_by_name", ["practice_id", "last_name", "first_name", "id"], unique=False)

    op.create_table(
        "clinician",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("first_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("credential", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("npi", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("taxonomy", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("clinician", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clinician_email"), ["email"], unique=False)
        batch_op.create_index(batch_op.f("ix_clinician_practice_id"), ["practice_id"], unique=False)

    op.create_table(
        "era_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("imported_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("imported_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "digest"),
    )
    op.create_table(
        "payer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=True),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("payer_id", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("claim_filing", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("forwards_days", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "payer_id", "name", name="uq_payer_of_practice"),
    )
    with op.batch_alter_table("payer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payer_practice_id"), ["practice_id"], unique=False)
        batch_op.create_index(
            "uq_payer_of_everybody",
            ["payer_id", "name"],
            unique=True,
            sqlite_where=sa.text("practice_id IS NULL"),
            postgresql_where=sa.text("practice_id IS NULL"),
        )

    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("payer_id", sa.Integer(), nullable=False),
        sa.Column("rank", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("primary_id", sa.Integer(), nullable=True),
        sa.Column("primary_rank", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("primary_active", sa.Boolean(), nullable=True),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("member_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("group_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("copay_cents", sa.Integer(), nullable=True),
        sa.Column("relationship", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subscriber_first", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subscriber_last", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subscriber_born", sa.Date(), nullable=True),
        sa.Column("subscriber_sex", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subscriber_address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subscriber_city", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subscriber_state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("subscriber_zip", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("claim_filing", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("msp_type", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("effective", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("removed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "rank <> 'secondary' OR NOT active OR "
            "(primary_id IS NOT NULL AND COALESCE(primary_rank, '') = 'primary' AND primary_active IS TRUE)",
            name="ck_plan_active_secondary_leans",
        ),
        sa.CheckConstraint("rank IN ('primary', 'secondary')", name="ck_plan_rank"),
        sa.CheckConstraint("ends IS NULL OR ends >= effective", name="ck_plan_dates"),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.ForeignKeyConstraint(
            ["payer_id"],
            ["payer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.ForeignKeyConstraint(
            ["primary_id", "client_id", "primary_rank", "primary_active"],
            ["plan.id", "plan.client_id", "plan.rank", "plan.active"],
            name="fk_plan_secondary_needs_primary",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("id", "client_id", "rank", "active", name="uq_plan_leaned_on"),
    )
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_client_id"), ["client_id"], unique=False)
        batch_op.create_index("ix_plan_member", ["practice_id", "member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_payer_id"), ["payer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_practice_id"), ["practice_id"], unique=False)
        batch_op.create_index(
            "uq_plan_one_active",
            ["client_id", "rank"],
            unique=True,
            sqlite_where=sa.text("active"),
            postgresql_where=sa.text("active"),
        )

    op.create_table(
        "remittance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("era_file_id", sa.Integer(), nullable=False),
        sa.Column("payer_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("payer_identifier", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("trace", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("total_cents", sa.Integer(), nullable=False),
        sa.Column("provider_adjustments_cents", sa.Integer(), nullable=False),
        sa.Column("imported_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["era_file_id"],
            ["era_file.id"],
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint(
            "practice_id", "payer_identifier", "trace", "paid_on", "total_cents", name="uq_remittance_payment"
        ),
    )
    with op.batch_alter_table("remittance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remittance_era_file_id"), ["era_file_id"], unique=False)

    op.create_table(
        "card",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("side", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("media_type", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("plan_id", "side"),
    )
    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_practice_id"), ["practice_id"], unique=False)

    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("rank", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("primary_claim_id", sa.Integer(), nullable=True),
        sa.Column("status", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("service_from", sa.Date(), nullable=False),
        sa.Column("service_to", sa.Date(), nullable=False),
        sa.Column("charge_cents", sa.Integer(), nullable=False),
        sa.Column("to_bill_cents", sa.Integer(), nullable=False),
        sa.Column("off_cents", sa.Integer(), nullable=False),
        sa.Column("paid_cents", sa.Integer(), nullable=True),
        sa.Column("place_of_service", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("diagnoses", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("rendering_id", sa.Integer(), nullable=False),
        sa.Column("prior_authorization", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("cob_id", sa.Integer(), nullable=True),
        sa.Column("cob_amounts", sa.Integer(), nullable=False),
        sa.Column("payer_control_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("filed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("completed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(rank = 'secondary') = (primary_claim_id IS NOT NULL)", name="ck_claim_rank"),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.ForeignKeyConstraint(["cob_id"], ["adjudication.id"], name="fk_claim_cob", use_alter=True),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.ForeignKeyConstraint(
            ["primary_claim_id"],
            ["claim.id"],
        ),
        sa.ForeignKeyConstraint(
            ["rendering_id"],
            ["clinician.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "number"),
        sa.UniqueConstraint("primary_claim_id", name="uq_claim_one_secondary"),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index("ix_claim_chart", ["client_id", "status", "service_from", "id"], unique=False)
        batch_op.create_index("ix_claim_plan", ["plan_id", "status"], unique=False)
        batch_op.create_index("ix_claim_practice", ["practice_id", "status", "service_from", "id"], unique=False)

    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("clinician_id", sa.Integer(), nullable=True),
        sa.Column("who", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("what", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("before", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("after", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("remittance_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.ForeignKeyConstraint(
            ["clinician_id"],
            ["clinician.id"],
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.ForeignKeyConstraint(
            ["remittance_id"],
            ["remittance.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index("ix_activity_claim", ["claim_id", "id"], unique=False)
        batch_op.create_index("ix_activity_client", ["client_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_practice_id"), ["practice_id"], unique=False)

    op.create_table(
        "adjudication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("status_code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("paid_cents", sa.Integer(), nullable=False),
        sa.Column("payer_control_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("adjudicated_on", sa.Date(), nullable=False),
        sa.Column("remittance_id", sa.Integer(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("remarks", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("moa", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("created_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.ForeignKeyConstraint(
            ["remittance_id"],
            ["remittance.id"],
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["adjudication.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("adjudication", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_adjudication_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_adjudication_practice_id"), ["practice_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_adjudication_remittance_id"), ["remittance_id"], unique=False)

    op.create_table(
        "claim_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("content", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("control_number", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("created_by", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("practice_id", "control_number"),
    )
    with op.batch_alter_table("claim_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_file_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "remittance_claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("remittance_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("status_code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("charge_cents", sa.Integer(), nullable=False),
        sa.Column("paid_cents", sa.Integer(), nullable=False),
        sa.Column("service_on", sa.Date(), nullable=True),
        sa.Column("services", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("adjustments", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("patient", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("why", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.ForeignKeyConstraint(
            ["remittance_id"],
            ["remittance.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("remittance_id", "position"),
    )
    with op.batch_alter_table("remittance_claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remittance_claim_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "service_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("control", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("service_date", sa.Date(), nullable=False),
        sa.Column("procedure", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("modifiers", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("charge_cents", sa.Integer(), nullable=False),
        sa.Column("place_of_service", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("pointers", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("claim_id", "control"),
        sa.UniqueConstraint("claim_id", "position"),
    )
    op.create_table(
        "adjustment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("adjudication_id", sa.Integer(), nullable=False),
        sa.Column("service_line_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("group_code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("reason_code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("quantity", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["adjudication_id"],
            ["adjudication.id"],
        ),
        sa.ForeignKeyConstraint(
            ["service_line_id"],
            ["service_line.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("adjudication_id", "position"),
    )
    op.create_table(
        "line_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("adjudication_id", sa.Integer(), nullable=False),
        sa.Column("service_line_id", sa.Integer(), nullable=False),
        sa.Column("paid_cents", sa.Integer(), nullable=False),
        sa.Column("units", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("procedure", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("modifiers", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["adjudication_id"],
            ["adjudication.id"],
        ),
        sa.ForeignKeyConstraint(
            ["service_line_id"],
            ["service_line.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("adjudication_id", "service_line_id"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.create_foreign_key("fk_claim_cob", "claim", "adjudication", ["cob_id"], ["id"])
    for statement in TRAIL_ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("fk_claim_cob", "claim", type_="foreignkey")
    for table in (
        "activity", "claim_file", "adjustment", "line_answer", "remittance_claim", "service_line", "adjudication",
        "claim", "card", "remittance", "plan", "payer", "era_file", "clinician", "client", "practice",
    ):  # fmt: skip
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION activity_only_grows()")
