"""No query walks through a whole table: each is answered by an index, whatever a person does or looks at."""

from datetime import date

import pytest
from walking import (
    look_at_one,
    look_at_payments,
    look_at_the_trail,
    look_everywhere,
    walks,
    walks_through_the_practice,
    watched,
    work,
)

from mbp_claims.actions.add_plan import edit_plan
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.list_claims import claim_facts, count_claims, list_claims
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.promote_plan import promote_plan
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.actions.reconcile import payer_ledger
from mbp_claims.actions.settle_line import choose_match, forget_match, skip_line, take_up_line
from mbp_claims.actions.swap_payers import swap_payers, weigh_swap
from mbp_claims.actions.take_back_promotion import take_back_promotion
from mbp_claims.actions.undo_posting import reverse_posting, undo_posting
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.claim_facts import ClaimQuery
from mbp_claims.domain.client import Client
from mbp_claims.domain.era_facts import Tab
from mbp_claims.domain.roles import Role
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import golden_era, golden_practice


def test_no_query_walks_through_a_table(desk: Desk, client: Client):
    with watched(desk.url) as plans:
        era_id = work(desk, client)
        look_everywhere(desk, client)
        look_at_payments(desk, era_id)
        look_at_the_trail(desk)
    assert len(plans) > 300
    assert walks(plans) == set()


def test_no_query_of_a_clinician_walks_through_a_table(desk: Desk, client: Client):
    """Who sees only her own clients asks more of the database, and of indexes alone."""
    work(desk, client)
    desk.clinician.role = Role.CLINICIAN
    with watched(desk.url) as plans:
        look_everywhere(desk, client)
        desk.do(mark_not_billable, desk.do(builders.started, client).number)
    assert len(plans) > 300
    assert walks(plans) == set()


@pytest.mark.parametrize("role", Role)
def test_what_is_asked_of_one_chart_looks_at_that_chart_alone(desk: Desk, client: Client, role: Role):
    """However many claims and years of them the practice has."""
    work(desk, client)
    number = desk.do(builders.started, client).number
    desk.clinician.role = role
    with watched(desk.url) as plans:
        look_at_one(desk, client, "C-1001")
        desk.do(mark_not_billable, number)
        desk.do(mark_billable, number)
    assert len(plans) > 100
    assert walks_through_the_practice(plans) == set()


def test_what_a_click_on_a_row_asks_of_the_database_is_no_more_for_a_clinician(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    number = desk.do(builders.started, client).number
    asked = []
    for role in (Role.OWNER, Role.CLINICIAN):
        desk.clinician.role = role
        with watched(desk.url) as plans:
            desk.do(mark_not_billable, number)
            desk.look(claim_facts, number)
            desk.look(count_claims, client.id)
            desk.do(mark_billable, number)
        asked.append(len({plan.partition(" | ")[2] for plan in plans}))
    assert asked[0] == asked[1]


def test_posting_walks_through_no_table(desk: Desk):
    golden = as_another(desk, lambda db: golden_practice(db, "ex1"))
    number, client_number = "CHC-2026-0001", golden.rows(Client)[-1].number
    with watched(desk.url) as plans:
        era = golden.do(import_era, "a.835", golden_era("ex1")).remittance_id
        for tab in Tab:
            golden.look(preview_era, era, tab)
        golden.do(skip_line, 1)
        golden.do(take_up_line, 1)
        golden.do(choose_match, 1, number)
        golden.do(forget_match, 1)
        golden.do(undo_posting, golden.do(post_era, era).posting_id)
        posting = golden.do(post_era, era).posting_id
        golden.look(preview_era, era)
        golden.do(file_claim, f"{number}-S")
        golden.look(preview_era, era)
        golden.do(reverse_posting, posting)
        golden.do(post_era, era)
        golden.do(import_and_post, "b.835", golden_era("ex8", "secondary_co45_rest.835"))
        other = golden_era("ex1").replace(b"CHC-2026-0001", b"X-1").replace(b"EFT", b"C")
        stray = golden.do(import_era, "c.835", other)
        golden.look(preview_era, stray.remittance_id, Tab.NOT_MATCHED)
        golden.look(open_ledger, number)
        golden.look(payer_ledger, "60054", date(2026, 1, 1), date(2026, 12, 31))
        golden.look(weigh_swap, client_number)
        golden.do(swap_payers, client_number)
    assert len(plans) > 300
    assert walks(plans) == set()


def test_promoting_a_plan_walks_through_no_table(desk: Desk, client: Client):
    aetna, cigna = desk.do(builders.both, client)
    with builders.on(date(2026, 6, 1)):
        desk.do(edit_plan, aetna.id, desk.do(lambda db, _: builders.plan_form(db, ends="6/30/2026")))
    with watched(desk.url) as plans:
        promoted = desk.do(promote_plan, client.number)
        desk.do(take_back_promotion, promoted.id, cigna.id)
    assert walks(plans) == set()


def test_a_walk_would_be_noticed(desk: Desk):
    with watched(desk.url) as plans:
        desk.rows(Client, Client.email == "nobody@example.com")
    assert len(walks(plans)) == 1


def test_a_page_of_one_status_needs_no_sorting(desk: Desk, client: Client):
    with watched(desk.url) as plans:
        desk.look(list_claims, ClaimQuery("settled", client.id, status=ClaimStatus.COMPLETED))
        desk.look(list_claims, ClaimQuery("completed", status=ClaimStatus.COMPLETED, before=(builders.SESSION, 9)))
    assert not [plan for plan in plans if plan.startswith("USE TEMP B-TREE FOR ORDER BY")]
