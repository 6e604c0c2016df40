"""Another practice with a full chart. Everything of it says Zeph somewhere, so that a leak is seen."""

from dataclasses import dataclass
from datetime import timedelta

from era import COINSURED, Answer, era
from sqlmodel import Session, SQLModel, col, select

from mbp_claims.actions.add_plan import add_plan
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.keep_document import keep_document, read_document
from mbp_claims.clock import now
from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement, Leftover
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.delivery import Delivery
from mbp_claims.domain.paper_terms import PrintedForm
from mbp_claims.domain.practice import Clinician, Practice
from tests import builders

MARK = "zeph"
LONG = now() + timedelta(days=1)
CLIENT = "R-7777"


@dataclass(frozen=True)
class Stranger:
    """Ids of its records by table, numbers of its clients and claims."""

    ids: dict[str, list[int]]
    numbers: tuple[str, ...]

    @property
    def every_id(self) -> list[int]:
        return sorted({one for ids in self.ids.values() for one in ids})


def move_in(db: Session) -> Stranger:
    """A practice with a client, plans, a card, claims in every state, an ERA and a filed 837P."""
    clinician = builders.stranger(db)
    practice = db.get_one(Practice, clinician.practice_id)
    practice.name, practice.next_claim = "Zephyr Counseling", 7001
    clinician.last_name = "Zephman"
    client = builders.new_client(db, clinician, CLIENT, last_name="Zephyrine", address="9 Zephyr Way")
    form = builders.plan_form(db, "Aetna", member_id="ZEPH00001") | {"payer": "new:Zephyr Mutual ZEPH7"}
    plan = add_plan(db, clinician, client.number, form)
    builders.secondary(db, clinician, client, group_number="ZEPHGROUP")
    keep_card(db, clinician, plan.id or 0, "front", read_card(b"%PDF-zeph"))
    keep_document(db, clinician, client.number, read_document("zeph.pdf", b"%PDF-zeph startxref"))
    filed = builders.filed(db, clinician, client)
    import_and_post(db, clinician, "zeph.835", era(Answer(filed.number, COINSURED), trace="ZEPH99999"))
    _send(db, filed)
    for build in (builders.started, builders.filed, builders.completed):
        build(db, clinician, client)
    db.add(_printed(filed))
    db.flush()
    return Stranger(_ids(db, clinician), (CLIENT, *_numbers(db, clinician)))


def _send(db: Session, claim: Claim) -> None:
    file = ClaimFile(
        practice_id=claim.practice_id, name="zeph.837p", content="ISA*ZEPH~", control_number=1, created_at=now(),
        created_by="Otis Zephman",
    )  # fmt: skip
    db.add(file)
    db.flush()
    db.add(FiledClaim(claim_file_id=file.id, claim_id=claim.id, position=1, charge_cents=16000, to_bill_cents=16000))
    ours = {"practice_id": claim.practice_id}
    server = {"host": "sftp.zeph.example", "host_key": "SHA256:ZEPH", "secret_name": "MBP_SFTP_ZEPH"}
    db.add(Connection(**ours, way="sftp", **server))
    db.add(Delivery(**ours, claim_file_id=file.id, name="zeph-1.837p", next_try_at=now(), taken_until=LONG, attempts=1))
    db.add(Leftover(**ours, name="zeph.pdf", size=1, why="Zeph", seen_at=now()))
    acknowledgement = AckFile(
        **ours, kind="999", name="zeph.999", content=b"ISA*ZEPH", digest="zeph", received_at=now(), received_by="Zeph"
    )
    db.add(acknowledgement)
    db.flush()
    db.add(
        ClaimAcknowledgement(
            ack_file_id=acknowledgement.id, claim_id=claim.id, claim_number="ZEPH", word="received", level=1,
            said="Zeph", said_at=now(),
        )
    )  # fmt: skip


def _printed(claim: Claim) -> PrintedForm:
    return PrintedForm(
        practice_id=claim.practice_id, claim_id=claim.id or 0, name="zeph.pdf", content=b"%PDF-zeph",
        created_at=now(), created_by="Otis Zephman",
    )  # fmt: skip


def _ids(db: Session, clinician: Clinician) -> dict[str, list[int]]:
    found = {}
    for name, table in SQLModel.metadata.tables.items():
        if {"practice_id", "id"} <= set(table.columns.keys()):
            mine = select(table.c.id).where(table.c.practice_id == clinician.practice_id)
            found[name] = list(db.connection().execute(mine).scalars())
    return found


def _numbers(db: Session, clinician: Clinician) -> list[str]:
    return list(db.exec(select(Claim.number).where(col(Claim.practice_id) == clinician.practice_id)))
