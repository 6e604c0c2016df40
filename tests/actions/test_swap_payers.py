"""Denied as another payer comes first: the order is swapped, and what was denied goes to the right payer."""

from mbp_claims.actions.decide_rest import decide_rest
from mbp_claims.actions.edit_claim import edit_claim
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.fix_primary import fix_primary
from mbp_claims.actions.generate_secondary import make_secondary
from mbp_claims.actions.list_claims import claim_facts
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.swap_payers import NO_MSP_TYPE, NO_PAIR, SWAPPED, swap_payers, weigh_swap
from mbp_claims.db.claims import service_lines
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.plan import InsurancePlan
from tests import builders
from tests.builders import NO_AUTHORIZATION, entry
from tests.desk import Desk

WRONG_ORDER = entry({1: "0"}, (1, "OA", "22", "160.00"))
PAID_IN_FULL = entry({1: "150.00"}, (1, "PI", "45", "10.00"))


def denied(desk: Desk, client: Client, answer=WRONG_ORDER) -> Claim:  # type: ignore[no-untyped-def]
    desk.do(builders.both, client)
    return desk.do(builders.completed, client, answer)[0]


def named(desk: Desk) -> list[tuple[str, str, bool]]:
    """Rank, member id and whether it holds the rank, of the plans that were not removed."""
    kept = desk.rows(InsurancePlan, InsurancePlan.removed_at.is_(None))
    return [(plan.rank, plan.member_id, plan.active) for plan in kept]


def test_a_denial_for_the_wrong_order_offers_to_swap(desk: Desk, client: Client):
    claim = denied(desk, client)
    assert (claim.status, claim.denial) == ("denied", "order")
    assert {"swap", "fix", "secondary"} <= set(desk.look(claim_facts, claim.number)[0].actions)


def test_weighing_changes_nothing_and_says_what_will_be(desk: Desk, client: Client):
    number = denied(desk, client).number
    waiting, with_payer = desk.do(builders.started, client).number, desk.do(builders.filed, client).number
    _, followed = desk.do(builders.completed, client)
    before = desk.everything()
    swap = desk.look(weigh_swap, client.number)
    assert (swap.first, swap.second) == ("Cigna", "Aetna")
    assert (swap.moved, swap.withdrawn, swap.staying) == ((number, waiting), (followed.number,), (with_payer,))
    assert desk.everything() == before


def test_the_plans_change_places_and_what_was_denied_goes_to_the_other_payer(desk: Desk, client: Client):
    claim = denied(desk, client)
    _, followed = desk.do(builders.completed, client)
    desk.do(swap_payers, client.number)
    assert named(desk) == [("primary", "U774105528", True), ("secondary", "W218640937", True)]
    moved = desk.one(Claim, Claim.id == claim.id)
    cigna = desk.one(InsurancePlan, InsurancePlan.removed_at.is_(None), InsurancePlan.rank == "primary")
    assert (moved.status, moved.plan_id, moved.payer_control_number, moved.denial) == ("pending", cigna.id, "", "")
    withdrawn = desk.one(Claim, Claim.id == followed.id)
    assert (withdrawn.status, withdrawn.note) == ("withdrawn", SWAPPED)
    assert desk.look(open_ledger, claim.number).balances == Balances(16000)
    desk.do(file_claim, claim.number)
    written = desk.rows(ClaimFile)[-1].content
    assert "NM1*PR*2*CIGNA*****PI*62308" in written and "*11:B:1*" in written


def test_swapped_again_it_is_as_before(desk: Desk, client: Client):
    desk.do(builders.both, client)
    before = named(desk)
    desk.do(swap_payers, client.number)
    desk.do(swap_payers, client.number)
    assert named(desk) == before


def test_medicare_that_comes_second_needs_a_reason(desk: Desk, client: Client):
    medicare = desk.do(builders.primary, client, name="Medicare Part B, Maine")
    desk.do(builders.secondary, client)
    assert medicare.claim_filing == "MB" and desk.look(weigh_swap, client.number).needs_msp
    assert desk.refused(swap_payers, client.number).fields == {"msp_type": NO_MSP_TYPE}
    desk.do(swap_payers, client.number, "12")
    second = desk.one(InsurancePlan, InsurancePlan.removed_at.is_(None), InsurancePlan.rank == "secondary")
    assert second.msp_type == "12"


def test_one_plan_alone_cannot_be_swapped(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    assert str(desk.refused(swap_payers, client.number)) == NO_PAIR


def test_a_denial_that_is_ours_to_mend_is_taken_up_corrected_and_filed_as_a_replacement(desk: Desk, client: Client):
    claim = denied(desk, client, NO_AUTHORIZATION)
    desk.do(fix_primary, claim.number)
    fixed = desk.one(Claim, Claim.id == claim.id)
    assert (fixed.status, fixed.note) == ("pending", "Denied before: CO-197")
    form = builders.claim_form(desk.clinician) | {"authorization": "AUTH7"}
    (line,) = desk.do(lambda db, _: service_lines(db, fixed))
    desk.do(edit_claim, claim.number, form, ("1",), ("1",))
    assert [kept.id for kept in desk.do(lambda db, _: service_lines(db, fixed))] == [line.id]
    desk.do(file_claim, claim.number)
    written = desk.rows(ClaimFile)[-1].content
    assert "*11:B:7*" in written and "REF*F8*EX26316004417~" in written
    assert len(desk.rows(Adjudication)) == 1


def test_a_benefit_denial_is_not_ours_to_mend(desk: Desk, client: Client):
    claim = denied(desk, client, entry({1: "0"}, (1, "PR", "204", "160.00")))
    assert claim.denial == "benefit"
    assert "mend" in str(desk.refused(fix_primary, claim.number))


def test_the_second_payer_that_pays_what_the_first_denied_is_not_overpaying(desk: Desk, client: Client):
    claim = denied(desk, client, NO_AUTHORIZATION)
    second = desk.do(make_secondary, claim.number)
    desk.sent(file_claim, second.number, anyway=True)
    paid = entry({1: "100"}, (1, "CO", "45", "60.00"))
    desk.do(builders.complete_by_hand, second.number, paid, builders.eob(), later=False)
    assert desk.look(open_ledger, claim.number).balances == Balances(16000, 10000, 6000)
    assert desk.one(Claim, Claim.id == second.id).overpaid_cents == 0


def test_what_the_payers_leave_open_a_person_decides(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim = desk.do(builders.completed, client, PAID_IN_FULL)[0]
    assert desk.look(open_ledger, claim.number).balances.undecided == 1000
    assert desk.do(decide_rest, claim.number, "write_off") == Balances(16000, 15000, 1000)
    assert desk.do(decide_rest, claim.number, "leave").undecided == 1000
    assert desk.do(decide_rest, claim.number, "bill_client").client == 1000
    assert desk.look(open_ledger, claim.number).balances == Balances(16000, 15000, client=1000)
    paid = desk.do(builders.completed, client)[0]
    assert "left to decide" in str(desk.refused(decide_rest, paid.number, "bill_client"))
    assert "$10.00 left open by the payers written off" in " ".join(what for what, _, _ in desk.trail)
