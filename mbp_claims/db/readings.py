"""Who looked at what: whether the trail has it already, and adding it."""

from sqlmodel import Session, col, select

from mbp_claims.db.trail import append
from mbp_claims.domain.activity import Activity, Deed, Kind
from mbp_claims.domain.reading import AGAIN_AFTER, Reading, Seen


def is_recorded(db: Session, reading: Reading) -> bool:
    """Whether the same person was recorded at the same thing some minutes ago."""
    who, seen = reading.clinician, reading.seen
    same = select(Activity.id).where(
        Activity.clinician_id == who.id, col(Activity.at) > reading.at - AGAIN_AFTER, col(Activity.at) <= reading.at,
        Activity.kind == Kind.READ, Activity.what == seen.what,
        *(col(getattr(Activity, name)).is_not_distinct_from(getattr(seen, name)) for name in Seen._fields[1:]),
    )  # fmt: skip
    return db.exec(same.limit(1)).first() is not None


def add_reading(db: Session, reading: Reading) -> None:
    who, seen = reading.clinician, reading.seen
    told = Deed(reading.at, who.id, who.signature, seen.what, "", "", seen.client_id, None, seen.claim_id,
                seen.remittance_id)  # fmt: skip
    append(db, who.practice_id, told, Kind.READ, reading.address)
