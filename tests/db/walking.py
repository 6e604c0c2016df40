"""Everything that the program asks of its database, and which tables were walked through for it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import event
from sqlmodel import SQLModel

from mbp_claims.actions.add_plan import edit_plan
from mbp_claims.actions.assign_client import open_client_form
from mbp_claims.actions.complete_claim import complete_by_hand, reopen_claim
from mbp_claims.actions.end_plan import deactivate_plan
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.file_claims import read_batch
from mbp_claims.actions.find_anything import find_anything
from mbp_claims.actions.generate_secondary import make_missing_secondaries
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.keep_document import (
    bring_back_document,
    edit_document,
    keep_document,
    put_away_document,
    read_document,
)
from mbp_claims.actions.list_claims import claim_facts, count_claims, list_billed_payers, list_claims
from mbp_claims.actions.list_clients import list_clients
from mbp_claims.actions.open_chart import open_chart
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.actions.open_documents import list_documents
from mbp_claims.actions.open_era import era_of_claim, list_eras
from mbp_claims.actions.open_file import open_837
from mbp_claims.actions.open_ledger import open_client_balance
from mbp_claims.actions.open_money import open_money
from mbp_claims.actions.open_new_claim import open_new_claim, payers_on
from mbp_claims.actions.open_overview import open_overview
from mbp_claims.actions.open_shell import open_shell
from mbp_claims.actions.open_today import open_today
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.actions.read_trail import read_trail
from mbp_claims.actions.record_readings import record_seen
from mbp_claims.actions.remove_plan import remove_plan, restore_plan, weigh_removal
from mbp_claims.actions.superbills import open_superbills
from mbp_claims.actions.undo_by_hand import undo_all_by_hand, undo_by_hand
from mbp_claims.clock import now
from mbp_claims.db.claims import ready_numbers, service_lines
from mbp_claims.db.engine import engine
from mbp_claims.domain.claim_age import AGES
from mbp_claims.domain.claim_facts import ClaimQuery
from mbp_claims.domain.client import Client
from mbp_claims.domain.client_line import SORTS, ClientOrder
from mbp_claims.domain.money_over_time import MoneyQuery
from mbp_claims.domain.reading import Seen
from mbp_claims.domain.sections import CHOICES, SECTIONS
from mbp_claims.domain.trail_query import TrailQuery
from tests import builders
from tests.desk import Desk

AUTHORED = Path(__file__).parent.parent / "x12" / "files" / "authored"
LARGE = SQLModel.metadata.tables.keys() - {"practice", "clinician", "payer"}
"""All but a practice, its people, and the list of payers that everybody begins with."""


@contextmanager
def watched(url: str) -> Iterator[list[str]]:
    """What SQLite says about how it answers each query that is asked inside."""
    plans: list[str] = []

    def explain(connection, cursor, statement, parameters, context, many) -> None:  # type: ignore[no-untyped-def]
        parameters = parameters[0] if many else parameters
        if re.match(r"\s*(SELECT|UPDATE|DELETE|INSERT)", statement):
            told = connection.connection.driver_connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(f"{row[3]} | {statement}" for row in told)

    event.listen(engine(url), "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(engine(url), "before_cursor_execute", explain)


def walks(plans: list[str]) -> set[str]:
    return {plan for plan in plans if plan.startswith("SCAN ") and plan.split()[1] in LARGE}


def walks_through_the_practice(plans: list[str]) -> set[str]:
    """Those that look at each row of the practice, or at each of one kind or status, beside the index."""
    every = re.compile(r"SEARCH (\w+) USING INDEX \w+ \(practice_id=\?( AND (kind|status|rank)=\?)*\)")
    return {plan for plan in plans if (row := every.match(plan)) and row[1] in LARGE}


def look_everywhere(desk: Desk, client: Client) -> None:
    for section in SECTIONS:
        for of in (None, client.id):
            for search in ("", "ellis C-1"):
                desk.look(list_claims, ClaimQuery(section, of, search=search, before=(date(2026, 12, 1), 99)))
    for section, choices in CHOICES.items():
        for status in choices:
            desk.look(list_claims, ClaimQuery(section, status=status))
        desk.look(list_claims, ClaimQuery(section, payer="Cigna"))
        for age in AGES:
            desk.look(list_claims, ClaimQuery(section, payer="Cigna", age=age))
    desk.look(list_billed_payers)
    desk.look(ready_numbers)
    desk.look(read_batch, ["C-1001-S", "C-1002"])
    desk.look(count_claims)
    for search in ("", "rowan", "3/14/1988", "W2186"):
        desk.look(list_clients, search, False, ("Adair", "A", 0))
        desk.look(list_clients, search, True)
    for words in ("", "rowan", "1001", "aetna", "3/14/1988", "invoice", "sb-1001"):
        desk.look(find_anything, words)
    for by in SORTS:
        desk.look(list_clients, "", False, None, ClientOrder(by, True, 50))
    look_at_one(desk, client, "C-1001")
    desk.look(open_shell)
    desk.look(open_today)
    for payer in ("", "Aetna"):
        desk.look(open_money, MoneyQuery(date(2026, 1, 1), date(2026, 12, 1), payer))
    desk.look(open_837, 1)


def look_at_one(desk: Desk, client: Client, number: str) -> None:
    """A chart and a claim in it."""
    for section in ("pending", "filed"):
        desk.look(list_claims, ClaimQuery(section, client.id))
    desk.look(claim_facts, number)
    desk.look(count_claims, client.id)
    desk.look(open_claim, number)
    desk.look(open_claim, f"{number}-S")
    desk.look(open_chart, client.number)
    desk.look(open_client_balance, client.number)
    desk.look(list_documents, client.number)
    desk.look(open_new_claim, client.number)
    desk.look(payers_on, client.number, builders.SESSION)
    desk.look(open_superbills, client.number)
    desk.look(open_overview, client.number)
    desk.look(open_client_form, client.number)
    desk.do(record_seen, Seen("Chart opened", client.id))


def look_at_payments(desk: Desk, era_id: int) -> None:
    desk.look(list_eras)
    desk.look(list_eras, 99)
    desk.look(preview_era, era_id)
    desk.look(era_of_claim, "CHC-D2")


def look_at_the_trail(desk: Desk) -> None:
    whose = {"person": "1", "kind": "change", "client": "ellis", "first": "11/01/2026", "last": "11/30/2026"}
    for told in ({}, whose, *({name: value} for name, value in whose.items())):
        desk.look(read_trail, replace(TrailQuery.parse(told, date(2026, 11, 23)), before=(now(), 99)))


def work(desk: Desk, client: Client) -> int:
    """Most of what a clinician does; gives the id of the ERA that came in."""
    aetna = desk.do(builders.primary, client)
    desk.do(keep_card, aetna.id, "front", read_card(b"%PDF-1.7"))
    kept = desk.do(keep_document, client.number, read_document("consent.pdf", b"%PDF-1.7 startxref"))
    for verb in (put_away_document, bring_back_document):
        desk.do(verb, kept.id)
    desk.do(edit_document, kept.id, {"name": "Consent", "kind": "consent"}, kept.version)
    claim, _ = desk.do(builders.completed, client)
    cigna = desk.do(builders.secondary, client)
    made = desk.do(make_missing_secondaries, client.number)
    desk.do(undo_all_by_hand, [one.number for one in made])
    desk.do(make_missing_secondaries, client.number)
    desk.do(edit_plan, aetna.id, desk.do(lambda db, _: builders.plan_form(db, name="Aetna")))
    desk.do(mark_not_billable, f"{claim.number}-S")
    desk.do(mark_billable, f"{claim.number}-S")
    desk.look(weigh_removal, cigna.id)
    desk.do(remove_plan, cigna.id)
    desk.do(restore_plan, cigna.id)
    desk.do(reopen_claim, claim.number)
    desk.do(undo_by_hand, claim.number)
    desk.do(reopen_claim, claim.number)
    desk.do(complete_by_hand, claim.number, builders.COINSURED, builders.eob(), later=False)
    desk.do(file_claim, f"{claim.number}-S")
    desk.do(denied_claim, client)
    era = desk.do(import_and_post, "d.835", (AUTHORED / "03_denied_4.835").read_bytes())
    with builders.on(date(2027, 2, 1)):
        desk.do(deactivate_plan, cigna.id)
    return era.remittance_id


def denied_claim(db, clinician, client) -> None:  # type: ignore[no-untyped-def]
    claim = builders.filed(db, clinician, client)
    claim.number = "CHC-D2"
    (line,) = service_lines(db, claim)
    line.control, line.procedure, line.service_date = "2", "90834", date(2025, 12, 29)
