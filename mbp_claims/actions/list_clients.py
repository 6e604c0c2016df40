"""Clients for the list: searched, fifty at a time."""

from sqlmodel import Session

from mbp_claims.db.clients import client_page
from mbp_claims.domain.client_line import ClientPage
from mbp_claims.domain.practice import Clinician


def list_clients(
    db: Session, clinician: Clinician, search: str, pending_only: bool, after: tuple[str, str, int] | None = None
) -> ClientPage:
    """By name; `after` is the last (last name, first name, id) of the page before."""
    return client_page(db, clinician, search, pending_only, after)
