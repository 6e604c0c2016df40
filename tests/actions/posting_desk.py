"""A practice that waits for answers: an authored file is imported, and what stands is told."""

from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import Balances
from tests.desk import Desk, as_another
from tests.golden import authored_era, authored_practice, golden_practice

A1 = "08_crlf_after_tilde.835"
MONEY = ("claim", "service_line", "adjustment", "line_answer")


def waiting(desk: Desk, **claims: list) -> Desk:
    return as_another(desk, lambda db: authored_practice(db, {f"CHC-{n}": told for n, told in claims.items()}))


def imported(desk: Desk, name: str) -> int:
    return desk.do(import_era, name, authored_era(name)).remittance_id


def standings(desk: Desk) -> list[tuple[str, str, str]]:
    return [(claim.number, claim.status, claim.note) for claim in desk.rows(Claim)]


def balances(desk: Desk, number: str) -> Balances:
    return desk.look(open_ledger, number).balances


def golden_claim(desk: Desk, example: str = "ex1") -> Desk:
    return as_another(desk, lambda db: golden_practice(db, example))
