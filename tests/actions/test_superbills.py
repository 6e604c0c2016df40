"""Superbills: which services are on one, whose money, what is missing, and that it stays as it was given."""

import io
import json
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from mbp_claims.actions.edit_claim import edit_claim
from mbp_claims.actions.export_record import open_record, prepare_export
from mbp_claims.actions.find_anything import find_anything
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.actions.superbills import (
    CHANGED,
    make_superbill,
    open_superbill,
    open_superbill_pdf,
    open_superbills,
    preview_superbill,
)
from mbp_claims.db.engine import transaction
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Practice
from mbp_claims.domain.roles import Role
from mbp_claims.domain.superbill import Superbill
from mbp_claims.domain.superbill_rules import Mend
from mbp_claims.views.show_found import palette_groups
from tests import builders
from tests.desk import Desk, as_another

NOVEMBER = {"first": "11/01/2026", "last": "11/30/2026"}


def billed(desk: Desk, client: Client, form: object = NOVEMBER) -> list[int]:
    return [one.line.service_id for one in desk.look(open_superbills, client.number, form).services]


def made(desk: Desk, client: Client) -> Superbill:
    chosen = billed(desk, client)
    preview = desk.look(preview_superbill, client.number, NOVEMBER, chosen)
    assert preview.bill, preview.missing
    return desk.do(make_superbill, client.number, NOVEMBER, chosen, preview.bill.digest)


def set_(desk: Desk, row: Any, **changes: object) -> None:
    with transaction(desk.url) as db:
        kept = db.get_one(type(row), row.id)
        for name, value in changes.items():
            setattr(kept, name, value)
        db.add(kept)


def test_a_service_stands_once_though_two_plans_were_billed_for_it(desk: Desk, client: Client):
    desk.do(builders.both, client)
    first, second = desk.do(builders.completed, client)
    assert second is not None
    (only,) = desk.look(open_superbills, client.number, NOVEMBER).services
    assert (only.line.claim, only.line.fee_cents, only.line.paid_cents) == (first.number, 16000, 9280)
    # $23.20 wait for Cigna: they are nobody's yet.
    assert (only.line.adjusted_cents, only.line.client_cents, only.line.open_cents) == (4400, 0, 2320)


@pytest.mark.parametrize("has_second", [False, True])
def test_the_money_is_what_the_claims_own_page_says(desk: Desk, client: Client, has_second: bool):
    desk.do(builders.both if has_second else builders.primary, client)
    claim, _ = desk.do(builders.completed, client)
    ledger = desk.look(open_ledger, claim.number).balances
    totals = desk.look(preview_superbill, client.number, NOVEMBER, billed(desk, client)).bill.totals
    assert (totals.fee, totals.paid, totals.adjusted, totals.client, totals.open, totals.overpaid) == (
        ledger.charge, ledger.paid, ledger.written_off, ledger.client, ledger.held + ledger.undecided, ledger.overpaid,
    )  # fmt: skip


def test_only_the_days_that_are_asked_for_count_and_only_what_is_chosen(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)):
        with builders.on(date(2026, 12, 24)):
            desk.do(builders.started, client, ("160.00", "40.00"), day)
    opened = desk.look(open_superbills, client.number, NOVEMBER)
    assert [one.line.day.day for one in opened.services] == [1, 1, 30, 30]
    chosen = billed(desk, client)[1:3]
    bill = desk.look(preview_superbill, client.number, NOVEMBER, [*chosen, 999]).bill
    assert [(line.day.day, line.fee_cents) for line in bill.lines] == [(1, 4000), (30, 16000)]
    refused = desk.refused(preview_superbill, client.number, NOVEMBER, [999])
    assert refused.fields == {"sessions": "Choose at least one session"}


