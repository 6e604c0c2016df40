"""Changes what is on file about a client."""

from dataclasses import asdict

from sqlmodel import Session

from mbp_claims.actions.assign_client import whose
from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.clock import today
from mbp_claims.db.clients import client as load_client
from mbp_claims.db.clinicians import colleague, one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.changes import changes
from mbp_claims.domain.client import Client, ClientDraft
from mbp_claims.domain.practice import Clinician


def edit_client(db: Session, clinician: Clinician, number: str, form: object, seen: int | None = None) -> Client:
    """RuleViolation with a sentence for each field; ChangedSince when it is not as it was `seen` (a version).

    Claims that were filed keep what was true then, in their files.
    """
    one_at_a_time(db, clinician)
    client = load_client(db, clinician, number)
    refuse_unseen(db, clinician, client, seen)
    draft = asdict(ClientDraft.parse(form, today()))
    change = changes({name: getattr(client, name) for name in draft}, draft)
    for name, value in draft.items():
        setattr(client, name, value)
    before, client.clinician_id = client.clinician_id, whose(db, clinician, form, client)
    if any(change):
        record(db, clinician, "Contact info changed", change, client_id=client.id)
    if before != client.clinician_id:
        names = [colleague(db, clinician, one).name for one in (before, client.clinician_id)]
        record(db, clinician, "Client given to another clinician", (names[0], names[1]), client_id=client.id)
    db.flush()
    return client
