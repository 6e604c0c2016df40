"""Writes and reads the activity trail. Every entry is chained to the one before (domain/chain.py)."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, insert, text, update
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from mbp_claims.clock import now
from mbp_claims.db.own import hers_among, mine
from mbp_claims.db.rows import insert_rows
from mbp_claims.domain.activity import Activity, Deed, Kind, TrailHead
from mbp_claims.domain.chain import Entry, link
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.origin import MOST_DEEDS, done_here, origin
from mbp_claims.domain.practice import Clinician

LATEST = 50
SHOWN = 8
"""Of a chart, at a glance."""
Row = tuple[Any, ...]


def record(
    db: Session, clinician: Clinician, what: str, change: tuple[str, str] = ("", ""), kind: Kind = Kind.CHANGE,
    **about: int | None,
) -> None:  # fmt: skip
    """Adds to the trail who did what, from what to what, about which client, plan, claim or remittance (ids)."""
    append(db, clinician.practice_id, Deed(now(), clinician.id, clinician.signature, what, *change, **about), kind)


def record_claim(
    db: Session, clinician: Clinician, what: str, claim: Claim, change: tuple[str, str] = ("", "")
) -> None:
    append(db, clinician.practice_id, deed_on(clinician, what, claim, change), Kind.CHANGE)


def deed_on(clinician: Clinician, what: str, claim: Claim, change: tuple[str, str] = ("", "")) -> Deed:
    """What was done with a claim, to be recorded with many others."""
    return Deed(now(), clinician.id, clinician.signature, what, *change, claim.client_id, claim.plan_id, claim.id)


def record_stranger(db: Session, practice_id: int, what: str, kind: Kind, who: str = "Not signed in") -> None:
    """Adds what somebody did whom the practice does not know: an attempt to sign in, a refused call."""
    append(db, practice_id, Deed(now(), None, who, what), kind)


def append(db: Session, practice_id: int, told: Deed, kind: Kind, address: str | None = None) -> None:
    """One entry; `address` where it does not come from where the present task does."""
    (row,) = _chained(db, practice_id, [told], kind, address)
    db.connection().execute(_ENTRY, dict(zip(Entry._fields, row, strict=True)))


def record_all(db: Session, practice_id: int, told: Iterable[Deed], kind: Kind = Kind.CHANGE) -> None:
    """Many at once, in their order."""
    insert_rows(db, Activity, Entry._fields, _chained(db, practice_id, told, kind))


def status_before(db: Session, clinician: Clinician, claim: Claim, status: str) -> str:
    """The claim's status before it last came to that one; empty when the trail does not tell."""
    moves = select(Activity.before).where(
        *mine(clinician, Activity), Activity.claim_id == claim.id, Activity.after == status
    )
    return db.exec(moves.order_by(col(Activity.id).desc())).first() or ""


def claim_trail(db: Session, clinician: Clinician, claim_ids: list[int]) -> list[Activity]:
    """What happened to these claims, newest first; not who looked at them."""
    hers = hers_among(clinician, Claim, claim_ids)
    told = select(Activity).where(col(Activity.claim_id).in_(hers), Activity.kind == Kind.CHANGE)
    return list(db.exec(told.order_by(col(Activity.id).desc()).limit(LATEST)))


def client_trail(db: Session, clinician: Clinician, client: Client) -> list[Activity]:
    """What was last done in the client's chart, newest first; not who looked at it."""
    hers = hers_among(clinician, Client, [client.id or 0]).scalar_subquery()
    told = select(Activity).where(Activity.client_id == hers, Activity.kind == Kind.CHANGE)
    return list(db.exec(told.order_by(col(Activity.at).desc(), col(Activity.place).desc()).limit(SHOWN)))


def _chained(
    db: Session, practice_id: int, told: Iterable[Deed], kind: Kind, address: str | None = None
) -> list[Row]:
    """The rows as they are kept, in the order of Entry; the trail ends with the last of them from here on."""
    (place, digest), address = _head(db, practice_id), origin() if address is None else address
    rows = []
    for at, person, who, what, before, after, *about in told:
        place += 1
        covered = (practice_id, place, at, person, who, address, kind.value, what, before, after, *about)
        digest = link(digest, covered)
        rows.append((*covered, digest))
    if rows:
        done_here(row[-1] for row in rows[-MOST_DEEDS:])
        db.connection().execute(_ENDS_WITH, {"practice": practice_id, "last": place, "link": digest})
    return rows


def _head(db: Session, practice_id: int) -> tuple[int, str]:
    """Place and digest of the last entry; held until the transaction ends, so that a trail never forks.

    Take it last: whoever only looks writes, too.
    """
    asked = {"practice": practice_id}
    held = db.connection().execute(_HEAD, asked).first()
    if held is None:
        db.connection().execute(_FIRST, asked)
        held = db.connection().execute(_HEAD, asked).one()
    place, digest = held
    return place, digest


_head_row: Any = TrailHead.__table__  # type: ignore[attr-defined]
_of_practice = _head_row.c.practice_id == bindparam("practice")
_HEAD = columns(_head_row.c.place, _head_row.c.digest).where(_of_practice).with_for_update()
_FIRST = text("INSERT INTO trail_head (practice_id, place, digest) VALUES (:practice, 0, '') ON CONFLICT DO NOTHING")
_ENDS_WITH = update(_head_row).where(_of_practice).values(place=bindparam("last"), digest=bindparam("link"))
_ENTRY = insert(Activity.__table__)  # type: ignore[attr-defined]
"""Made once: an entry is part of every click that changes something."""