def test_what_is_not_billable_to_the_plan_can_be_billed_to_the_client(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim = desk.do(builders.started, client)
    desk.do(mark_not_billable, claim.number)
    assert len(billed(desk, client)) == 1


def test_it_is_numbered_kept_and_told_in_the_trail(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(builders.started, client)
    first, second = made(desk, client), made(desk, client)
    assert (first.name, second.name) == ("SB-1001", "SB-1002")
    assert (first.services, first.charge_cents, first.paid_cents, first.made_by) == (1, 16000, 0, "June Marlow, LCSW")
    assert [one.name for one in desk.look(open_superbills, client.number).made] == ["SB-1002", "SB-1001"]
    told = [(one.kind, one.client_id) for one in desk.rows(Activity) if one.what == "Superbill SB-1001 made"]
    assert told == [(Kind.CHANGE, client.id)]
    opened = desk.look(open_superbill_pdf, first.id)
    assert (opened.name, opened.content[:4], opened.seen) == (
        "SB-1001.pdf", b"%PDF", ("Superbill SB-1001 downloaded", client.id, None, None)
    )  # fmt: skip


def test_it_stays_as_it_was_given_whatever_happens_later(desk: Desk, client: Client):
    desk.do(builders.both, client)
    desk.do(builders.started, client)
    kept = made(desk, client)
    before = desk.look(open_superbill_pdf, kept.id).content
    set_(desk, client, last_name="Ellis-Vale")
    desk.do(builders.completed, client)
    assert desk.look(open_superbill_pdf, kept.id).content == before
    assert json.loads(kept.said)["client"]["name"] == "Rowan Ellis"
    for change in ({"charge_cents": 1}, {"said": "{}"}):
        with pytest.raises(DBAPIError, match="superbills are kept as they were made"):
            set_(desk, kept, **change)


def test_what_changed_since_the_preview_is_looked_at_again(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(builders.started, client)
    chosen = billed(desk, client)
    looked_at = desk.look(preview_superbill, client.number, NOVEMBER, chosen).bill.digest
    set_(desk, client, address="1 Elsewhere Lane")
    assert desk.refused(make_superbill, client.number, NOVEMBER, chosen, looked_at).sentence == CHANGED
    assert desk.rows(Superbill) == []


@pytest.mark.parametrize(
    ("table", "changes", "sentence", "where"),
    [
        (Practice, {"tax_id": ""}, "Add the practice’s tax ID in Settings.", Mend.SETTINGS),
        (Practice, {"npi": ""}, "Add the practice’s NPI in Settings.", Mend.SETTINGS),
        (Practice, {"city": ""}, "Add the practice’s address in Settings.", Mend.SETTINGS),
        (Client, {"address": ""}, "Add the client’s address in Contact Info.", Mend.CONTACT),
        (Client, {"born": date(2026, 11, 20)},
         "Correct the client’s date of birth in Contact Info: it is after a session.", Mend.CONTACT),
    ],
)  # fmt: skip
def test_what_is_missing_blocks_and_says_where_to_mend_it(
    desk: Desk, client: Client, table: type, changes: dict[str, object], sentence: str, where: Mend
):
    desk.do(builders.primary, client)
    desk.do(builders.started, client)
    looked_at = desk.look(preview_superbill, client.number, NOVEMBER, billed(desk, client)).bill
    set_(desk, client if table is Client else desk.one(Practice), **changes)
    preview = desk.look(preview_superbill, client.number, NOVEMBER, billed(desk, client))
    assert (preview.bill, [(one.sentence, one.where) for one in preview.missing]) == (None, [(sentence, where)])
    refused = desk.refused(make_superbill, client.number, NOVEMBER, billed(desk, client), looked_at.digest)
    assert refused.sentence == CHANGED


def test_a_claim_without_a_diagnosis_and_a_provider_without_an_npi_block_too(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim = desk.do(builders.started, client)
    set_(desk, claim, diagnoses="")
    set_(desk, desk.clinician, npi="")
    missing = desk.look(preview_superbill, client.number, NOVEMBER, billed(desk, client)).missing
    assert [(one.sentence, one.where, one.claim) for one in missing] == [
        (f"Add a diagnosis to claim {claim.number}.", Mend.CLAIM, claim.number),
        ("Add the NPI of June Marlow, LCSW in People.", Mend.PEOPLE, ""),
    ]  # fmt: skip


def test_a_colleagues_client_and_her_superbills_are_not_there(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(builders.started, client)
    kept = made(desk, client)
    practice = desk.one(Practice)
    colleague = as_another(desk, lambda db: builders.new_clinician(db, practice, role=Role.CLINICIAN))
    for other in (colleague, as_another(desk, builders.stranger)):
        for reader, asked in (
            (open_superbills, client.number), (open_superbill, kept.id), (open_superbill_pdf, kept.id),
        ):  # fmt: skip
            with pytest.raises(NotFound):
                other.look(reader, asked)
    biller = as_another(desk, lambda db: builders.new_clinician(db, practice, role=Role.BILLER))
    assert biller.look(open_superbill, kept.id).name == "SB-1001"


def test_an_edited_claim_is_billed_as_it_is_now(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim = desk.do(builders.started, client)
    form = builders.claim_form(desk.clinician, ("175.00",), builders.SESSION + timedelta(days=1))
    desk.do(edit_claim, claim.number, form, ("1",), ("1",))
    (service,) = desk.look(open_superbills, client.number, NOVEMBER).services
    assert (service.line.fee_cents, service.line.day) == (17500, date(2026, 11, 4))


def test_the_exported_record_has_it_as_it_was_given(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    desk.do(builders.started, client)
    kept = made(desk, client)
    given = desk.do(prepare_export, client.number, {"recipient": "Rowan Ellis", "purpose": "client"})
    with zipfile.ZipFile(io.BytesIO(b"".join(desk.look(open_record, given.id).chunks))) as whole:
        assert whole.read("superbills/SB-1001.pdf") == desk.look(open_superbill_pdf, kept.id).content
        told = json.loads(whole.read("record.json"))
    assert [one["name"] for one in told["files"]] == ["superbills/SB-1001.pdf"]
    assert [(one["number"], one["said"]["client"]["name"]) for one in told["superbills"]] == [(1001, "Rowan Ellis")]


@pytest.mark.parametrize("words", ["invoice", "superbills", "SB-1001", "superbill 1001"])
def test_it_is_found_by_either_word_and_by_its_number(desk: Desk, client: Client, words: str):
    desk.do(builders.primary, client)
    desk.do(builders.started, client)
    made(desk, client)
    groups = {group.title: group.options for group in palette_groups(desk.look(find_anything, words))}
    assert [(one.label, one.detail, one.to) for one in groups["Superbills"]] == [
        ("SB-1001", "Rowan Ellis, 11/01/2026 to 11/30/2026, $160.00", "/clients/R-0412/superbills")
    ]  # fmt: skip
    assert not desk.look(find_anything, "SB-1002").bills
    colleague = as_another(desk, lambda db: builders.new_clinician(db, desk.one(Practice), role=Role.CLINICIAN))
    assert not colleague.look(find_anything, words).bills


def test_a_client_is_found_with_the_way_to_her_superbills(desk: Desk, client: Client):
    groups = {group.title: group.options for group in palette_groups(desk.look(find_anything, "invoice rowan"))}
    assert ("Superbills", "/clients/R-0412/superbills") in [(one.label, one.to) for one in groups["For them"]]
