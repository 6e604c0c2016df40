"""Recovery codes of an account."""

from datetime import datetime

from sqlmodel import Session, col, delete, func, select, update

from mbp_claims.domain.account import RecoveryCode


def use_recovery_code(db: Session, account_id: int, code_hash: str, at: datetime) -> bool:
    """Whether it was one that nobody had used; from now on it is used."""
    unused = update(RecoveryCode).where(
        col(RecoveryCode.account_id) == account_id, col(RecoveryCode.code_hash) == code_hash,
        col(RecoveryCode.used_at).is_(None),
    )  # fmt: skip
    used: int = db.exec(unused.values(used_at=at)).rowcount
    return used == 1


def unused_codes(db: Session, account_id: int) -> int:
    """How many are left."""
    left = select(func.count(col(RecoveryCode.id))).where(
        RecoveryCode.account_id == account_id, col(RecoveryCode.used_at).is_(None)
    )
    return db.exec(left).one()


def replace_codes(db: Session, account_id: int, hashes: list[str]) -> None:
    """The old ones, used or not, are worth nothing any more."""
    db.exec(delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id))
    db.add_all(RecoveryCode(account_id=account_id, code_hash=one) for one in hashes)
