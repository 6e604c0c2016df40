"""Import, look, Post, Undo, Reverse: what each does to claims, secondaries and the ledger, and what it leaves alone."""

import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.prepare_posting import NOTHING, ONE_BY_ONE
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.reconcile import reconcile
from mbp_claims.actions.settle_line import choose_match, forget_match, skip_line, take_up_line
from mbp_claims.actions.undo_posting import reverse_posting, undo_posting
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.ledger import Balances
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.progress import Cancelled
from mbp_claims.domain.remittance import Remittance, RemittanceClaim
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import authored_era, authored_practice, golden_era, golden_practice, service
from tests.x12.filings import facts

HOUR = service("90837", "2025-12-22", "200.00")
LATER = service("90834", "2025-12-29", "160.00", control="2")
TWO = [HOUR, LATER]
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


def test_an_import_changes_no_claim(desk: Desk):
    practice = waiting(desk, A1=TWO)
    before = {name: rows for name, rows in practice.everything().items() if name in (*MONEY, "posting")}
    imported(practice, A1)
    after = practice.everything()
    assert {name: after[name] for name in before} == before
    kept = practice.one(Remittance)
    assert (kept.claims, kept.posted, kept.waiting) == (1, 0, 1)


def test_the_preview_says_what_post_will_cause_and_post_causes_that(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    preview = practice.look(preview_era, era)
    (line,) = preview.lines
    assert (line.number, line.client, line.row.match) == ("CHC-A1", "Dana Rivera", "number")
    assert {one.what: one.agrees for one in line.agreements} == {
        "number": True, "patient": True, "member": True, "day": True, "services": True, "charge": True,
    }  # fmt: skip
    effect = line.effect
    assert (effect.verdict, effect.sequel, effect.secondary, effect.next_payer, effect.to_bill) == (
        "completes", "made", "CHC-A1-S", "Northwind Mutual", 8445,
    )  # fmt: skip
    assert (effect.paid, effect.written_off, effect.held, effect.client) == (17780, 9775, 8445, 0)
    assert (preview.ready, preview.ready_cents) == (1, 17780)
    posted = practice.do(post_era, era)
    assert (posted.posted, posted.paid_cents, posted.secondaries) == (1, 17780, ("CHC-A1-S",))
    assert standings(practice) == [("CHC-A1", "completed", ""), ("CHC-A1-S", "pending", "")]
    assert balances(practice, "CHC-A1") == Balances(36000, 17780, 9775, held=8445)


def test_nothing_is_posted_twice(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    practice.do(post_era, era)
    assert str(practice.refused(post_era, era)) == NOTHING


def test_some_lines_may_be_posted_and_the_rest_later(desk: Desk):
    practice = waiting(desk, D1=[HOUR], D2=[LATER], D3=[HOUR])
    era = imported(practice, "03_denied_4.835")
    first, *others = [row.id for row in practice.rows(RemittanceClaim)]
    assert practice.do(post_era, era, [first]).posted == 1
    assert [row.outcome for row in practice.rows(RemittanceClaim)] == ["posted", "matched", "matched"]
    assert practice.do(post_era, era, [first, *others]).posted == 2


def test_undo_puts_back_claims_and_balances_and_the_line_may_be_posted_again(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    posted = practice.do(post_era, era)
    assert practice.look(preview_era, era).undo.id == posted.posting_id
    practice.do(undo_posting, posted.posting_id)
    assert standings(practice) == [
        ("CHC-A1", "filed", ""), ("CHC-A1-S", "withdrawn", "The posting of its ERA was undone"),
    ]  # fmt: skip
    assert balances(practice, "CHC-A1") == Balances()
    assert (practice.one(Remittance).posted, practice.one(Remittance).waiting) == (0, 1)
    practice.do(post_era, era)
    assert standings(practice) == [("CHC-A1", "completed", ""), ("CHC-A1-S", "pending", "")]
    assert balances(practice, "CHC-A1") == Balances(36000, 17780, 9775, held=8445)
    assert "CHC-A1: posting undone" in [what for what, _, _ in practice.trail]


def test_a_posting_is_taken_back_once(desk: Desk):
    practice = waiting(desk, A1=TWO)
    posted = practice.do(post_era, imported(practice, A1))
    practice.do(undo_posting, posted.posting_id)
    for verb in (undo_posting, reverse_posting):
        assert str(practice.refused(verb, posted.posting_id)) == "This was taken back already."


def test_once_something_of_it_was_filed_it_is_reversed_and_the_filed_claim_says_so(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    posted = practice.do(post_era, era)
    practice.sent(file_claim, "CHC-A1-S")
    assert "CHC-A1-S was filed since" in str(practice.refused(undo_posting, posted.posting_id))
    preview = practice.look(preview_era, era)
    assert (preview.undo, preview.reverse.id) == (None, posted.posting_id)
    practice.do(reverse_posting, posted.posting_id)
    assert balances(practice, "CHC-A1") == Balances()
    primary, second = practice.rows(Claim)
    assert (primary.status, second.status, second.cob_changed) == ("filed", "filed", True)


def test_what_a_person_corrected_in_between_is_taken_back_with_it(desk: Desk):
    practice = waiting(desk, A1=TWO)
    posted = practice.do(post_era, imported(practice, A1))
    changed = builders.entry(
        {1: "120", 2: "57.80"}, (1, "CO", "45", "60"), (1, "PR", "3", "20"), (2, "CO", "45", "47.75"),
        (2, "PR", "1", "40"), (2, "PR", "2", "14.45"),
    )  # fmt: skip
    practice.sent(file_claim, "CHC-A1-S", changed)
    assert balances(practice, "CHC-A1") == Balances(36000, 17780, 10775, held=7445)
    practice.do(reverse_posting, posted.posting_id)
    assert balances(practice, "CHC-A1") == Balances()


def test_a_posting_that_others_stand_on_is_not_taken_back_from_under_them(desk: Desk):
    practice = golden_claim(desk)
    first = practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex1")).remittance_id)
    practice.sent(file_claim, "CHC-2026-0001-S")
    practice.do(post_era, practice.do(import_era, "b.835", golden_era("ex8", "secondary_oa23.835")).remittance_id)
    assert "CHC-2026-0001-S was changed since" in str(practice.refused(reverse_posting, first.posting_id))


def test_a_payment_that_does_not_add_up_is_posted_line_by_line_and_its_broken_claim_never(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, "bad_04_bpr_unbalanced.835")
    (row,) = practice.rows(RemittanceClaim)
    assert (row.outcome, row.imbalance) == ("matched", "")
    assert str(practice.refused(post_era, era)) == ONE_BY_ONE
    assert practice.do(post_era, era, [row.id]).posted == 1
    assert practice.look(reconcile, era).difference == -100000


def test_a_claim_that_does_not_add_up_is_a_problem_however_it_is_asked(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, "bad_03_line_unbalanced.835")
    (row,) = practice.rows(RemittanceClaim)
    assert (row.outcome, row.problem) == ("problem", "unbalanced")
    assert str(practice.refused(post_era, era, [row.id])) == NOTHING
    practice.do(choose_match, row.id, "CHC-A1")
    assert practice.rows(RemittanceClaim)[0].problem == "unbalanced"


def test_a_claim_that_cannot_be_read_is_told_beside_the_others(desk: Desk):
    practice = waiting(desk, A1=TWO)
    imported(practice, "bad_07_amount_letter_o.835")
    (row,) = practice.rows(RemittanceClaim)
    assert (row.claim_number, row.outcome, row.problem) == ("CHC-A1", "problem", "unreadable")


def test_a_line_is_skipped_and_taken_up_again(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    (row,) = practice.rows(RemittanceClaim)
    practice.do(skip_line, row.id)
    assert (practice.one(Remittance).waiting, practice.look(reconcile, era).skipped) == (0, 17780)
    assert str(practice.refused(post_era, era)) == NOTHING
    practice.do(take_up_line, row.id)
    assert practice.do(post_era, era).posted == 1
    assert "posted already" in str(practice.refused(skip_line, row.id))


def test_a_cancelled_post_changes_nothing(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    before = practice.everything()

    def cancel(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        practice.do(post_era, era, step=cancel)
    assert practice.everything() == before


def test_another_practice_finds_none_of_it(desk: Desk):
    practice = waiting(desk, A1=TWO)
    era = imported(practice, A1)
    posted = practice.do(post_era, era)
    for verb, of in (
        (post_era, era), (undo_posting, posted.posting_id), (reverse_posting, posted.posting_id),
        (skip_line, 1), (take_up_line, 1), (forget_match, 1), (choose_match, 1),
    ):  # fmt: skip
        with pytest.raises(NotFound):
            desk.do(verb, of, *(["CHC-A1"] if verb is choose_match else []))
    for reader in (preview_era, reconcile):
        with pytest.raises(NotFound):
            desk.look(reader, era)


def golden_claim(desk: Desk, example: str = "ex1") -> Desk:
    return as_another(desk, lambda db: golden_practice(db, example))


def test_ex6_a_correction_before_the_secondary_was_filed_gives_it_the_new_amounts(desk: Desk):
    practice = golden_claim(desk, "ex6")
    practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex6", "primary_first.835")).remittance_id)
    second = practice.do(import_era, "b.835", golden_era("ex6", "primary_second.835")).remittance_id
    effects = [line.effect for line in practice.look(preview_era, second).lines]
    assert [(one.verdict, one.sequel, one.to_bill) for one in effects if one] == [
        ("reverses", "withdrawn", 4000), ("corrects", "made", 9600),
    ]  # fmt: skip
    practice.do(post_era, second)
    primary, secondary = practice.rows(Claim)
    assert (primary.status, primary.paid_cents, primary.payer_control_number) == (
        "completed", 14400, "EHP26040200900",
    )  # fmt: skip
    assert (secondary.status, secondary.to_bill_cents, secondary.cob_changed) == ("pending", 9600, False)


def test_ex6_a_correction_after_the_secondary_was_filed_is_marked_on_it(desk: Desk):
    practice = golden_claim(desk, "ex6")
    practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex6", "primary_first.835")).remittance_id)
    practice.sent(file_claim, "CHC-2026-0006-S")
    second = practice.do(import_era, "b.835", golden_era("ex6", "primary_second.835"))
    assert practice.do(post_era, second.remittance_id).cob_changed == ("CHC-2026-0006-S",)
    primary, secondary = practice.rows(Claim)
    assert (primary.status, primary.paid_cents) == ("completed", 14400)
    assert (secondary.status, secondary.to_bill_cents, secondary.cob_changed) == ("filed", 9600, True)
    assert balances(practice, "CHC-2026-0006") == Balances(32000, 14400, 8000, held=9600)
    entries = [(e.posting_id, e.account, e.cents) for e in practice.look(open_ledger, "CHC-2026-0006").entries]
    first, taken_back, corrected = [e[1:] for e in entries[:4]], [e[1:] for e in entries[4:7]], entries[7:]
    assert first[1:] == [(account, -cents) for account, cents in sorted(taken_back, key=_of(first))]
    assert {account: cents for _, account, cents in corrected} == {
        "paid": 14400, "written_off": 8000, "patient": 9600,
    }  # fmt: skip
    assert [a.paid_cents for a in practice.rows(Adjudication)] == [20000, -20000, 14400]


def test_ex6_undo_of_the_correction_takes_the_mark_off_the_filed_secondary(desk: Desk):
    practice = golden_claim(desk, "ex6")
    practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex6", "primary_first.835")).remittance_id)
    practice.sent(file_claim, "CHC-2026-0006-S")
    told = ("status", "to_bill_cents", "cob_id", "cob_changed", "note", "paid_cents", "payer_control_number")
    before = [[getattr(claim, name) for name in told] for claim in practice.rows(Claim)]
    second = practice.do(import_era, "b.835", golden_era("ex6", "primary_second.835"))
    practice.do(undo_posting, practice.do(post_era, second.remittance_id).posting_id)
    assert [[getattr(claim, name) for name in told] for claim in practice.rows(Claim)] == before
    assert balances(practice, "CHC-2026-0006") == Balances(32000, 20000, 8000, held=4000)


def _of(first: list):  # type: ignore[no-untyped-def]
    order = [account for account, _ in first]
    return lambda entry: order.index(entry[0])


@pytest.mark.parametrize("case", facts("ex8")["cases"], ids=lambda case: case["given"])
def test_ex8_the_second_payers_own_answer(desk: Desk, case: dict):
    practice = golden_claim(desk)
    practice.do(post_era, practice.do(import_era, "a.835", golden_era("ex1")).remittance_id)
    practice.sent(file_claim, "CHC-2026-0001-S")
    paid = parse_cents(facts("ex8")["before"]["primary_paid"])
    assert balances(practice, "CHC-2026-0001") == Balances(45000, paid, 12000, held=10600)
    era = practice.do(import_era, "b.835", golden_era("ex8", case["given"])).remittance_id
    effect = practice.look(preview_era, era).lines[0].effect
    practice.do(post_era, era)
    stands, after = balances(practice, "CHC-2026-0001"), case["after"]
    assert (stands.balance, stands.client, stands.overpaid) == tuple(
        parse_cents(after[name]) for name in ("balance", "client_owes", "credit")
    )
    assert stands.written_off - 12000 == parse_cents(case["posted"]["write_off"])
    flags = {"overpaid": "overpaid", "the payer did not name the first payer's part (OA-23)": "prior_part_unnamed"}
    assert set(effect.flags) == {flags[flag] for flag in case["flags"]}
    assert practice.rows(RemittanceClaim)[-1].flags.split() == list(effect.flags)
    second = practice.rows(Claim)[-1]
    assert (second.status, second.overpaid_cents) == ("completed", parse_cents(after["credit"]))


def test_ex8_before_the_primary_was_answered_it_is_out_of_order(desk: Desk):
    practice = golden_claim(desk)
    practice.do(import_era, "b.835", golden_era("ex8", "secondary_oa23.835"))
    (row,) = practice.rows(RemittanceClaim)
    assert (row.outcome, row.why) == (
        "not_matched", "CHC-2026-0001 has no secondary claim: its primary payer has not answered yet",
    )  # fmt: skip


def test_ex5_a_crossover_waits_fifteen_working_days(desk: Desk):
    practice = golden_claim(desk, "ex5")
    era = practice.do(import_era, "a.835", golden_era("ex5", "primary_crossed.835")).remittance_id
    assert practice.do(post_era, era).crossed_over == ("CHC-2026-0005-S",)
    second = practice.rows(Claim)[-1]
    assert (second.status, second.follow_up_on.isoformat()) == ("crossed_over", "2026-12-14")
    stands = balances(practice, "CHC-2026-0005")
    assert (stands.client, stands.held) == (0, 9600)
