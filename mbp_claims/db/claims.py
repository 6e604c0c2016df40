"""Claims: one by its number, the pages of a chart and of the practice, and what belongs to a claim."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, case, func, tuple_
from sqlmodel import Session, and_, col, or_, select

from mbp_claims.clock import today
from mbp_claims.db.own import claims_of, hers, mine, own, whose
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import ANSWERED, WAITS_FOR_US, WITH_PAYER, Claim, ClaimStatus, ServiceLine
from mbp_claims.domain.claim_age import service_days
from mbp_claims.domain.claim_facts import ClaimQuery
from mbp_claims.domain.client import Client
from mbp_claims.domain.denial import Denial
from mbp_claims.domain.draft import printable
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.sections import statuses_of

PAGE = 50
AT_ONCE = 5000


@dataclass(frozen=True)
class ClaimPage:
    """Claims, newest date of service first; `total` and `to_bill_cents` count all that match, not only this page."""

    claims: tuple[Claim, ...]
    total: int
    to_bill_cents: int
    has_more: bool


def claim(db: Session, clinician: Clinician, number: str) -> Claim:
    """NotFound when no claim of hers has that number (C-1042-S)."""
    found = db.exec(_BY_NUMBER[clinician.sees_all], params=whose(clinician) | {"number": printable(number)}).first()
    if found is None:
        raise NotFound("no such claim")
    return found


def claim_by_id(db: Session, clinician: Clinician, claim_id: int) -> Claim:
    """NotFound when the claim is not hers."""
    return own(db, clinician, Claim, claim_id)


def claims_by_number(db: Session, clinician: Clinician, numbers: list[str]) -> list[Claim]:
    """Those of the clinician's claims that there are, in the order in which they were asked for."""
    place = {printable(number): at for at, number in enumerate(numbers)}
    parts = [list(place)[start : start + AT_ONCE] for start in range(0, len(place), AT_ONCE)]
    hers = select(Claim).where(*mine(clinician, Claim))
    found = [one for some in parts for one in db.exec(hers.where(col(Claim.number).in_(some)))]
    return sorted(found, key=lambda one: place[one.number])


def with_others_of_services(db: Session, clinician: Clinician, ids: list[int]) -> list[Claim]:
    """Those of the clinician's claims, and of each the other one of the same services, the primaries first."""
    if not ids:
        return []
    services = select(func.coalesce(col(Claim.primary_claim_id), col(Claim.id))).where(col(Claim.id).in_(ids))
    same = or_(col(Claim.id).in_(services), col(Claim.primary_claim_id).in_(services))
    return list(db.exec(select(Claim).where(*mine(clinician, Claim), same).order_by(Claim.id)))


def ready_numbers(db: Session, clinician: Clinician) -> list[str]:
    """The claims that can be filed as they are, oldest service first."""
    ready = select(Claim.number).where(*mine(clinician, Claim), ready_to_file())
    return list(db.exec(ready.order_by(col(Claim.service_from), col(Claim.id))))


def ready_to_file() -> ColumnElement[bool]:
    """Within a query: pending primaries, and pending secondaries that add up."""
    adds_up = and_(col(Claim.cob_id).is_not(None), Claim.off_cents == 0, Claim.to_bill_cents > 0)
    return and_(Claim.status == ClaimStatus.PENDING, or_(Claim.rank == "primary", adds_up))


def claim_page(db: Session, clinician: Clinician, query: ClaimQuery) -> ClaimPage:
    """Up to fifty claims that come before (date of service, id), newest first."""
    wanted = _wanted(clinician, query)
    total, cents = claim_totals(db, clinician, query)
    keys = (col(Claim.service_from), col(Claim.id))
    page = select(Claim).where(*wanted).order_by(*(key.desc() for key in keys)).limit(PAGE + 1)
    if query.before:
        page = page.where(tuple_(*keys) < tuple_(*query.before))
    found = list(db.exec(page))
    return ClaimPage(tuple(found[:PAGE]), total, cents, len(found) > PAGE)


def claim_totals(db: Session, clinician: Clinician, query: ClaimQuery) -> tuple[int, int]:
    """How many claims match, and what they ask for in cents."""
    wanted = _wanted(clinician, query)
    return db.exec(select(func.count(), func.coalesce(func.sum(Claim.to_bill_cents), 0)).where(*wanted)).one()


def pending_count(db: Session, clinician: Clinician) -> int:
    wanted = (*mine(clinician, Claim), col(Claim.status).in_(WAITS_FOR_US))
    return db.exec(select(func.count()).select_from(Claim).where(*wanted)).one()


def claims_by_id(db: Session, ids: set[int]) -> dict[int, Claim]:
    """Claims that others, loaded through the clinician, refer to."""
    return {c.id or 0: c for c in db.exec(select(Claim).where(col(Claim.id).in_(ids)))}


def refresh(db: Session, ids: set[int]) -> None:
    """Brings claims that were loaded before up to date with what was written past them."""
    for loaded in [one for one in db.identity_map.values() if isinstance(one, Claim) and one.id in ids]:
        db.refresh(loaded)


def primary_of(db: Session, claim: Claim) -> Claim:
    """The primary claim of a secondary; any other claim itself."""
    return db.get_one(Claim, claim.services_of)


def secondary_of(db: Session, claim: Claim) -> Claim | None:
    """The secondary claim that follows from it, withdrawn or not."""
    return db.exec(select(Claim).where(Claim.primary_claim_id == claim.id)).first()


def secondaries_of(db: Session, ids: set[int]) -> dict[int, Claim]:
    """Secondary claims by the id of their primary."""
    return {c.primary_claim_id or 0: c for c in db.exec(select(Claim).where(col(Claim.primary_claim_id).in_(ids)))}


