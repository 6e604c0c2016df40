"""Clients: one by its number, and the searchable list in pages of fifty."""

from datetime import date

from sqlalchemy import and_, func, tuple_
from sqlmodel import Session, col, or_, select

from mbp_claims.clock import today
from mbp_claims.db.own import mine, own
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import WAITS_FOR_US, Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.client_line import ClientLine, ClientOrder, ClientPage
from mbp_claims.domain.days import parse_day
from mbp_claims.domain.draft import printable
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician

PAGE = 50
USUAL = ClientOrder()


def client(db: Session, clinician: Clinician, number: str) -> Client:
    """NotFound when no client of hers has that number (R-0412)."""
    wanted = select(Client).where(*mine(clinician, Client), Client.number == printable(number))
    found = db.exec(wanted).first()
    if found is None:
        raise NotFound("no such client")
    return found


def client_by_id(db: Session, clinician: Clinician, client_id: int) -> Client:
    """NotFound when the client is not hers."""
    return own(db, clinician, Client, client_id)


def client_page(
    db: Session, clinician: Clinician, search: str = "", pending_only: bool = False,
    after: tuple[str, str, int] | None = None, order: ClientOrder = USUAL,
) -> ClientPage:  # fmt: skip
    """Fifty clients by name, from the one after (last name, first name, id); or in another order, from its start."""
    wanted = [*mine(clinician, Client), *_matching(clinician, search)]
    if pending_only:
        wanted.append(col(Client.id).in_(_with_pending(clinician)))
    total = db.exec(select(func.count()).select_from(Client).where(*wanted)).one()
    keys = (col(Client.last_name), col(Client.first_name), col(Client.id))
    page = select(Client).where(*wanted).limit(PAGE + 1)
    if order.is_usual:
        page = page.order_by(*keys)
        page = page.where(tuple_(*keys) > tuple_(*after)) if after else page
    else:
        by_name = order.by == "name"
        first = keys if by_name else (_value(order.by),)
        turned = [key.desc() for key in first] if order.down else list(first)
        page = page.order_by(*turned, *(() if by_name else keys)).offset(order.start)
    found = list(db.exec(page))
    return ClientPage(tuple(_lines(db, found[:PAGE])), total, len(found) > PAGE)


def _value(by: str):  # type: ignore[no-untyped-def]
    """What a client is sorted by; of claims, over the client's index."""
    waiting = (Claim.client_id == Client.id, col(Claim.status).in_(WAITS_FOR_US))
    values = {
        "born": col(Client.born),
        "pending": select(func.count(col(Claim.id))).where(*waiting).scalar_subquery(),
        "to_bill": select(func.coalesce(func.sum(Claim.to_bill_cents), 0)).where(*waiting).scalar_subquery(),
        "last": select(func.coalesce(func.max(Claim.service_to), date.min))
        .where(Claim.client_id == Client.id)
        .scalar_subquery(),
    }
    return values[by]


def ids_matching(clinician: Clinician, search: str):  # type: ignore[no-untyped-def]
    """A query for the ids of the clients that the list finds for these words."""
    return select(Client.id).where(*mine(clinician, Client), *_matching(clinician, search))


def clients_like(db: Session, clinician: Clinician, search: str, most: int) -> list[Client]:
    """The first of those that the list finds for these words."""
    found = select(Client).where(*mine(clinician, Client), *_matching(clinician, search))
    return list(db.exec(found.order_by(col(Client.last_name), col(Client.first_name), col(Client.id)).limit(most)))


def _matching(clinician: Clinician, search: str) -> list:  # type: ignore[type-arg]
    """Words of the name, a date of birth, a member ID or a client number."""
    search = printable(search)[:100]
    if not search:
        return []
    try:
        return [Client.born == parse_day(search, today())]
    except ValueError:
        pass
    members = select(InsurancePlan.client_id).where(
        *mine(clinician, InsurancePlan),
        col(InsurancePlan.member_id).startswith("".join(search.upper().replace("-", "").split()), autoescape=True),
    )
    names = and_(*(_name_has(word) for word in search.split()))
    return [or_(names, col(Client.number) == search.upper(), col(Client.id).in_(members))]


def _name_has(word: str):  # type: ignore[no-untyped-def]
    return or_(
        col(Client.last_name).icontains(word, autoescape=True), col(Client.first_name).icontains(word, autoescape=True)
    )


def _with_pending(clinician: Clinician):  # type: ignore[no-untyped-def]
    return select(Claim.client_id).where(*mine(clinician, Claim), col(Claim.status).in_(WAITS_FOR_US))


def _lines(db: Session, found: list[Client]) -> list[ClientLine]:
    ids = [c.id for c in found]
    plans: dict[int, list[InsurancePlan]] = {}
    for plan in db.exec(select(InsurancePlan).where(col(InsurancePlan.client_id).in_(ids))):
        plans.setdefault(plan.client_id, []).append(plan)
    waiting = db.exec(
        select(Claim.client_id, Claim.status, func.count(), func.sum(Claim.to_bill_cents))
        .where(col(Claim.client_id).in_(ids), col(Claim.status).in_(WAITS_FOR_US))
        .group_by(col(Claim.client_id), col(Claim.status))
    ).all()
    latest = dict(
        db.exec(
            select(Claim.client_id, func.max(Claim.service_to))
            .where(col(Claim.client_id).in_(ids))
            .group_by(col(Claim.client_id))
        ).all()
    )
    return [_line(c, plans.get(c.id or 0, []), [w for w in waiting if w[0] == c.id], latest.get(c.id)) for c in found]


def _line(found: Client, plans: list[InsurancePlan], waiting: list, latest: date | None) -> ClientLine:  # type: ignore[type-arg]
    now = today()
    letters = sorted({plan.letter for plan in plans if plan.standing(now) == "active"})
    counts = {status: count for _, status, count, _ in waiting}
    return ClientLine(
        found, tuple(letters), any(not plan.removed_at for plan in plans), counts.get("pending", 0),
        counts.get("rejected", 0), sum(cents or 0 for *_, cents in waiting), latest,
    )  # fmt: skip


def counts_by_clinician(db: Session, clinician: Clinician) -> dict[int, int]:
    """How many clients are whose, by the clinician's id."""
    counted = select(Client.clinician_id, func.count()).where(*mine(clinician, Client))
    return dict(db.exec(counted.group_by(col(Client.clinician_id))).all())


def clients_by_id(db: Session, ids: set[int]) -> dict[int, Client]:
    """Clients of claims that were loaded through the clinician already."""
    return {c.id or 0: c for c in db.exec(select(Client).where(col(Client.id).in_(ids)))}
