"""Superbills that were made, and the services that one can be made of."""

from datetime import date

from sqlmodel import Session, col, func, select

from mbp_claims.db.own import mine, own
from mbp_claims.domain.claim import Claim, ClaimStatus, ServiceLine
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.superbill import FIRST_NUMBER, Superbill


def superbill(db: Session, clinician: Clinician, superbill_id: int) -> Superbill:
    """NotFound when it is not of a client of hers."""
    return own(db, clinician, Superbill, superbill_id)


def of_client(db: Session, client: Client) -> list[Superbill]:
    """Those of a client that was loaded through the clinician, newest first."""
    made = select(Superbill).where(Superbill.client_id == client.id)
    return list(db.exec(made.order_by(col(Superbill.number).desc())))


def latest(db: Session, clinician: Clinician, number: int | None, most: int) -> list[tuple[Superbill, Client]]:
    """With their clients, newest first; or the one of that number."""
    hers = select(Superbill, Client).join(Client, col(Client.id) == Superbill.client_id)
    wanted = [*mine(clinician, Superbill), *([] if number is None else [Superbill.number == number])]
    return list(db.exec(hers.where(*wanted).order_by(col(Superbill.number).desc()).limit(most)))


def next_number(db: Session, clinician: Clinician) -> int:
    """Of the whole practice; whoever takes it holds the practice."""
    last = select(func.max(Superbill.number)).where(Superbill.practice_id == clinician.practice_id)
    return (db.exec(last).one() or FIRST_NUMBER - 1) + 1


def services(db: Session, client: Client, first: date, last: date) -> list[tuple[Claim, ServiceLine]]:
    """Of these days, oldest first, each once: a secondary claim repeats those of its primary, and a withdrawn claim's
    are claimed anew where they count. The client was loaded through the clinician."""
    done = (
        select(Claim, ServiceLine)
        .join(ServiceLine, col(ServiceLine.claim_id) == Claim.id)
        .where(
            Claim.client_id == client.id, Claim.rank == "primary", Claim.status != ClaimStatus.WITHDRAWN,
            ServiceLine.service_date >= first, ServiceLine.service_date <= last,
        )
    )  # fmt: skip
    return list(db.exec(done.order_by(col(ServiceLine.service_date), col(Claim.id), col(ServiceLine.position))))