def answered_without_secondary(db: Session, client: Client) -> list[Claim]:
    """Primary claims that their payer has answered and from which nothing follows yet, oldest first."""
    followed = select(Claim.primary_claim_id).where(
        Claim.client_id == client.id, col(Claim.primary_claim_id).is_not(None), Claim.status != ClaimStatus.WITHDRAWN
    )
    answered = select(Claim).where(
        Claim.client_id == client.id, col(Claim.status).in_(ANSWERED), Claim.rank == "primary",
        col(Claim.id).not_in(followed),
    )  # fmt: skip
    return list(db.exec(answered.order_by(col(Claim.service_from), col(Claim.id))))


def unsettled(db: Session, client: Client) -> list[Claim]:
    """The client's claims that wait for us or for a payer, and those denied because another payer comes first."""
    open_ = (*WAITS_FOR_US, *WITH_PAYER, ClaimStatus.CROSSED_OVER, ClaimStatus.DENIED)
    found = db.exec(
        select(Claim).where(Claim.client_id == client.id, col(Claim.status).in_(open_))
        .order_by(col(Claim.service_from), col(Claim.id))
    )  # fmt: skip
    return [claim for claim in found if claim.status != ClaimStatus.DENIED or claim.denial == Denial.ORDER]


def withdrawn(db: Session, plan: InsurancePlan, note: str) -> list[Claim]:
    """The plan's claims that were withdrawn for that reason."""
    gone = select(Claim).where(Claim.plan_id == plan.id, Claim.status == ClaimStatus.WITHDRAWN, Claim.note == note)
    return list(db.exec(gone.order_by(col(Claim.id))))


def service_lines(db: Session, claim: Claim) -> list[ServiceLine]:
    """The services of a claim; a secondary's are its primary's."""
    lines = select(ServiceLine).where(ServiceLine.claim_id == claim.services_of)
    return list(db.exec(lines.order_by(ServiceLine.position)))


def claims_like(db: Session, clinician: Clinician, number: str, client_ids: set[int], most: int) -> list[Claim]:
    """By a part of the number; and of these clients what waits for us. What waits comes first, then the newest."""
    waits = col(Claim.status).in_(WAITS_FOR_US)
    wanted = [and_(waits, col(Claim.client_id).in_(client_ids))]
    if any(letter.isdigit() for letter in number):
        wanted.append(col(Claim.number).icontains(number, autoescape=True))
    found = select(Claim).where(*mine(clinician, Claim), or_(*wanted))
    order = (case((waits, 0), else_=1), col(Claim.service_from).desc(), col(Claim.id).desc())
    return list(db.exec(found.order_by(*order).limit(most)))


def ready_claims(db: Session, clinician: Clinician, most: int) -> list[Claim]:
    """The oldest of those that can be filed as they are."""
    ready = select(Claim).where(*mine(clinician, Claim), ready_to_file())
    return list(db.exec(ready.order_by(col(Claim.service_from), col(Claim.id)).limit(most)))


def _wanted(clinician: Clinician, query: ClaimQuery) -> list:  # type: ignore[type-arg]
    shown = mine(clinician, Claim) if query.client_id is None else claims_of(clinician, query.client_id)
    wanted = [*shown, col(Claim.status).in_(statuses_of(query.section, query.status))]
    if query.section == "pending" and query.status in STANDINGS:
        wanted.append(STANDINGS[query.status])
    if query.payer:
        wanted.append(col(Claim.plan_id).in_(_plans_of(clinician, Payer.name == query.payer)))
    first, last = service_days(query.age, today())
    wanted += [Claim.service_from >= first] if first else []
    wanted += [Claim.service_from <= last] if last else []
    for word in printable(query.search).split()[:5]:
        named = select(Client.id).where(
            *mine(clinician, Client),
            or_(
                col(Client.last_name).icontains(word, autoescape=True),
                col(Client.first_name).icontains(word, autoescape=True),
            ),
        )
        wanted.append(
            or_(
                col(Claim.number).icontains(word, autoescape=True),
                col(Claim.client_id).in_(named),
                col(Claim.plan_id).in_(_plans_of(clinician, col(Payer.name).icontains(word, autoescape=True))),
            )
        )
    return wanted


def _plans_of(clinician: Clinician, such_a_payer):  # type: ignore[no-untyped-def]
    payers = select(Payer.id).where(such_a_payer)
    return select(InsurancePlan.id).where(*mine(clinician, InsurancePlan), col(InsurancePlan.payer_id).in_(payers))


def latest_claim(db: Session, client: Client) -> Claim | None:
    """The client's newest primary claim."""
    primary = select(Claim).where(Claim.client_id == client.id, Claim.rank == "primary")
    return db.exec(primary.order_by(col(Claim.service_from).desc(), col(Claim.id).desc())).first()


_asks = and_(col(Claim.cob_id).is_not(None), ~and_(Claim.off_cents > 0, Claim.to_bill_cents == Claim.off_cents))
STANDINGS = {
    "ready": or_(Claim.rank == "primary", and_(col(Claim.cob_id).is_not(None), Claim.off_cents == 0)),
    "needs_adjustments": and_(Claim.rank != "primary", ~_asks),
    "off": and_(Claim.rank != "primary", _asks, Claim.off_cents != 0),
}
"""Of pending claims, as `domain.standing` tells them apart."""

_BY_NUMBER = {
    sees_all: select(Claim).where(*hers(Claim, sees_all), Claim.number == bindparam("number"))
    for sees_all in (True, False)
}
"""Made once: each click on a claim asks for it."""
