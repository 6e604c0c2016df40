"""The trail of a practice as somebody asks for it: fifty entries of it, or all."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlmodel import Session, and_, col, or_, select

from mbp_claims.clock import midnight
from mbp_claims.db.clients import ids_matching
from mbp_claims.db.own import mine
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.trail_query import TrailLine, TrailQuery

PAGE = 50
AT_ONCE = 1000


def trail_page(db: Session, clinician: Clinician, query: TrailQuery) -> tuple[list[TrailLine], bool]:
    """Newest first, and whether there are more."""
    found = db.exec(_asked(clinician, query).limit(PAGE + 1)).all()
    return [TrailLine(*row) for row in found[:PAGE]], len(found) > PAGE


def trail_lines(db: Session, clinician: Clinician, query: TrailQuery) -> Iterator[TrailLine]:
    """All, newest first, a few at a time."""
    return (TrailLine(*row) for row in db.exec(_asked(clinician, query), execution_options={"yield_per": AT_ONCE}))


def _asked(clinician: Clinician, query: TrailQuery) -> Any:
    at, place = col(Activity.at), col(Activity.place)
    wanted = mine(clinician, Activity)
    if query.person is not None:
        person = col(Activity.clinician_id)
        wanted.append(person == query.person if query.person else person.is_(None))
    if query.kind:
        wanted.append(Activity.kind == query.kind)
    if query.client:
        wanted.append(col(Activity.client_id).in_(ids_matching(clinician, query.client)))
    if query.first:
        wanted.append(at >= midnight(query.first))
    if query.last:
        wanted.append(at < midnight(query.last + timedelta(days=1)))
    if query.before:
        then, after = query.before
        wanted += [at <= then, or_(at < then, and_(at == then, place < after))]
    found = select(Activity, Client).outerjoin(Client, col(Client.id) == Activity.client_id)
    return found.where(*wanted).order_by(at.desc(), place.desc())
