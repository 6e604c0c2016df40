"""What the trail tells since a place in it, by ids: for who tells open screens that something changed.

Whoever appends to a trail holds its end until the transaction is over (db/trail.py), so places are in the order in
which transactions became visible: nothing comes later into a place that was read past.
"""

from sqlmodel import Session, col, select

from mbp_claims.domain.activity import Activity, Kind, TrailHead
from mbp_claims.domain.client import Client
from mbp_claims.domain.news import Told
from mbp_claims.domain.origin import done_in

HEARD = (Kind.CHANGE, Kind.DISCLOSURE)


def ends(db: Session) -> dict[int, int]:
    """The last place of each practice's trail, by practice."""
    return dict(db.exec(select(TrailHead.practice_id, TrailHead.place)).all())


def told_since(db: Session, practice_id: int, place: int) -> list[Told]:
    """What was changed or disclosed after that place, not who looked or signed in."""
    asked = (
        select(Activity.client_id, Activity.claim_id, Activity.remittance_id, Client.clinician_id, Activity.digest)
        .outerjoin(Client, col(Client.id) == Activity.client_id)
        .where(Activity.practice_id == practice_id, Activity.place > place, col(Activity.kind).in_(HEARD))
    )
    return [Told(*ids, done_in(digest)) for *ids, digest in db.exec(asked)]
