"""Whatever balanced answers two payers give: undo and reversal restore, OA-23 moves nothing, no cent is lost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.reconcile import payer_ledger, reconcile
from mbp_claims.actions.undo_posting import reverse_posting, undo_posting
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import Balances, LedgerEntry
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_line import Procedure, Reference, RemitAdjustment, RemitLine, total
from mbp_claims.domain.remittance import Remittance
from tests.desk import Desk, fresh_copy
from tests.golden import authored_practice, service
from tests.many_claims import THEN
from tests.payers_file import payers_file

HOUR = service("90837", "2025-12-22", "200.00")
CHARGE = 20000
ONCE = settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
CODES = (("CO", "45"), ("CO", "197"), ("PR", "1"), ("PR", "2"), ("PR", "204"), ("OA", "18"), ("PI", "45"))


@st.composite
def lines(draw: st.DrawFn, prior: int = 0) -> RemitLine:
    """A balanced answer to the one line of $200.00; `prior` cents may be named as the first payer's part."""
    paid = draw(st.integers(0, 260)) * 100
    named = [RemitAdjustment("OA", "23", prior)] if prior and draw(st.booleans()) else []
    codes = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True))
    left = CHARGE - paid - total(named)
    parts = [draw(st.integers(0, 200)) * 100 for _ in codes[1:]]
    parts.append(left - sum(parts))
    cuts = named + [RemitAdjustment(*code, cents) for code, cents in zip(codes, parts, strict=True) if cents]
    return RemitLine(Procedure("90837"), CHARGE, paid, adjustments=tuple(cuts), references=(Reference("6R", "1"),))


def answered(line: RemitLine, status: str = "1") -> RemitClaim:
    return RemitClaim("CHC-A1", status, line.charge_cents, line.paid_cents, payer_control_number="ICN1", lines=(line,))


def taken_back(claim: RemitClaim) -> RemitClaim:
    """The same with every amount negated."""
    (line,) = claim.lines
    cuts = tuple(one._replace(amount_cents=-one.amount_cents) for one in line.adjustments)
    back = line._replace(charge_cents=-line.charge_cents, paid_cents=-line.paid_cents, adjustments=cuts)
    return claim._replace(status="22", charge_cents=-CHARGE, paid_cents=-claim.paid_cents, lines=(back,))


@pytest.fixture
def answered_file(migrated_file: Path) -> tuple[Path, Clinician]:
    url = fresh_copy(migrated_file, "practice.db")
    with transaction(url) as db:
        clinician = authored_practice(db, {"CHC-A1": [HOUR]})
    engine(url).dispose()
    return migrated_file.with_name("practice.db"), clinician


class Payers:
    """What two payers send to one practice; `bank` is what came in."""

    def __init__(self, file: Path, clinician: Clinician):
        self.desk = Desk(fresh_copy(file, "copy.db"), clinician)
        self.bank: dict[str, int] = {"60054": 0, "NWM01": 0}
        self._sent = 0

    def send(self, *claims: RemitClaim, payer: str = "60054", withheld: int = 0) -> int:
        self._sent += 1
        self.bank[payer] += sum(claim.paid_cents for claim in claims) - withheld
        file = payers_file(
            *claims, payer=payer, trace=f"T{self._sent}", control=f"{self._sent:09d}", withheld=withheld
        )  # fmt: skip
        return self.desk.do(import_era, "a.835", file).remittance_id

    def post(self, era: int) -> int:
        return self.desk.do(post_era, era).posting_id

    @property
    def balances(self) -> Balances:
        return self.desk.look(open_ledger, "CHC-A1").balances

    @property
    def sums(self) -> dict[tuple[str, int], int]:
        found: dict[tuple[str, int], int] = {}
        for entry in self.desk.rows(LedgerEntry):
            key = entry.account, entry.claim_id
            found[key] = found.get(key, 0) + entry.cents
        return {key: cents for key, cents in found.items() if cents}

    @property
    def claims(self) -> list[tuple]:
        """All but what undo may not put back: the version, and a secondary that it made and took away."""
        told = ("status", "paid_cents", "to_bill_cents", "off_cents", "cob_id", "note", "denial", "overpaid_cents",
                "cob_changed", "follow_up_on", "payer_control_number")  # fmt: skip
        return [tuple(getattr(c, name) for name in told) for c in self.desk.rows(Claim) if c.status != "withdrawn"]


@pytest.fixture
def payers(answered_file: tuple[Path, Clinician]):  # type: ignore[no-untyped-def]
    return lambda: Payers(*answered_file)


