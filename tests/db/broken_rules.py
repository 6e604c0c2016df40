"""Statements that no database of ours may carry out: the rules that protect what is kept, held without our code.

A chart is there: Aetna (1) is the client's active primary, Cigna (2) the active secondary behind it, Humana (3) a
primary of the past; another client (2) has no plans. Claim 1 is completed and claim 2 is its secondary.
"""

from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert, text
from sqlalchemy.sql.expression import Executable

from mbp_claims.domain.ack_file import AckFile
from mbp_claims.domain.activity import Activity, TrailHead
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import Connection as ToClearinghouse
from mbp_claims.domain.delivery import Delivery
from mbp_claims.domain.document import Document
from mbp_claims.domain.ledger import LedgerEntry
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.posting import Posting, PostingLine
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.remittance import EraFile, Remittance, RemittanceClaim
from mbp_claims.domain.superbill import Superbill

DAY = date(2026, 11, 3)
THEN = datetime(2026, 11, 3, 18, tzinfo=UTC)

CLINICIAN = {"practice_id": 1, "first_name": "June", "last_name": "Marlow", "role": "clinician"}
PLAN = {
    "practice_id": 1, "client_id": 1, "payer_id": 1, "rank": "primary", "active": True, "member_id": "W1",
    "effective": date(2026, 1, 1),
}  # fmt: skip
BEHIND = {"rank": "secondary", "primary_id": 1, "primary_rank": "primary", "primary_active": True}
CLAIM = {
    "practice_id": 1, "client_id": 1, "plan_id": 1, "number": "C-1", "rank": "primary", "status": "completed",
    "service_from": DAY, "service_to": DAY, "charge_cents": 16000, "rendering_id": 1,
}  # fmt: skip
SECOND = CLAIM | {"plan_id": 2, "number": "C-1-S", "rank": "secondary", "status": "pending", "primary_claim_id": 1}
PAYMENT = {
    "practice_id": 1, "era_file_id": 1, "payer_name": "AETNA", "payer_identifier": "60054", "trace": "88120457",
    "paid_on": DAY, "total_cents": 9280, "imported_at": THEN,
}  # fmt: skip
ERA_FILE = {
    "practice_id": 1, "name": "a.835", "content": b"ISA", "digest": "d1", "imported_at": THEN, "imported_by": "June"
}  # fmt: skip
CLAIM_FILE = {
    "practice_id": 1, "name": "C-1.837p", "content": "ISA", "control_number": 1, "created_at": THEN,
    "created_by": "June",
}  # fmt: skip
REMIT = {
    "remittance_id": 1, "position": 1, "claim_number": "C-1", "status_code": "1", "charge_cents": 16000,
    "paid_cents": 9280, "claim_id": 1, "outcome": "posted",
}  # fmt: skip
POSTING = {"practice_id": 1, "remittance_id": 1, "kind": "post", "at": THEN, "who": "June"}
POSTED = {"posting_id": 1, "claim_id": 1, "remittance_claim_id": 1}
ENTRY = {
    "practice_id": 1, "services_id": 1, "claim_id": 1, "posting_id": 1, "account": "paid", "cents": 9280, "at": THEN,
    "who": "June",
}  # fmt: skip
ENTRY_1 = {"practice_id": 1, "place": 1, "at": THEN, "who": "June Marlow", "what": "C-1 was created", "digest": "d1"}
FILED = {"claim_file_id": 1, "claim_id": 1, "position": 1, "charge_cents": 16000, "to_bill_cents": 16000}
LINE = {"claim_id": 1, "position": 1, "control": "1", "service_date": DAY, "procedure": "90837", "charge_cents": 16000}
DELIVERY = {"practice_id": 1, "claim_file_id": 1, "name": "QUIETCOVE-1.837p", "next_try_at": THEN}
CONNECTION = {"practice_id": 1}
DOCUMENT = {
    "practice_id": 1, "client_id": 1, "name": "Consent", "media_type": "application/pdf", "size": 4, "digest": "d1",
    "content": b"%PDF", "added_at": THEN, "added_by": "June",
}  # fmt: skip
ACK_FILE = {
    "practice_id": 1, "kind": "999", "name": "a.999", "content": b"ISA", "digest": "d1", "received_at": THEN,
    "received_by": "June",
}  # fmt: skip
PRACTICE = {
    "name": "Quiet Cove", "npi": "1234567893", "tax_id": "987654321", "taxonomy": "T", "address": "A", "city": "C",
    "state": "ME", "zip": "041010014", "phone": "2075550100", "submitter_id": "S", "receiver_name": "R",
    "receiver_id": "R",
}  # fmt: skip
SUPERBILL = {
    "practice_id": 1, "client_id": 1, "number": 1001, "first_day": DAY, "last_day": DAY, "services": 1,
    "charge_cents": 16000, "paid_cents": 0, "said": "{}", "made_at": THEN, "made_by": "June",
}  # fmt: skip
CLIENT = {"practice_id": 1, "clinician_id": 1, "first_name": "Rowan", "last_name": "Ellis", "born": date(1988, 3, 14)}


