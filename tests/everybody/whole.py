"""What must hold whatever anybody did, asked of the database itself in its own words."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, SQLModel, select, text

from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.reconcile import reconciliation
from mbp_claims.actions.verify_trail import verify_trails
from mbp_claims.db.engine import reading
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import LedgerEntry
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import Remittance
from tests.desk import Desk

NONE_OF = {
    "two active plans of one rank": """
        SELECT client_id, rank FROM plan WHERE active GROUP BY client_id, rank HAVING count(*) > 1""",
    "an active secondary plan without its active primary": """
        SELECT s.id FROM plan s WHERE s.active AND s.rank = 'secondary' AND NOT EXISTS (
            SELECT 1 FROM plan p WHERE p.active AND p.rank = 'primary' AND p.client_id = s.client_id)""",
    "a secondary claim without its primary": """
        SELECT s.id FROM claim s LEFT JOIN claim p ON p.id = s.primary_claim_id AND p.client_id = s.client_id
            AND p.practice_id = s.practice_id AND p.rank = 'primary'
        WHERE (s.rank = 'secondary' OR s.primary_claim_id IS NOT NULL) AND p.id IS NULL""",
    "two secondaries of one primary claim": """
        SELECT primary_claim_id FROM claim WHERE primary_claim_id IS NOT NULL
        GROUP BY primary_claim_id HAVING count(*) > 1""",
    "a claim of another practice's client or plan": """
        SELECT c.id FROM claim c JOIN client k ON k.id = c.client_id JOIN plan p ON p.id = c.plan_id
        WHERE k.practice_id <> c.practice_id OR p.practice_id <> c.practice_id OR p.client_id <> c.client_id""",
    "a filed claim that no file or form holds": """
        SELECT c.id FROM claim c WHERE c.status IN ('waiting', 'filed')
        AND NOT EXISTS (SELECT 1 FROM filed_claim f WHERE f.claim_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM printed_form f WHERE f.claim_id = c.id)""",
    "a file that holds no claim": """
        SELECT f.id FROM claim_file f
        WHERE NOT EXISTS (SELECT 1 FROM filed_claim c WHERE c.claim_file_id = f.id)""",
    "a file number given out twice": """
        SELECT control_number FROM claim_file GROUP BY practice_id, control_number HAVING count(*) > 1""",
    "a posted line without its answer": """
        SELECT l.id FROM remittance_claim l WHERE l.outcome = 'posted' AND l.claim_id IS NULL""",
    "a payment whose counts are not those of its lines": """
        SELECT r.id FROM remittance r WHERE r.claims <> (
            SELECT count(*) FROM remittance_claim l WHERE l.remittance_id = r.id)""",
}
"""Each finds what must not be there."""

Rows = dict[str, Counter[tuple[Any, ...]]]


@dataclass
class Whole:
    """Looks at all of it again and again; remembers how it was before."""

    url: str
    before: Rows = field(default_factory=dict)

    def check(self, by: Desk | None = None, alone: bool = True) -> None:
        """`by` did the last deed; `alone`: nobody else did anything meanwhile."""
        with reading(self.url) as db:
            for what, question in NONE_OF.items():
                found = db.execute(text(question)).all()
                assert not found, f"{what}: {found}"
            _check_money(db)
            after = _rows(db)
        with reading(self.url) as db:
            assert not [one for checked in verify_trails(db) for one in checked.broken]
        self._only_grows(after, "activity", "ledger_entry")
        if by is not None and alone:
            self._only_hers(after, by.clinician)
        self.before = after

    def unchanged(self) -> None:
        """After a refusal."""
        with reading(self.url) as db:
            after = _rows(db)
        for name in after:
            assert after[name] == self.before[name], f"a refusal changed {name}"

    def _only_grows(self, after: Rows, *tables: str) -> None:
        for name in tables:
            lost = self.before.get(name, Counter()) - after[name]
            assert not lost, f"{name} lost {lost}"

    def _only_hers(self, after: Rows, clinician: Clinician) -> None:
        for name, table in SQLModel.metadata.tables.items():
            if "practice_id" in table.columns:
                place = list(table.columns.keys()).index("practice_id")
                changed = (after[name] - self.before[name]) + (self.before[name] - after[name])
                others = [row for row in changed if row[place] not in (clinician.practice_id, None)]
                assert not others, f"{name} of another practice was changed"


def _rows(db: Session) -> Rows:
    return {
        name: Counter(map(tuple, db.execute(table.select()).all())) for name, table in SQLModel.metadata.tables.items()
    }


def _check_money(db: Session) -> None:
    """Balances are the sums of the entries, every payment is somewhere to the cent, and answers say what was posted."""
    people = {one.practice_id: one for one in _all(db, Clinician) if one.sees_all}
    sums: dict[int, Counter[str]] = {}
    for entry in _all(db, LedgerEntry):
        sums.setdefault(entry.services_id, Counter())[entry.account] += entry.cents
    for claim in _all(db, Claim):
        if claim.primary_claim_id is None and claim.id in sums:
            told, counted = open_ledger(db, people[claim.practice_id], claim.number).balances, sums[claim.id]
            assert told.charge == counted["charge"] and told.paid == counted["paid"]
            assert told.written_off == counted["written_off"] + counted["waived"]
            assert told.charge - told.paid - told.written_off == told.open - told.overpaid
    for remittance in _all(db, Remittance):
        assert reconciliation(db, remittance).difference == 0, remittance.trace


def _all(db: Session, table: Any) -> list[Any]:
    return list(db.exec(select(table).order_by(table.id)))