@settings(parent=ONCE)
@given(lines())
def test_post_then_undo_restores_every_balance_and_every_claim(payers, line: RemitLine):
    of = payers()
    before = of.sums, of.claims
    era = of.send(answered(line))
    posting = of.post(era)
    of.desk.do(undo_posting, posting)
    assert (of.sums, of.claims) == before
    of.desk.do(undo_posting, of.post(era))
    assert (of.sums, of.claims) == before


DENIED = (RemitAdjustment("CO", "197", CHARGE),)
NO_AUTHORIZATION = RemitLine(Procedure("90837"), CHARGE, 0, adjustments=DENIED, references=(Reference("6R", "1"),))
A_DOLLAR = NO_AUTHORIZATION._replace(paid_cents=100, adjustments=(RemitAdjustment("CO", "45", CHARGE - 100),))


@settings(parent=ONCE)
@example(NO_AUTHORIZATION, A_DOLLAR)
@given(lines(), lines())
def test_undo_of_a_correction_restores_what_it_corrected(payers, line: RemitLine, other: RemitLine):
    of = payers()
    of.post(of.send(answered(line)))
    before = of.sums, of.claims
    of.desk.do(undo_posting, of.post(of.send(taken_back(answered(line)), answered(other))))
    assert (of.sums, of.claims) == before


@settings(parent=ONCE)
@given(lines())
def test_a_reversal_by_the_payer_restores_the_balance(payers, line: RemitLine):
    of = payers()
    of.post(of.send(answered(line)))
    of.post(of.send(taken_back(answered(line))))
    stands = of.balances
    assert (stands.balance, stands.paid, stands.written_off, stands.client) == (CHARGE, 0, 0, 0)
    assert of.desk.one(Claim, Claim.number == "CHC-A1").status == "filed"


@settings(parent=ONCE)
@given(st.data())
def test_naming_the_first_payers_part_moves_no_balance_and_no_balance_is_below_zero_untold(payers, data: st.DataObject):
    of = payers()
    first = data.draw(lines())
    of.post(of.send(answered(first)))
    made = of.desk.rows(Claim, Claim.rank == "secondary")
    stands = of.balances
    assert stands.balance >= 0 or stands.overpaid
    if not made:
        return
    second = data.draw(lines(prior=first.paid_cents))
    of.post(of.send(answered(second, "2"), payer="NWM01"))
    stands = of.balances
    assert stands.balance >= 0 or stands.overpaid == -stands.balance
    assert 0 <= stands.client <= stands.open
    assert stands.paid == first.paid_cents + second.paid_cents
    assert not [key for key in of.sums if key[0] not in ("charge", "paid", "written_off", "patient")]
    overpaid = [claim.number for claim in of.desk.rows(Claim) if claim.overpaid_cents]
    assert overpaid == (["CHC-A1-S"] if stands.overpaid else [])
    without = tuple(one for one in second.adjustments if one.reason != "23")
    assert of.balances == _as_if(payers, first, second._replace(adjustments=without), second)


def _as_if(payers, first: RemitLine, second: RemitLine, said: RemitLine) -> Balances:  # type: ignore[no-untyped-def]
    """The balances had the second payer left the first payer's part to be seen by itself (PI-45, which asks)."""
    of = payers()
    of.post(of.send(answered(first)))
    left = CHARGE - said.paid_cents - total(second.adjustments)
    padded = second.adjustments + ((RemitAdjustment("OA", "209", left),) if left else ())
    of.post(of.send(answered(second._replace(adjustments=padded), "2"), payer="NWM01"))
    return of.balances


@settings(parent=ONCE)
@given(lines(), lines(), st.integers(-50, 50), st.booleans())
def test_all_ledgers_together_are_what_the_bank_has(payers, line: RemitLine, other: RemitLine, fee: int, back: bool):
    of = payers()
    eras = [of.send(answered(line), withheld=fee * 100)]
    posting = of.post(eras[0])
    if back:
        of.desk.do(reverse_posting, posting)
        of.post(eras[0])
    eras.append(of.send(taken_back(answered(line)), answered(other)))
    of.post(eras[1])
    if of.desk.rows(Claim, Claim.rank == "secondary", Claim.status != "withdrawn"):
        eras.append(of.send(answered(line, "2"), payer="NWM01"))
        of.post(eras[2])
    assert [of.desk.look(reconcile, era).difference for era in eras] == [0] * len(eras)
    paid = sum(entry.cents for entry in of.desk.rows(LedgerEntry, LedgerEntry.account == "paid"))
    withheld = sum(one.provider_adjustments_cents for one in of.desk.rows(Remittance))
    assert paid - withheld == sum(of.bank.values())
    for payer, deposited in of.bank.items():
        told = of.desk.look(payer_ledger, payer, THEN.date(), THEN.date()).total
        assert (told.deposit, told.posted - told.withheld) == (deposited, deposited)
