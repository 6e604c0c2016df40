"""What was done to an answered claim by hand is undone: claims, secondary and ledger are what they were."""

from collections import Counter
from datetime import date

import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.fix_primary import fix_primary
from mbp_claims.actions.generate_secondary import make_secondary
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.actions.undo_by_hand import undo_by_hand
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.ledger import LedgerEntry
from mbp_claims.domain.roles import Role
from tests import builders
from tests.builders import NO_AUTHORIZATION
from tests.desk import Desk, as_another


@pytest.fixture
def denied(desk: Desk, client: Client) -> str:
    """Denied for want of an authorization: ours to mend, so that nothing followed by itself."""
    desk.do(builders.both, client)
    return desk.do(builders.completed, client, answer=NO_AUTHORIZATION, day=date(2026, 11, 5))[0].number


def stands(desk: Desk) -> list[tuple[object, ...]]:
    """Every claim, without what counts how often it changed."""
    return [tuple(sorted(one.model_dump(exclude={"version"}).items())) for one in desk.rows(Claim)]


def owed(desk: Desk) -> dict[tuple[object, ...], int]:
    """Cents by account, where there are any."""
    sums: Counter[tuple[object, ...]] = Counter()
    for entry in desk.rows(LedgerEntry):
        sums[entry.services_id, entry.claim_id, entry.account] += entry.cents
    return {account: cents for account, cents in sums.items() if cents}


def test_a_fixed_claim_is_denied_again_to_the_cent(desk: Desk, denied: str):
    before, money = stands(desk), owed(desk)
    desk.do(fix_primary, denied)
    assert owed(desk) != money
    assert desk.do(undo_by_hand, denied).status == "denied"
    assert (stands(desk), owed(desk)) == (before, money)
    assert desk.trail[-1][0] == f"{denied}: undone"


def test_with_the_secondary_that_was_withdrawn_for_it(desk: Desk, denied: str):
    desk.do(make_secondary, denied)
    before = stands(desk)
    desk.do(fix_primary, denied)
    assert [one.status for one in desk.rows(Claim)] == ["pending", "withdrawn"]
    desk.do(undo_by_hand, denied)
    assert stands(desk) == before


def test_a_secondary_that_was_made_is_withdrawn_and_can_be_made_again(desk: Desk, denied: str):
    second = desk.do(make_secondary, denied)
    desk.do(undo_by_hand, denied)
    kept = desk.one(Claim, Claim.id == second.id)
    assert (kept.status, kept.note) == ("withdrawn", "Making it was undone")
    assert desk.do(make_secondary, denied).id == second.id
    assert desk.one(Claim, Claim.id == second.id).status == "pending"


def test_each_is_undone_in_turn_and_then_nothing_is_left(desk: Desk, denied: str):
    before = stands(desk)
    desk.do(fix_primary, denied)
    desk.do(undo_by_hand, denied)
    assert str(desk.refused(undo_by_hand, denied)) == f"Nothing of {denied} is left to undo."
    assert stands(desk) == before


def test_what_was_worked_on_since_stays(desk: Desk, denied: str):
    second = desk.do(make_secondary, denied)
    desk.do(mark_not_billable, second.number)
    assert str(desk.refused(undo_by_hand, denied)) == f"{second.number} was changed since. It stays as it is now."
    assert desk.one(Claim, Claim.id == second.id).status == "not_billable"


def test_what_was_filed_since_stays_filed(desk: Desk, denied: str):
    desk.do(fix_primary, denied)
    desk.do(file_claim, denied)
    assert str(desk.refused(undo_by_hand, denied)) == f"{denied} was changed since. It stays as it is now."


def test_another_practice_finds_nothing_to_undo(desk: Desk, denied: str):
    desk.do(fix_primary, denied)
    with pytest.raises(NotFound):
        as_another(desk, builders.stranger).do(undo_by_hand, denied)


def test_a_clinician_undoes_what_she_did_to_her_own_clients_claim(desk: Desk, denied: str):
    hers = Desk(desk.url, desk.clinician.model_copy(update={"role": Role.CLINICIAN}))
    before = stands(desk)
    hers.do(fix_primary, denied)
    hers.do(undo_by_hand, denied)
    assert stands(desk) == before
