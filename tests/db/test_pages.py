"""Pages of fifty, complete and without repeats, however equal the rows are; and what a search finds."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from sqlmodel import Session, select

from mbp_claims.db.claims import claim_page
from mbp_claims.db.clients import PAGE, client_page
from mbp_claims.db.remittances import remittances
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.claim_facts import ClaimQuery
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import EraFile, Remittance
from mbp_claims.domain.sections import CHOICES, SECTIONS, is_asked_for
from tests import builders

THEN = datetime(2026, 11, 12, 21, tzinfo=UTC)


def pages_of_claims(db: Session, clinician: Clinician, section: str, client_id: int | None = None) -> list[list[Claim]]:
    pages, before = [], None
    while True:
        page = claim_page(db, clinician, ClaimQuery(section, client_id, before=before))
        pages.append(list(page.claims))
        if not page.has_more:
            return pages
        before = (page.claims[-1].service_from, page.claims[-1].id or 0)


def many_claims(db: Session, clinician: Clinician, client: Client, count: int, days: int = 3, **told: object) -> None:
    plan = builders.primary(db, clinician, client)
    day = [date(2026, 11, 1) - timedelta(days=n % days) for n in range(count)]
    common = {
        "practice_id": clinician.practice_id, "client_id": client.id, "plan_id": plan.id, "rank": "primary",
        "charge_cents": 100, "to_bill_cents": 100, "rendering_id": clinician.id,
    }  # fmt: skip
    db.add_all(
        Claim(**{**common, "number": f"C-{n}", "service_from": day[n], "service_to": day[n], **told})
        for n in range(count)
    )
    db.flush()


def test_claims_come_newest_first_in_pages_of_fifty(db: Session, clinician: Clinician, client: Client):
    many_claims(db, clinician, client, 123)
    pages = pages_of_claims(db, clinician, "pending")
    assert [len(page) for page in pages] == [50, 50, 23]
    shown = [(claim.service_from, claim.id) for page in pages for claim in page]
    assert shown == sorted(set(shown), reverse=True)


@pytest.mark.parametrize("count", [0, 1, PAGE, PAGE + 1, 2 * PAGE])
def test_a_page_says_whether_there_are_more(db: Session, clinician: Clinician, client: Client, count: int):
    many_claims(db, clinician, client, count, days=1)
    pages = pages_of_claims(db, clinician, "pending", client.id)
    assert sum(map(len, pages)) == count
    assert all(len(page) == PAGE for page in pages[:-1])
    assert len(pages) == max(1, -(-count // PAGE))


def test_the_totals_are_of_all_that_match(db: Session, clinician: Clinician, client: Client):
    many_claims(db, clinician, client, 60)
    page = claim_page(db, clinician, ClaimQuery("pending"))
    assert (page.total, page.to_bill_cents) == (60, 6000)


@pytest.mark.parametrize("status", ClaimStatus)
def test_every_claim_is_in_exactly_one_section(
    db: Session, clinician: Clinician, client: Client, status: ClaimStatus
):  # fmt: skip
    many_claims(db, clinician, client, 1, status=status)
    waits, answered, away = {"pending", "rejected"}, {"completed", "denied"}, {"withdrawn", "not_billable"}
    table = (
        "pending" if status in waits else "completed" if status in answered
        else "put_away" if status in away else "filed"
    )  # fmt: skip
    sections = [s for s in SECTIONS if claim_page(db, clinician, ClaimQuery(s)).total]
    # A chart has one table for what was filed and what was answered.
    assert sections == ([table, "settled"] if table in ("filed", "completed") else [table])


def test_the_database_narrows_a_section_as_the_screen_keeps_its_rows(
    db: Session, clinician: Clinician, client: Client
):
    builders.both(db, clinician, client)
    primary, second = builders.completed(db, clinician, client)
    told = {name: getattr(second, name) for name in ("practice_id", "client_id", "plan_id", "charge_cents", "rank")}
    for status, cob, off, asked in product(ClaimStatus, (None, second.cob_id), (0, 400, -400), (0, 400, 2320)):
        day, number = {"service_from": THEN.date(), "service_to": THEN.date()}, len(db.exec(select(Claim)).all())
        first = Claim(**told | day | {"number": f"X-{number}", "rank": "primary", "rendering_id": clinician.id})
        db.add(first)
        db.flush()
        db.add(Claim(
            **told, **day, number=f"X-{number}-S", primary_claim_id=first.id, rendering_id=clinician.id, status=status,
            cob_id=cob, off_cents=off, to_bill_cents=asked,
        ))  # fmt: skip
    for section, choices in CHOICES.items():
        for choice in choices:
            statuses = (*SECTIONS[section], ClaimStatus(choice)) if choice in list(ClaimStatus) else SECTIONS[section]
            kept = [one for one in db.exec(select(Claim)) if one.status in statuses and is_asked_for(one, choice)]
            assert claim_page(db, clinician, ClaimQuery(section, status=choice)).total == len(kept) > 0, choice
    del primary


def test_a_claim_is_found_by_its_number_or_its_clients_name(db: Session, clinician: Clinician, client: Client):
    many_claims(db, clinician, client, 12)

    def found(words: str) -> int:
        return claim_page(db, clinician, ClaimQuery("pending", search=words)).total

    assert [found(words) for words in ("c-1", "ellis", "ROWAN c-11", "nobody", "%", "_", "\ud800")] == [
        3, 12, 1, 0, 0, 0, 12,
    ]  # fmt: skip


def names(db: Session, clinician: Clinician, search: str = "", pending_only: bool = False) -> list[list[str]]:
    pages, after = [], None
    while True:
        page = client_page(db, clinician, search, pending_only, after)
        pages.append([line.client.number for line in page.lines])
        if not page.has_more:
            return pages
        last = page.lines[-1].client
        after = (last.last_name, last.first_name, last.id or 0)


def test_clients_come_by_name_in_pages_of_fifty(db: Session, clinician: Clinician, client: Client):
    for n in range(122):
        builders.new_client(db, clinician, f"R-{n}", last_name="Ellis" if n % 2 else "Adair", first_name="Rowan")
    pages = names(db, clinician)
    assert [len(page) for page in pages] == [50, 50, 23]
    assert len({number for page in pages for number in page}) == 123
    assert pages[0][0] == "R-0"
    assert client_page(db, clinician).total == 123


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("ellis", ["R-0412"]), ("row", ["R-0412"]), ("rowan ellis", ["R-0412"]), ("ellis rowan", ["R-0412"]),
        ("3/14/1988", ["R-0412"]), ("1988-03-14", ["R-0412"]), ("W2186", ["R-0412"]), ("w2186 40937", ["R-0412"]),
        ("r-0412", ["R-0412"]), ("R-041", []), ("2186", []), ("%", []), ("_", []), ("okafor", ["R-0360"]),
        ("", ["R-0412", "R-0360"]), ("\x00", ["R-0412", "R-0360"]),
    ],
)  # fmt: skip
def test_a_client_is_found_by_name_birth_date_member_id_or_number(
    db: Session, clinician: Clinician, client: Client, search: str, found: list[str]
):
    builders.primary(db, clinician, client)
    builders.new_client(db, clinician, "R-0360", first_name="Tomas", last_name="Okafor", born=date(1957, 1, 19))
    assert names(db, clinician, search) == [found]


def test_clients_can_be_asked_for_who_have_something_pending(db: Session, clinician: Clinician, client: Client):
    builders.new_client(db, clinician, "R-0360", first_name="Tomas", last_name="Okafor")
    builders.primary(db, clinician, client)
    assert names(db, clinician, pending_only=True) == [[]]
    builders.started(db, clinician, client)
    assert names(db, clinician, pending_only=True) == [["R-0412"]]


def test_a_clients_line_tells_plans_and_what_waits(db: Session, clinician: Clinician, client: Client):
    builders.both(db, clinician, client)
    builders.completed(db, clinician, client)
    builders.started(db, clinician, client, day=date(2026, 11, 10))
    (line,) = client_page(db, clinician).lines
    assert (line.letters, line.has_plans, line.pending, line.rejected) == (("P", "S"), True, 2, 0)
    assert (line.to_bill_cents, line.last_service) == (16000 + 2320, date(2026, 11, 10))


def test_payments_come_newest_first_in_pages_of_fifty(db: Session, clinician: Clinician, client: Client):
    told = {"practice_id": clinician.practice_id, "imported_at": THEN}
    file = EraFile(**told, name="a.835", content=b"", digest="d", imported_by="J")
    db.add(file)
    db.flush()
    paid = {"era_file_id": file.id, "payer_name": "AETNA", "payer_identifier": "60054", "paid_on": THEN.date()}
    db.add_all(Remittance(**told, **paid, trace=str(n), total_cents=n) for n in range(120))
    db.flush()
    shown, before, more = [], None, True
    while more:
        page, more = remittances(db, clinician, before)
        shown += [one.trace for one in page]
        before = page[-1].id
    assert shown == [str(n) for n in reversed(range(120))]
