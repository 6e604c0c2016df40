"""What is a person's: her practice's, and where her role sees no more than that, what belongs to her own clients.

Every loader asks here. Whoever adds a table says in this file whom it belongs to.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, and_, col, exists, not_, select

from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.ack_file import AckFile, Leftover
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.card import Card
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.crossover_terms import CrossoverTerms
from mbp_claims.domain.delivery import Delivery
from mbp_claims.domain.disclosure import Disclosure
from mbp_claims.domain.document import Document
from mbp_claims.domain.paper_terms import PaperTerms, PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.posting import Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import EraFile, Remittance
from mbp_claims.domain.roles import Task, require
from mbp_claims.domain.superbill import Superbill

LARGEST_ID = 2**31 - 1

T = TypeVar("T", bound=SQLModel)
Wanted = list[Any]
"""Conditions of a query."""

SHARED = (Clinician, Payer, PaperTerms, CrossoverTerms, Connection, Delivery)
"""Of the practice, and nothing of a client in it: whoever files a claim sends what waits."""
OF_THE_OFFICE: dict[type[SQLModel], Task] = {
    EraFile: Task.PAYMENTS, Remittance: Task.PAYMENTS, Posting: Task.PAYMENTS, AckFile: Task.CLEARINGHOUSE,
    Leftover: Task.CLEARINGHOUSE,
}  # fmt: skip


def own(db: Session, clinician: Clinician, table: type[T], record_id: int) -> T:
    """NotFound when there is none, when it is not hers, or when no record can have that id. NotAllowed by her role."""
    require_of(clinician, table)
    if not isinstance(record_id, int) or not 0 < record_id <= LARGEST_ID:
        raise NotFound(f"no such {table.__name__}")
    if clinician.sees_all or table in SHARED:
        found: Any = db.get(table, record_id)
        is_hers = found is not None and found.practice_id == clinician.practice_id
    else:
        key = col(table.id)  # type: ignore[attr-defined]
        found = db.exec(select(table).where(key == record_id, *mine(clinician, table))).first()
        is_hers = found is not None
    if not is_hers:
        raise NotFound(f"no such {table.__name__}")
    return found  # type: ignore[no-any-return]


def mine(clinician: Clinician, table: type[SQLModel]) -> Wanted:
    """What of a table is hers. NotAllowed where her role has no part in it; KeyError for a table of nobody."""
    require_of(clinician, table)
    of_practice = [col(table.practice_id) == clinician.practice_id]  # type: ignore[attr-defined]
    if clinician.sees_all or table in SHARED:
        return of_practice
    return [*of_practice, *_OF_CLIENTS[table](clinician.id)]


def hers_among(clinician: Clinician, table: type[SQLModel], ids: Iterable[int]) -> Any:
    """Those of the ids that are hers, within a query. What belongs to them is then found by them alone: with the
    practice beside it, a database may choose an index of all that the practice has."""
    key = col(table.id)  # type: ignore[attr-defined]
    return select(key).where(key.in_(list(ids)), *mine(clinician, table)).correlate(None)


def claims_of(clinician: Clinician, client_id: int) -> Wanted:
    """The claims of one client, where she is hers."""
    return [col(Claim.client_id) == hers_among(clinician, Client, [client_id]).scalar_subquery()]


def require_of(clinician: Clinician, table: type[SQLModel]) -> None:
    """NotAllowed where her role has no part in the table."""
    if table in OF_THE_OFFICE:
        require(clinician.role, OF_THE_OFFICE[table])


def clients_of(person: Any) -> Any:
    """Ids of a person's own clients, within a query; `person` is an id, or a parameter."""
    return select(Client.id).where(Client.clinician_id == person).correlate(None)


def whose(clinician: Clinician) -> dict[str, Any]:
    """The values of `hers`."""
    return {"practice": clinician.practice_id} | ({} if clinician.sees_all else {"person": clinician.id})


def hers(table: type[Claim], sees_all: bool) -> Wanted:
    """`mine` for claims in a question that is made once and asked for many people: see `whose`."""
    of_practice = col(table.practice_id) == bindparam("practice")
    return [of_practice] if sees_all else [of_practice, col(table.client_id).in_(clients_of(bindparam("person")))]


def hers_of_client(sees_all: bool) -> Wanted:
    """`claims_of` in such a question; the client's id is the parameter `client`."""
    client = select(Client.id).where(Client.id == bindparam("client"), Client.practice_id == bindparam("practice"))
    client = client if sees_all else client.where(Client.clinician_id == bindparam("person"))
    return [col(Claim.client_id) == client.correlate(None).scalar_subquery()]


def _plans(person: Any) -> Any:
    return select(InsurancePlan.id).where(col(InsurancePlan.client_id).in_(clients_of(person))).correlate(None)


def _claims(person: Any) -> Any:
    return select(Claim.id).where(col(Claim.client_id).in_(clients_of(person))).correlate(None)


def _files(person: Any) -> Wanted:
    """A file is hers when all claims in it are: others' stand in it in full."""
    filed, claim = aliased(FiledClaim), aliased(Claim)
    inside = and_(col(filed.claim_file_id) == ClaimFile.id, col(claim.id) == filed.claim_id)
    hers = col(claim.client_id).in_(clients_of(person))
    return [exists().where(inside), not_(exists().where(inside, not_(hers)))]


_OF_CLIENTS: dict[type[SQLModel], Any] = {
    Client: lambda person: [Client.clinician_id == person],
    InsurancePlan: lambda person: [col(InsurancePlan.client_id).in_(clients_of(person))],
    Card: lambda person: [col(Card.plan_id).in_(_plans(person))],
    Claim: lambda person: [col(Claim.client_id).in_(clients_of(person))],
    Adjudication: lambda person: [col(Adjudication.claim_id).in_(_claims(person))],
    PrintedForm: lambda person: [col(PrintedForm.claim_id).in_(_claims(person))],
    Document: lambda person: [col(Document.client_id).in_(clients_of(person))],
    Disclosure: lambda person: [col(Disclosure.client_id).in_(clients_of(person))],
    Superbill: lambda person: [col(Superbill.client_id).in_(clients_of(person))],
    Activity: lambda person: [col(Activity.client_id).in_(clients_of(person))],
    ClaimFile: _files,
}
