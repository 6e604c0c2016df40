"""The demo practice: the named cast, claims in every status, an ERA that waits to be imported, and acknowledgements
that wait in the inbox of its clearinghouse."""

from dataclasses import replace
from pathlib import Path

from sqlmodel import Session, col, select

from mbp_claims.actions.demo.acks import waiting_acks
from mbp_claims.actions.demo.eras import era_bytes
from mbp_claims.actions.demo.opening import welcome
from mbp_claims.actions.demo.story import Story
from mbp_claims.actions.open_practice import open_practice
from mbp_claims.clock import now
from mbp_claims.db.clients import client
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.domain.cast import (
    AETNA,
    CLAIMS,
    CLIENTS,
    ERAS,
    IMANI,
    KIT,
    WAITING,
    demo_clinician,
    demo_colleagues,
    demo_practice,
)
from mbp_claims.domain.claim import WITH_PAYER, Claim
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.settings import settings
from mbp_claims.transport.folder import PRIVATE
from mbp_claims.transport.mailbox import folder_of

WAITING_FILE = Path("demo") / "aetna-era.835"
"""Beside the database."""


def load_demo(db: Session) -> Clinician:
    """One more practice; its owner. Also writes the files that wait, beside an SQLite database."""
    clinician = welcome(db, demo_clinician(open_practice(db, demo_practice())))
    Story(db, clinician, CLIENTS, CLAIMS, ERAS).tell()
    _welcome_colleagues(db, clinician)
    _write_waiting_files(db, clinician)
    return clinician


def _welcome_colleagues(db: Session, owner: Clinician) -> None:
    """A biller, and a clinician with two of the clients."""
    priya, _ = (welcome(db, one) for one in demo_colleagues(owner.practice_id))
    for one in (IMANI, KIT):
        client(db, owner, one.code).clinician_id = priya.id or 0
    db.flush()


def waiting_era(db: Session) -> bytes:
    """An 835 of today: Aetna's answers to the claims of the cast that still wait for it. ValueError if none does."""
    return era_waiting_for(db, first_clinician(db))


def era_waiting_for(db: Session, clinician: Clinician) -> bytes:
    """The same of her practice."""
    numbers = _waiting(db, clinician)
    answers = {number: answer for number, answer in WAITING.answers.items() if f"C-{number}" in numbers}
    if not answers:
        raise ValueError("no claim of the cast waits for Aetna")
    return era_bytes(db, clinician, replace(WAITING, answers=answers), now())


def _waiting(db: Session, clinician: Clinician) -> set[str]:
    """Numbers of the claims that are with Aetna."""
    its_plans = select(InsurancePlan.id).join(Payer).where(Payer.name == AETNA[0])
    return set(
        db.exec(
            select(Claim.number).where(
                Claim.practice_id == clinician.practice_id, col(Claim.plan_id).in_(its_plans),
                col(Claim.status).in_(WITH_PAYER),
            )
        )
    )


def _write_waiting_files(db: Session, clinician: Clinician) -> None:
    address = db.get_bind().engine.url
    if address.get_backend_name() != "sqlite" or address.database in (None, "", ":memory:"):
        return
    file = Path(address.database or "")
    inbox = _clearinghouse(file, clinician.practice_id) / "inbox"
    files = {file.parent / WAITING_FILE: era_waiting_for(db, clinician)}
    files |= {inbox / name: content for name, content in waiting_acks(db, clinician, now()).items()}
    for path, content in files.items():
        path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        path.write_bytes(content)


def _clearinghouse(file: Path, practice_id: int) -> Path:
    """The practice's own folder; of another database than the program's own, one beside that."""
    own = settings.database_file
    if own is not None and own.absolute() == file.absolute():
        return Path(folder_of(practice_id))
    return file.parent / "clearinghouse" / str(practice_id)
