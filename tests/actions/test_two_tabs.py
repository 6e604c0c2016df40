"""Two tabs that ask at once, each with its own transaction. test_postgres.py asks the same of PostgreSQL."""

import threading
from collections.abc import Callable

import pytest

from mbp_claims.actions.add_client import add_client
from mbp_claims.actions.add_plan import add_plan
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.complete_from_era import complete_from_era, entry_from_era
from mbp_claims.actions.end_plan import deactivate_plan
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.import_era import AlreadyImported, import_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.prepare_posting import NOTHING
from mbp_claims.actions.remove_plan import remove_plan, restore_plan
from mbp_claims.actions.resend_claim import replace_claim
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.actions.undo_posting import undo_posting
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.remittance import Remittance
from mbp_claims.domain.violation import RuleViolation
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import golden_era, golden_practice


def both_at_once(*verbs: Callable[[], object]) -> list[object]:
    """What came of verbs that start at the same moment: their values, or the rules they were refused by."""
    ready = threading.Barrier(len(verbs))
    came: list[object] = [None] * len(verbs)

    def ask(place: int, verb: Callable[[], object]) -> None:
        ready.wait()
        try:
            came[place] = verb()
        except RuleViolation as refusal:
            came[place] = refusal

    tabs = [threading.Thread(target=ask, args=told) for told in enumerate(verbs)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    return came


def refusals(came: list[object]) -> list[str]:
    assert None not in came
    return [str(one) for one in came if isinstance(one, RuleViolation)]


def test_two_tabs_cannot_both_add_the_primary(desk: Desk, client: Client):
    forms = [desk.do(lambda db, _, name=name: builders.plan_form(db, name)) for name in ("Aetna", "Cigna")]
    came = both_at_once(*(lambda form=form: desk.do(add_plan, client.number, form) for form in forms))
    (refusal,) = refusals(came)
    assert refusal.startswith("There is already an active primary plan (")
    assert len(desk.rows(InsurancePlan)) == 1


def test_two_tabs_cannot_both_add_the_secondary(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    came = both_at_once(*[lambda: desk.do(builders.secondary, client)] * 2)
    assert refusals(came) == ["There is already an active secondary plan (Cigna). End it before you add another."]


@pytest.mark.parametrize("leave", [remove_plan, deactivate_plan])
def test_a_primary_does_not_go_while_a_secondary_comes(desk: Desk, client: Client, leave: Callable):
    """Either the secondary is there first and the primary stays, or the primary has gone and no secondary comes."""
    for _ in range(3):
        aetna = desk.do(builders.primary, client)
        came = both_at_once(
            lambda plan_id=aetna.id: desk.do(leave, plan_id), lambda: desk.do(builders.secondary, client)
        )
        assert len(refusals(came)) == 1
        active = {plan.rank for plan in desk.rows(InsurancePlan, InsurancePlan.active)}
        assert active in (set(), {"primary", "secondary"})
        for plan in reversed(desk.rows(InsurancePlan, InsurancePlan.removed_at.is_(None))):
            desk.do(remove_plan, plan.id)


def test_undo_in_one_tab_and_a_new_plan_in_the_other_do_not_give_two_primaries(desk: Desk, client: Client):
    aetna = desk.do(builders.primary, client)
    desk.do(remove_plan, aetna.id)
    came = both_at_once(
        lambda: desk.do(restore_plan, aetna.id), lambda: desk.do(builders.primary, client, name="Cigna")
    )
    assert len(refusals(came)) == 1
    assert len(desk.rows(InsurancePlan, InsurancePlan.active)) == 1


def test_filing_twice_files_once(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    number = desk.do(builders.started, client).number
    came = both_at_once(*[lambda: desk.do(file_claim, number)] * 3)
    assert sorted(filed.already for filed in came) == [False, True, True]
    assert len(desk.rows(ClaimFile)) == 1


def test_two_tabs_that_file_the_same_claims_together_file_each_once(desk: Desk, client: Client):
    desk.do(builders.both, client)
    numbers = [desk.do(builders.started, client).number for _ in range(3)]
    batches = [check_batch(desk.look(read_batch, some), lambda text: []) for some in (numbers, numbers[1:], numbers)]
    came = both_at_once(*[lambda batch=batch: desk.do(file_batch, batch) for batch in batches])
    assert sorted(one.number for filed in came for one in filed.claims) == numbers
    assert sorted(row.claim_id for row in desk.rows(FiledClaim)) == [one.id for one in desk.rows(Claim)]
    files = [file.control_number for file in desk.rows(ClaimFile)]
    assert files == list(range(1, len(files) + 1))


def test_replacing_twice_replaces_once(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    number = desk.do(builders.started, client).number
    desk.sent(file_claim, number)
    seen = desk.one(Claim).version
    came = both_at_once(*[lambda: desk.do(replace_claim, number, "CIG77", seen=seen)] * 2)
    assert refusals(came) == [f"{number} is waiting. Only a claim that its payer has can be replaced or voided."]
    assert len(desk.rows(ClaimFile)) == 2


def test_completing_twice_gives_one_secondary(desk: Desk, client: Client):
    desk.do(builders.both, client)
    number = desk.do(builders.filed, client).number
    answer = builders.COINSURED, builders.eob()
    came = both_at_once(*[lambda: desk.do(complete_by_hand, number, *answer, later=False)] * 2)
    assert refusals(came) == [f"{number} is completed. Only a claim that was filed can be completed."]
    assert [claim.number for claim in desk.rows(Claim)] == [number, f"{number}-S"]


def test_importing_twice_imports_once(desk: Desk):
    golden = as_another(desk, lambda db: golden_practice(db, "ex1"))
    era = golden_era("ex1")
    came = both_at_once(*[lambda: golden.do(import_and_post, "primary.835", era)] * 2)
    assert [type(one) for one in came if isinstance(one, RuleViolation)] == [AlreadyImported]
    assert len(golden.rows(Remittance)) == 1
    assert [claim.number for claim in golden.rows(Claim)] == ["CHC-2026-0001", "CHC-2026-0001-S"]


def test_posting_twice_posts_once(desk: Desk):
    golden = as_another(desk, lambda db: golden_practice(db, "ex1"))
    era = golden.do(import_era, "primary.835", golden_era("ex1")).remittance_id
    came = both_at_once(*[lambda: golden.do(post_era, era)] * 3)
    assert refusals(came) == [NOTHING] * 2
    assert [one.paid_cents for one in golden.rows(Adjudication)] == [22400]
    assert golden.look(open_ledger, "CHC-2026-0001").balances == Balances(45000, 22400, 12000, held=10600)


def test_posting_is_not_undone_while_what_it_made_is_filed(desk: Desk):
    """Either it is filed first and not undone, or undone first and there is nothing to file."""
    golden = as_another(desk, lambda db: golden_practice(db, "ex1"))
    era = golden.do(import_era, "primary.835", golden_era("ex1")).remittance_id
    posting = golden.do(post_era, era).posting_id
    came = both_at_once(
        lambda: golden.do(undo_posting, posting), lambda: golden.do(file_claim, "CHC-2026-0001-S"),
        lambda: golden.do(undo_posting, posting),
    )  # fmt: skip
    assert len(refusals(came)) == 2
    primary, second = golden.rows(Claim)
    assert (primary.status, second.status) in (("completed", "waiting"), ("filed", "withdrawn"))


def test_the_same_line_is_not_entered_by_hand_and_posted(desk: Desk):
    golden = as_another(desk, lambda db: golden_practice(db, "ex1"))
    era = golden.do(import_era, "primary.835", golden_era("ex1")).remittance_id
    number, form = "CHC-2026-0001", {"control_number": "X", "eob_date": "2/9/2026"}
    entry = golden.look(entry_from_era, 1, number)
    came = both_at_once(
        lambda: golden.do(post_era, era), lambda: golden.do(complete_from_era, 1, number, entry, form)
    )
    assert len(refusals(came)) == 1
    assert [one.paid_cents for one in golden.rows(Adjudication)] == [22400]


def test_numbers_are_given_out_once(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    form = builders.claim_form(desk.clinician)
    assert refusals(both_at_once(*[lambda: desk.do(start_claim, client.number, form, ("1",), ("1",))] * 4)) == []
    assert len({claim.number for claim in desk.rows(Claim)}) == 4
    person = {"first_name": "Lior", "last_name": "Vance", "born": "10/23/1998", "sex": "M"}
    assert refusals(both_at_once(*[lambda: desk.do(add_client, person)] * 4)) == []
    assert len({one.number for one in desk.rows(Client)}) == 5
