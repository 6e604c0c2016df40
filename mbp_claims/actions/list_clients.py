"""Clients for the list: searched, fifty at a time."""

from sqlmodel import Session

from mbp_claims.db.clients import USUAL, client_page
from mbp_claims.domain.client_line import ClientOrder, ClientPage
from mbp_claims.domain.practice import Clinician


def list_clients(
    db: Session, clinician: Clinician, search: str, pending_only: bool, after: tuple[str, str, int] | None = None,
    order: ClientOrder = USUAL,
) -> ClientPage:  # fmt: skip
    """By name; `after` is the last (last name, first name, id) of the page before. Or in another order."""
    return client_page(db, clinician, search, pending_only, after, order)