def open_chart(connection: Connection) -> None:
    """What stands in the database before a rule is broken."""
    for statement in (
        insert(Practice).values(PRACTICE),
        insert(Practice).values(PRACTICE),
        insert(Clinician).values(CLINICIAN | {"role": "owner"}),
        insert(Clinician).values(CLINICIAN | {"practice_id": 2}),
        insert(Client).values(CLIENT | {"number": "R-1"}),
        insert(Client).values(CLIENT | {"number": "R-2"}),
        insert(Payer).values(name="Aetna", payer_id="60054"),
        insert(InsurancePlan).values(PLAN),
        insert(InsurancePlan).values(PLAN | BEHIND),
        insert(InsurancePlan).values(PLAN | {"active": False, "effective": date(2025, 1, 1), "ends": DAY}),
        insert(Claim).values(CLAIM),
        insert(Claim).values(SECOND),
        insert(ServiceLine).values(LINE),
        insert(EraFile).values(ERA_FILE),
        insert(Remittance).values(PAYMENT),
        insert(ClaimFile).values(CLAIM_FILE),
        insert(FiledClaim).values(FILED),
        insert(RemittanceClaim).values(REMIT),
        insert(Posting).values(POSTING),
        insert(Posting).values(POSTING | {"takes_back_id": 1, "kind": "undo"}),
        insert(PostingLine).values(POSTED),
        insert(LedgerEntry).values(ENTRY),
        insert(Delivery).values(DELIVERY),
        insert(ToClearinghouse).values(CONNECTION),
        insert(AckFile).values(ACK_FILE),
        insert(Document).values(DOCUMENT),
        insert(Superbill).values(SUPERBILL),
        insert(Activity).values(ENTRY_1),
        insert(TrailHead).values(practice_id=1, place=1, digest="d1"),
    ):
        connection.execute(statement)


