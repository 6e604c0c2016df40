"""Adds a client to the practice."""

from dataclasses import asdict

from sqlmodel import Session

from mbp_claims.actions.assign_client import whose
from mbp_claims.clock import now, today
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.trail import record
from mbp_claims.domain.client import Client, ClientDraft
from mbp_claims.domain.practice import Clinician


def add_client(db: Session, clinician: Clinician, form: object) -> Client:
    """RuleViolation with a sentence for each field; else the client, with the practice's next number."""
    draft = ClientDraft.parse(form, today())
    practice = practice_of(db, clinician, counting=True)
    client = Client(
        practice_id=clinician.practice_id, clinician_id=whose(db, clinician, form),
        number=f"R-{practice.next_client:04d}", created_at=now(), **asdict(draft),
    )  # fmt: skip
    practice.next_client += 1
    db.add(client)
    db.flush()
    record(db, clinician, "Client added", client_id=client.id)
    return client
