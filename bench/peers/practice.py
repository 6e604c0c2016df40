"""What the peers do to the database: the program's own rows and the program's own write, in plain sqlite3."""

import hashlib
import sqlite3
import threading
from datetime import UTC, date, datetime

PAGE = 50
PRACTICE = 1
WORDS = {"pending": "Ready to file", "not_billable": "Not billable"}
WHO = "select id, practice_id, first_name || ' ' || last_name from clinician where practice_id = ? limit 1"
ROWS = """
select claim.number, claim.service_from, line.procedure, payer.name, claim.charge_cents, claim.to_bill_cents,
       claim.status, follows.name
from claim join service_line as line on line.claim_id = claim.id and line.position = 1
join "plan" on "plan".id = claim.plan_id join payer on payer.id = "plan".payer_id
left join "plan" as other on other.client_id = claim.client_id and other.rank = 'secondary' and other.active
left join payer as follows on follows.id = other.payer_id
where claim.practice_id = ?
"""
PENDING = f"{ROWS} and claim.status = 'pending' order by claim.service_from desc, claim.id desc limit {PAGE}"
CLAIM = "select id, status, client_id, plan_id from claim where practice_id = ? and number = ?"
MOVE = "update claim set status = ?, version = version + 1 where id = ?"
TRAIL = """
insert into activity (practice_id, place, at, clinician_id, who, address, kind, what, before, after, client_id,
                      plan_id, claim_id, digest)
values (?, ?, ?, ?, ?, '127.0.0.1', 'change', ?, ?, ?, ?, ?, ?, ?)
"""
HEAD = "select place, digest from trail_head where practice_id = ?"
ENDS_WITH = "update trail_head set place = ?, digest = ? where practice_id = ?"


class Refused(Exception):
    """The claim is not there, or not in a state that allows it."""


class Practice:
    """One SQLite file, one connection for each thread, settled as the program settles it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.mine = threading.local()

    def pending(self) -> list[dict[str, str]]:
        """The newest fifty claims that wait."""
        return [_row(found) for found in self._open().execute(PENDING, (PRACTICE,))]

    def put_away(self, number: str) -> dict[str, str]:
        return self._move(number, "pending", "not_billable", f"{number} marked as not billable")

    def take_back(self, number: str) -> dict[str, str]:
        return self._move(number, "not_billable", "pending", f"{number} is billable again")

    def _move(self, number: str, before: str, after: str, what: str) -> dict[str, str]:
        db = self._open()
        with db:
            db.execute("begin immediate")
            clinician, practice, who = db.execute(WHO, (PRACTICE,)).fetchone()
            claim = db.execute(CLAIM, (practice, number)).fetchone()
            if claim is None or claim[1] != before:
                raise Refused(number)
            db.execute(MOVE, (after, claim[0]))
            place, digest = db.execute(HEAD, (practice,)).fetchone()
            covered = (
                practice, place + 1, datetime.now(UTC).isoformat(" "), clinician, who, what, before, after, *claim[2:],
                claim[0],
            )  # fmt: skip
            digest = hashlib.sha256(f"{digest}{covered}".encode()).hexdigest()
            db.execute(TRAIL, (*covered, digest))
            db.execute(ENDS_WITH, (place + 1, digest, practice))
            return _row(db.execute(f"{ROWS} and claim.number = ?", (practice, number)).fetchone())

    def _open(self) -> sqlite3.Connection:
        if not hasattr(self.mine, "db"):
            self.mine.db = sqlite3.connect(self.path, isolation_level=None)
            for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
                self.mine.db.execute(f"PRAGMA {pragma}")
        db: sqlite3.Connection = self.mine.db
        return db


def _row(found: tuple) -> dict[str, str]:  # type: ignore[type-arg]
    number, day, procedure, payer, charge, to_bill, status, then = found
    return {
        "number": number, "day": day, "date": date.fromisoformat(day).strftime("%m/%d/%Y"), "service": procedure,
        "badge": "P", "payer": payer, "then": f"then S {then}" if then else "", "charge": _dollars(charge), "paid": "—",
        "to_bill": _dollars(to_bill), "status": WORDS.get(status, status),
    }  # fmt: skip


def _dollars(cents: int) -> str:
    return f"${cents // 100:,}.{cents % 100:02}"
