"""A practice that waits for the answers to its claims, and takes in authored files."""

from dataclasses import dataclass

from mbp_claims.actions.import_and_post import ImportedAndPosted, import_and_post
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.remittance import RemittanceClaim
from tests.desk import Desk, as_another
from tests.golden import authored_era, authored_practice, service

HOUR = service("90837", "2025-12-22", "200.00")
LATER = service("90834", "2025-12-29", "160.00", control="2")
TWO = [HOUR, LATER]


@dataclass
class Inbox:
    """A practice that waits for the answers to its claims."""

    desk: Desk

    def take(self, name: str) -> ImportedAndPosted:
        return self.desk.do(import_and_post, name, authored_era(name))

    def status(self, number: str) -> tuple[str, str]:
        claim = self.desk.one(Claim, Claim.number == number)
        return claim.status, claim.note

    def answer(self, number: str) -> Answer:
        return self.desk.look(open_claim, number).primary.answer

    def outcomes(self) -> list[tuple[str, str, str]]:
        return [(row.claim_number, row.outcome, row.why) for row in self.desk.rows(RemittanceClaim)]


def waiting(desk: Desk, **claims: list) -> Inbox:
    return Inbox(as_another(desk, lambda db: authored_practice(db, {f"CHC-{n}": told for n, told in claims.items()})))


def codes(answer: Answer) -> list[tuple[int, str, int]]:
    return [(r.line, r.code, r.cents) for r in answer.reductions]