BROKEN: dict[str, Executable] = {
    "a second active primary": insert(InsurancePlan).values(PLAN),
    "a second active secondary": insert(InsurancePlan).values(PLAN | BEHIND),
    "a past primary made active beside the active one": text("UPDATE plan SET active = true WHERE id = 3"),
    "an active secondary without a primary": insert(InsurancePlan).values(PLAN | {"client_id": 2, "rank": "secondary"}),
    "an active secondary that leans on half a primary": insert(InsurancePlan).values(
        PLAN | BEHIND | {"client_id": 2, "primary_rank": None}
    ),
    "an active secondary that leans on another client's primary": insert(InsurancePlan).values(
        PLAN | BEHIND | {"client_id": 2}
    ),
    "an active secondary that leans on a primary of the past": text("UPDATE plan SET primary_id = 3 WHERE id = 2"),
    "an active secondary that leans on itself": text("UPDATE plan SET primary_id = 2 WHERE id = 2"),
    "an active secondary that lets go of its primary": text("UPDATE plan SET primary_id = NULL WHERE id = 2"),
    "a primary made inactive under its secondary": text("UPDATE plan SET active = false WHERE id = 1"),
    "a primary deleted under its secondary": text("DELETE FROM plan WHERE id = 1"),
    "a primary that becomes secondary under its secondary": text(
        "UPDATE plan SET rank = 'secondary', active = false WHERE id = 1"
    ),
    "a primary given to another client under its secondary": text("UPDATE plan SET client_id = 2 WHERE id = 1"),
    "a primary with another id under its secondary": text("UPDATE plan SET id = 9 WHERE id = 1"),
    "a third rank": text("UPDATE plan SET rank = 'tertiary' WHERE id = 3"),
    "a plan that ends before it starts": text("UPDATE plan SET ends = '2024-12-31' WHERE id = 3"),
    "a second secondary of one primary claim": insert(Claim).values(SECOND | {"number": "C-1-S2"}),
    "a secondary claim of no primary claim": insert(Claim).values(SECOND | {"number": "C-2", "primary_claim_id": None}),
    "a primary claim that follows from another": insert(Claim).values(CLAIM | {"number": "C-3", "primary_claim_id": 2}),
    "a claim number given out twice": insert(Claim).values(CLAIM),
    "a claim of a client who is not there": insert(Claim).values(CLAIM | {"number": "C-4", "client_id": 99}),
    "a claim to a plan that is not there": text("UPDATE claim SET plan_id = 99 WHERE id = 1"),
    "a claim deleted under its secondary": text("DELETE FROM claim WHERE id = 1"),
    "a client deleted under plans and claims": text("DELETE FROM client WHERE id = 1"),
    "an answer to a claim that is not there": insert(Adjudication).values(
        practice_id=1, claim_id=99, source="era", paid_cents=0, adjudicated_on=DAY, created_at=THEN, created_by="June"
    ),
    "two lines in one place": insert(ServiceLine).values(LINE | {"control": "2"}),
    "two lines of one control number": insert(ServiceLine).values(LINE | {"position": 2}),
    "the same payment twice": insert(Remittance).values(PAYMENT),
    "the same file twice": insert(EraFile).values(ERA_FILE | {"name": "b.835"}),
    "a line of a payment posted twice": insert(PostingLine).values(POSTED),
    "a posting taken back twice": insert(Posting).values(POSTING | {"takes_back_id": 1, "kind": "reverse"}),
    "an entry of no posting": insert(LedgerEntry).values(ENTRY | {"posting_id": 99}),
    "a posting deleted under its entries": text("DELETE FROM posting WHERE id = 1"),
    "an interchange number used twice": insert(ClaimFile).values(CLAIM_FILE | {"name": "C-2.837p"}),
    "a claim twice in one file": insert(FiledClaim).values(FILED | {"position": 2}),
    "two claims in one place of a file": insert(FiledClaim).values(FILED | {"claim_id": 2}),
    "a file deleted under its claims": text("DELETE FROM claim_file WHERE id = 1"),
    "a replacement of nothing": insert(FiledClaim).values(FILED | {"claim_id": 2, "position": 2, "frequency": "7"}),
    "a frequency that is none": insert(FiledClaim).values(FILED | {"claim_id": 2, "position": 2, "frequency": "6"}),
    "a third kind of tax id": text("UPDATE practice SET tax_id_type = 'XX'"),
    "a file handed over twice": insert(Delivery).values(DELIVERY | {"name": "other.837p"}),
    "two files of one name on their way": insert(Delivery).values(DELIVERY | {"claim_file_id": 99}),
    "a file that was sent at no time": text("UPDATE delivery SET state = 'sent'"),
    "a second connection of a practice": insert(ToClearinghouse).values(CONNECTION),
    "a server without a pinned key": text("UPDATE connection SET way = 'sftp', host = 'sftp.example.com'"),
    "the same acknowledgement twice": insert(AckFile).values(ACK_FILE | {"name": "b.999"}),
    "two entries of the trail in one place": insert(Activity).values(ENTRY_1),
    "a client number given out twice": insert(Client).values(CLIENT | {"number": "R-1"}),
    "a client of nobody": insert(Client).values(CLIENT | {"number": "R-3", "clinician_id": None}),
    "a client of another practice's clinician": insert(Client).values(CLIENT | {"number": "R-3", "clinician_id": 2}),
    "a superbill’s number given out twice": insert(Superbill).values(SUPERBILL),
    "a role that nobody knows": insert(Clinician).values(CLINICIAN | {"role": "superuser"}),
    "the same document twice in a chart": insert(Document).values(DOCUMENT | {"name": "Again"}),
    "a document without a file": insert(Document).values(DOCUMENT | {"digest": "d2", "size": 0, "content": b""}),
    "a document that is not as long as it says": insert(Document).values(DOCUMENT | {"digest": "d2", "size": 5}),
    "a document without a name": insert(Document).values(DOCUMENT | {"digest": "d2", "name": ""}),
    "a document put away by nobody": text("UPDATE document SET removed_at = added_at"),
    "a document of a client who is not there": insert(Document).values(DOCUMENT | {"client_id": 99}),
    "everybody's payer twice": insert(Payer).values(name="Aetna", payer_id="60054"),
}
TRAIL: dict[str, Executable] = {
    "a changed trail": text("UPDATE activity SET what = 'nothing happened'"),
    "a shortened trail": text("DELETE FROM activity"),
}
TRAIL_END: dict[str, Executable] = {
    "an end set back": text("UPDATE trail_head SET place = 0"),
    "another digest of the end": text("UPDATE trail_head SET digest = 'd2'"),
    "an end that is gone": text("DELETE FROM trail_head"),
}
DOCUMENTS: dict[str, Executable] = {
    "an erased document": text("DELETE FROM document"),
    "a replaced file": text("UPDATE document SET digest = 'd2'"),
    "a document given to another client": text("UPDATE document SET client_id = 2"),
    "another who added it": text("UPDATE document SET added_by = 'Otis'"),
}
EMPTIED = {
    "activity": "the activity trail only grows",
    "trail_head": "the end of the activity trail only moves on",
    "ledger_entry": "the ledger only grows",
    "document": "a document is put away, never erased",
    "superbill": "superbills are kept as they were made",
}
"""Tables that PostgreSQL does not truncate, and what it says."""
LEDGER: dict[str, Executable] = {
    "an edited entry": text("UPDATE ledger_entry SET cents = 0"),
    "a deleted entry": text("DELETE FROM ledger_entry"),
}
SUPERBILLS: dict[str, Executable] = {
    "an edited superbill": text("UPDATE superbill SET said = '{}'"),
    "a deleted superbill": text("DELETE FROM superbill"),
}
NUMBERS: dict[str, Executable] = {
    "a control number given back": text("UPDATE practice SET next_control = next_control - 1"),
}
