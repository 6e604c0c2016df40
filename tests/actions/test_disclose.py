"""The accounting of disclosures: what was recorded by hand, what the program sent, and what a client may ask for."""

import csv
from datetime import date, timedelta

import pytest

from mbp_claims.actions.disclose import (
    mark_right,
    mark_wrong,
    open_accounting,
    open_accounting_sheet,
    record_disclosure,
)
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.clock import today
from mbp_claims.db.claims import claim as load_claim
from mbp_claims.db.paper import paper_terms
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.client import Client
from mbp_claims.domain.disclosure import EXEMPT, WORDS, Disclosure, Purpose
from tests import builders
from tests.desk import Desk, as_another

COURT = {
    "day": "11/03/2026", "recipient": "Superior Court", "address": "205 Newbury Street", "what": "Dates of sessions",
    "purpose": "court", "why": "Subpoena of 10/01/2026",
}  # fmt: skip


def recorded(desk: Desk, client: Client, **changed: str) -> Disclosure:
    return desk.do(record_disclosure, client.number, COURT | changed)


def test_what_was_recorded_stands_in_the_accounting_and_in_the_trail(desk: Desk, client: Client):
    recorded(desk, client)
    (line,) = desk.look(open_accounting, client.number).lines
    assert (line.day, line.recipient, line.address, line.what, line.why) == (
        date(2026, 11, 3), "Superior Court", "205 Newbury Street", "Dates of sessions", "Subpoena of 10/01/2026",
    )  # fmt: skip
    assert line.counts
    entry = desk.one(Activity, Activity.kind == Kind.DISCLOSURE)
    assert (entry.what, entry.client_id) == ("Disclosed to Superior Court: Dates of sessions", client.id)


@pytest.mark.parametrize("purpose", Purpose)
def test_only_what_the_rule_exempts_need_not_be_told(desk: Desk, client: Client, purpose: Purpose):
    recorded(desk, client, purpose=purpose.value)
    (line,) = desk.look(open_accounting, client.number).lines
    assert line.counts is (purpose not in EXEMPT)
    assert WORDS[purpose]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"day": ""}, "day"), ({"day": "soon"}, "day"), ({"day": "11/24/2026"}, "day"),
        ({"recipient": " "}, "recipient"), ({"what": ""}, "what"), ({"purpose": "x"}, "purpose"),
        ({"purpose": ""}, "purpose"), ({"why": ""}, "why"),
        ({"what": "x" * 501}, "what"), ({"recipient": "x" * 121}, "recipient"),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_refused_beside_its_field(desk: Desk, client: Client, changed: dict[str, str], field: str):
    refusal = desk.refused(record_disclosure, client.number, COURT | changed)
    assert list(refusal.fields) == [field]


def test_a_payment_needs_no_sentence_why(desk: Desk, client: Client):
    assert recorded(desk, client, purpose="payment", why="").id


def test_one_that_is_wrong_stays_and_does_not_count_and_can_be_put_right(desk: Desk, client: Client):
    kept = recorded(desk, client)
    desk.do(mark_wrong, kept.id)
    (line,) = desk.look(open_accounting, client.number).lines
    assert (line.is_wrong, line.counts) == (True, False)
    desk.refused(mark_wrong, kept.id)
    desk.do(mark_right, kept.id)
    (line,) = desk.look(open_accounting, client.number).lines
    assert line.counts
    assert [one.what.partition(":")[0] for one in desk.rows(Activity, Activity.kind == Kind.DISCLOSURE)] == [
        "Disclosed to Superior Court", "Recorded by mistake", "Counts again",
    ]  # fmt: skip


def test_claims_that_left_for_a_payer_are_listed_and_those_that_wait_are_not(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    waits, sent = desk.do(builders.started, client), desk.do(builders.started, client, day=date(2026, 11, 4))
    desk.do(file_claim, sent.number)
    desk.send()
    desk.do(file_claim, waits.number)
    (line,) = desk.look(open_accounting, client.number).lines
    assert (line.day, line.recipient, line.purpose, line.counts) == (
        today(), "Aetna, through the clearinghouse", Purpose.PAYMENT, False,
    )  # fmt: skip
    assert sent.number in line.what and "11/04/2026" in line.what
    desk.send()
    assert len(desk.look(open_accounting, client.number).lines) == 2


def test_a_claim_on_paper_is_listed_with_the_payers_address(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    claim = desk.do(builders.started, client)

    def on_paper(db, clinician) -> None:  # type: ignore[no-untyped-def]
        payer = builders.payer(db, "Aetna")
        terms = paper_terms(db, clinician, payer)
        terms.only, terms.address = True, "PO Box 14079\nLexington, KY 40512"
        db.add(terms)
        db.flush()
        assert load_claim(db, clinician, claim.number)

    desk.do(on_paper)
    desk.do(file_claim, claim.number)
    (line,) = desk.look(open_accounting, client.number).lines
    assert (line.recipient, line.address) == ("Aetna", "PO Box 14079 Lexington, KY 40512")
    assert line.why.startswith("To be paid. On paper")


def test_it_goes_back_six_years_and_is_newest_first(desk: Desk, client: Client):
    for day in ("11/22/2020", "11/23/2020", "11/20/2026", "06/01/2024"):
        recorded(desk, client, day=day)
    found = desk.look(open_accounting, client.number)
    assert found.since == date(2020, 11, 23)
    assert [one.day for one in found.lines] == [date(2026, 11, 20), date(2024, 6, 1), date(2020, 11, 23)]
    with builders.on(date(2028, 2, 29)):
        assert desk.look(open_accounting, client.number).since == date(2022, 2, 28)


def test_nobody_of_another_practice_records_reads_or_marks(desk: Desk, client: Client):
    kept = recorded(desk, client)
    stranger = as_another(desk, builders.stranger)
    for verb, told in (
        (record_disclosure, (client.number, COURT)), (mark_wrong, (kept.id,)), (mark_right, (kept.id,)),
        (open_accounting, (client.number,)), (open_accounting_sheet, (client.id,)),
    ):  # fmt: skip
        with pytest.raises(NotFound):
            stranger.do(verb, *told)


def test_the_spreadsheet_says_of_each_whether_it_must_be_told(desk: Desk, client: Client):
    recorded(desk, client, recipient="=HYPERLINK(1)")
    recorded(desk, client, purpose="treatment")
    desk.do(mark_wrong, recorded(desk, client, day=f"{today() - timedelta(days=9):%m/%d/%Y}").id)
    opened = desk.look(open_accounting_sheet, client.id)
    rows = list(csv.DictReader(b"".join(opened.chunks).decode("utf-8-sig").splitlines()))
    assert opened.name == "R-0412-disclosures-2026-11-23.csv"
    assert {row["Received by"] for row in rows} == {"'=HYPERLINK(1)", "Superior Court"}
    assert sorted(row["In the accounting"] for row in rows) == [
        "No, 164.528(a)(1)(i)", "No, recorded by mistake", "Yes",
    ]  # fmt: skip
