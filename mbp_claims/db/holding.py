"""What nobody is known for yet is done one after the other: no practice is there whose row could be held."""

from sqlmodel import Session, SQLModel, text


def hold(db: Session, table: type[SQLModel]) -> None:
    """Nobody else writes there until the transaction ends; reading goes on.

    SQLite lets only one write at a time anyway; PostgreSQL waits here. Ask it first, before anything is loaded.
    """
    if db.get_bind().dialect.name != "sqlite":
        db.execute(text(f'LOCK TABLE "{table.__tablename__}" IN SHARE ROW EXCLUSIVE MODE'))
