"""All that payers said of claims, from their files, for what was imported before it was kept.

Revision: 0014
Follows: 0013
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from mbp_claims.domain.kept_remit import keep_remit
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import PaymentEnd
from mbp_claims.x12.era_reader import EraReader
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SILENT = """
    SELECT DISTINCT r.era_file_id FROM remittance r
    JOIN remittance_claim c ON c.remittance_id = r.id WHERE c.said = '' AND c.problem <> 'unreadable'
"""
FILE = "SELECT name, content FROM era_file WHERE id = :file"
PAYMENTS = "SELECT id, payer_identifier, trace, total_cents FROM remittance WHERE era_file_id = :file"
SAY = """
    UPDATE remittance_claim SET said = :said
    WHERE remittance_id = :remittance AND position = :position AND said = ''
    AND claim_number = :number AND charge_cents = :charge AND paid_cents = :paid
"""


def upgrade() -> None:
    """A claim that the file does not show at its place with its number and sums stays as it is: the file is kept, and
    can be read by a person."""
    db = op.get_bind()
    for file_id in db.execute(sa.text(SILENT)).scalars().all():
        name, content = db.execute(sa.text(FILE), {"file": file_id}).one()
        ids = {tuple(row[1:]): row.id for row in db.execute(sa.text(PAYMENTS), {"file": file_id})}
        for payment, claims in _read(name, bytes(content)):
            remittance = ids.get(payment)
            rows = [one | {"remittance": remittance} for one in claims]
            if remittance is not None and rows:
                db.execute(sa.text(SAY), rows)


def _read(name: str, content: bytes) -> Iterator[tuple[tuple[str, str, int], list[dict]]]:
    """Each payment of the file with what it says of its claims; nothing more once it cannot be read on."""
    claims: list[dict] = []
    position = 0
    try:
        for part in EraReader(content, Intake(name, accept_test=True, keep_unreadable=True)):
            if isinstance(part, PaymentEnd):
                head = part.head
                yield (head.payer_identifier, head.trace_number, head.total_cents), claims
                claims, position = [], 0
                continue
            if not hasattr(part, "claim_number"):
                continue
            position += 1
            if isinstance(part, RemitClaim):
                claims.append({
                    "position": position, "number": part.claim_number, "charge": part.charge_cents,
                    "paid": part.paid_cents, "said": keep_remit(part),
                })  # fmt: skip
    except X12Error:
        return


def downgrade() -> None:
    """What was said stays: the columns go with 0004."""
