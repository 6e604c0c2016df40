"""Chooses how the practice reaches its clearinghouse, tries it, and looks up the host key to pin."""

from sqlmodel import Session

from mbp_claims.actions.seen import refuse_unseen
from mbp_claims.clock import today
from mbp_claims.db import acknowledgements, claims, connections, deliveries
from mbp_claims.db.clinicians import one_at_a_time
from mbp_claims.db.trail import record
from mbp_claims.domain.clearinghouse import Clearinghouse
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.connection_draft import ConnectionDraft
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, require, why_not
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.transport.host_key import look_up
from mbp_claims.transport.mailbox import folder_of, open_mailbox
from mbp_claims.words import _

ANOTHERS = _("Another practice of this server uses that name. Choose another.")


def open_clearinghouse(db: Session, clinician: Clinician) -> Clearinghouse:
    require(clinician.role, Task.CLEARINGHOUSE)
    recent = acknowledgements.recent(db, clinician)
    said = acknowledgements.of_files(db, [file.id or 0 for file in recent])
    of_file = {file.id: tuple(one for one in said if one.ack_file_id == file.id) for file in recent}
    ours = claims.claims_by_id(db, {one.claim_id for one in said if one.claim_id})
    return Clearinghouse(
        connections.connection(db, clinician), folder_of(clinician.practice_id),
        tuple(deliveries.waiting(db, clinician)), tuple((file, of_file[file.id]) for file in recent),
        tuple(connections.leftovers(db, clinician)), {number: claim.number for number, claim in ours.items()},
        why_not(clinician.role, Task.SETTINGS),
    )  # fmt: skip


def open_connection(db: Session, clinician: Clinician) -> Connection:
    require(clinician.role, Task.CLEARINGHOUSE)
    return connections.connection(db, clinician)


def connect_clearinghouse(db: Session, clinician: Clinician, form: object, seen: int | None = None) -> Connection:
    """RuleViolation with a sentence by field; ChangedSince. What waits is sent the new way."""
    require(clinician.role, Task.SETTINGS)
    one_at_a_time(db, clinician)
    draft = ConnectionDraft.read(form, today())
    # Else another's password could be sent to a server of one's own.
    if connections.is_anothers_secret(db, clinician, draft.kept_in, draft.secret_name):
        raise RuleViolation.of({"secret_name": ANOTHERS})
    kept = connections.connection(db, clinician)
    refuse_unseen(db, clinician, kept, seen)
    before = kept.way if kept.id else "folder"
    for name, value in draft.values().items():
        setattr(kept, name, value)
    kept.problem, kept.failures = "", 0
    db.add(kept)
    record(db, clinician, f"Clearinghouse connection changed to {draft.words}", (before, kept.way))
    db.flush()
    return kept


def try_connection(connection: Connection) -> None:
    """Signs in, lists the inbox, writes to the outbox and removes what it wrote. MailProblem where one of it fails."""
    with open_mailbox(connection) as mailbox:
        mailbox.check()


def host_key_of(host: str, port: int) -> tuple[str, str]:
    """What the server shows just now: the key to pin, and its fingerprint to compare. MailProblem."""
    return look_up(Connection(practice_id=0, way="sftp", host=host, port=port))

