"""One record of each kind, of our practice."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from sqlmodel import Session

from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.domain.ack_file import AckFile, Leftover
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.crossover_terms import CrossoverTerms
from mbp_claims.domain.delivery import Delivery
from mbp_claims.domain.disclosure import Disclosure
from mbp_claims.domain.document import Document
from mbp_claims.domain.money_over_time import MoneyQuery
from mbp_claims.domain.paper_terms import FormPrinter, PaperTerms, PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import EraFile, Outcome, Remittance, RemittanceClaim
from mbp_claims.domain.superbill import Superbill
from tests import builders

THEN = datetime(2026, 11, 12, 21, tzinfo=UTC)
PAID_ON = date(2026, 11, 12)
MONTH = date(2026, 11, 1)
YEAR = date(2026, 1, 1)
ASKED = MoneyQuery(YEAR, MONTH)


@pytest.fixture
def ours(db: Session, clinician: Clinician, client: Client) -> SimpleNamespace:
    """One record of each kind, of our practice."""
    plan = builders.primary(db, clinician, client)
    card = keep_card(db, clinician, plan.id, "front", read_card(b"%PDF-1.7"))
    claim, _ = builders.completed(db, clinician, client)
    own = Payer(practice_id=clinician.practice_id, name="Blue Spruce Health", payer_id="BSH01")
    era = EraFile(
        practice_id=clinician.practice_id, name="a.835", content=b"ISA", digest="d", imported_at=THEN, imported_by="J"
    )
    db.add_all([own, era])
    db.flush()
    paid = Remittance(
        practice_id=clinician.practice_id, era_file_id=era.id, payer_name="AETNA", payer_identifier="60054",
        trace="88120457", paid_on=PAID_ON, total_cents=9280, imported_at=THEN, waiting=1,
    )  # fmt: skip
    file = ClaimFile(
        practice_id=clinician.practice_id, name="a.837p", content="ISA", control_number=1,
        created_at=THEN, created_by="J",
    )  # fmt: skip
    form = PrintedForm(
        practice_id=clinician.practice_id, claim_id=claim.id, name="a.pdf", content=b"%PDF", created_at=THEN,
        created_by="J",
    )  # fmt: skip
    terms = PaperTerms(practice_id=clinician.practice_id, payer_id=own.id, address="PO Box 188061")
    db.add(CrossoverTerms(practice_id=clinician.practice_id, payer_id=own.id, days=20))
    db.add_all([paid, file, form, terms, FormPrinter(practice_id=clinician.practice_id, right=5)])
    db.flush()
    row = {"claim_number": "C-9", "status_code": "1", "charge_cents": 1, "paid_cents": 1}
    line = RemittanceClaim(**row, remittance_id=paid.id, position=1, outcome=Outcome.NOT_MATCHED)
    posting = Posting(practice_id=clinician.practice_id, kind=Kind.POST, at=THEN, who="J")
    filed = FiledClaim(claim_file_id=file.id, claim_id=claim.id, position=1, charge_cents=1, to_bill_cents=1)
    ours = {"practice_id": clinician.practice_id}
    ack = AckFile(
        **ours, kind="999", name="a.999", content=b"ISA", digest="d", received_at=THEN, received_by="J"
    )  # fmt: skip
    delivery = Delivery(**ours, claim_file_id=file.id, name="a.837p", next_try_at=THEN)
    left = Leftover(**ours, name="a.pdf", size=1, why="J", seen_at=THEN)
    builders.mark_filed(db, builders.started(db, clinician, client))
    builders.started(db, clinician, client).move(ClaimStatus.REJECTED)
    db.add_all([line, posting, filed, ack, delivery, left, Connection(**ours, way="folder", synced="J")])
    disclosed = Disclosure(
        **ours, client_id=client.id, day=PAID_ON, recipient="J", what="J", purpose="law", recorded_at=THEN,
        recorded_by="J",
    )  # fmt: skip
    kept = Document(
        **ours, client_id=client.id, name="J", media_type="application/pdf", size=4, digest="d", content=b"%PDF",
        added_at=THEN, added_by="J",
    )  # fmt: skip
    superbill = Superbill(
        **ours, client_id=client.id, number=1001, first_day=MONTH, last_day=PAID_ON, services=1, charge_cents=16000,
        paid_cents=9280, said="{}", made_at=THEN, made_by="J",
    )  # fmt: skip
    db.add_all([disclosed, kept, superbill])
    claim.payer_control_number = "EX9"
    db.flush()
    return SimpleNamespace(
        ack=ack, delivery=delivery, disclosure=disclosed, document=kept, superbill=superbill,
        client=client, plan=plan, card=card, claim=claim, payer=own, era=era, remittance=paid, file=file,
        clinician=clinician, form=form, line=line, posting=posting,
    )  # fmt: skip
