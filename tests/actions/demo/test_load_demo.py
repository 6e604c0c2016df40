"""The demo practice: the figures of the mock-ups, on data that obey the rules."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from mbp_claims import clock
from mbp_claims.actions.load_demo import load_demo
from mbp_claims.actions.promote_plan import promote_plan, successor
from mbp_claims.db import claims, clients, plans, remittances
from mbp_claims.db.claims import ClaimQuery
from mbp_claims.db.clear import is_empty
from mbp_claims.db.clinicians import first_clinician, practice_of
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.trail import claim_trail
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.claim import ANSWERED, WITH_PAYER, Claim, ClaimStatus
from mbp_claims.domain.client import Client
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.payer import Payer, payer_list
from mbp_claims.domain.plan import InsurancePlan, plan_for
from mbp_claims.domain.plan_draft import ended_words
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.standing import standing

TODAY = date(2026, 11, 23)


def numbered(db: Session) -> dict[str, Claim]:
    return {claim.number: claim for claim in db.exec(select(Claim))}


def test_there_is_a_claim_in_every_status_but_one_that_lasts_a_moment(db: Session):
    assert set(db.exec(select(Claim.status))) == set(ClaimStatus) - {ClaimStatus.WAITING}


def test_a_pending_secondary_is_seen_in_each_of_its_states(db: Session):
    pending = db.exec(select(Claim).where(Claim.status == ClaimStatus.PENDING, Claim.rank == "secondary"))
    assert {standing(claim).kind for claim in pending} == {"ready", "needs_adjustments", "off"}


def test_the_clients_are_those_of_the_mock_up(db: Session, june: Clinician):
    page = clients.client_page(db, june)
    assert [
        (
            line.client.name, "".join(line.letters), line.pending, line.rejected, format_cents(line.to_bill_cents),
            line.last_service and line.last_service.strftime("%m/%d"),
        )
        for line in page.lines
    ] == [
        ("Ansel Brandt", "P", 0, 0, "$0.00", "11/20"),
        ("Wren Castellano", "P", 0, 1, "$160.00", "11/12"),
        ("Rowan Ellis", "PS", 3, 0, "$151.20", "11/17"),
        ("Noor Haddad", "S", 0, 0, "$0.00", "10/29"),
        ("Kit Halvorsen", "", 0, 0, "$0.00", "11/06"),
        ("Tomas Okafor", "PS", 1, 0, "$24.60", "11/05"),
        ("Imani Prewitt", "P", 1, 0, "$130.00", "11/19"),
        ("Lior Vance", "", 0, 0, "$0.00", None),
    ]  # fmt: skip
    whole = claims.claim_page(db, june, ClaimQuery("pending"))
    assert (whole.total, format_cents(whole.to_bill_cents)) == (6, "$465.80")


def test_rowans_pending_claims_are_those_of_the_mock_up(db: Session, june: Clinician):
    rowan = clients.client(db, june, "R-0412")
    page = claims.claim_page(db, june, ClaimQuery("pending", rowan.id))
    primaries = claims.claims_by_id(db, {claim.primary_claim_id or 0 for claim in page.claims})
    assert [
        (
            claim.number, f"{claim.service_from:%m/%d/%Y}", claim.charge_cents,
            primaries[claim.primary_claim_id or 0].paid_cents, claim.to_bill_cents, standing(claim).words,
        )
        for claim in page.claims
    ] == [
        ("C-1047-S", "11/10/2026", 16000, 8400, 3200, "Off by $4.00"),
        ("C-1042-S", "11/03/2026", 16000, 9280, 2320, "Ready to file"),
        ("C-1039-S", "10/27/2026", 13000, 0, 9600, "Needs adjustments"),
    ]  # fmt: skip


def test_what_became_of_rowans_other_claims(db: Session):
    kept = numbered(db)
    assert {number: (kept[number].status, kept[number].paid_cents) for number in ("C-1051", "C-1042", "C-1031-S")} == {
        "C-1051": ("filed", None), "C-1042": ("completed", 9280), "C-1031-S": ("completed", 2320),
    }  # fmt: skip
    assert f"{clock.local(kept['C-1042'].completed_at):%m/%d %H:%M}" == "11/12 16:02"


def test_what_payers_owe_is_what_the_start_page_shows(db: Session):
    waiting: dict[str, list[int]] = {}
    for claim, payer in db.exec(
        select(Claim, Payer.name).join(InsurancePlan, InsurancePlan.id == Claim.plan_id).join(Payer)
        .where(col(Claim.status).in_(WITH_PAYER))
    ):  # fmt: skip
        waiting.setdefault(payer, []).append(claim.to_bill_cents)
    assert {payer: (len(each), format_cents(sum(each))) for payer, each in waiting.items()} == {
        "Aetna": (4, "$640.00"), "Cigna": (5, "$222.80"), "Medicare Part B, Maine": (2, "$292.00"),
        "UnitedHealthcare": (4, "$610.00"),
    }  # fmt: skip


def test_the_inbox_is_that_of_the_mock_up(db: Session, june: Clinician):
    kept, _ = remittances.remittances(db, june)
    assert [
        (r.trace, f"{clock.local(r.imported_at):%m/%d/%Y}", r.total_cents, (r.posted, r.claims)) for r in kept
    ] == [
        ("40022931", "11/18/2026", 21340, (2, 2)),
        ("88120457", "11/12/2026", 17680, (2, 3)),
        ("77310288", "11/02/2026", 2320, (1, 1)),
        ("88107713", "10/28/2026", 27840, (3, 3)),
        ("10559027", "10/21/2026", 23360, (2, 2)),
    ]  # fmt: skip
    assert remittances.to_review(db, june) == 1


def test_every_secondary_repeats_an_answered_primary_for_the_plan_that_covers_its_day(db: Session):
    found = list(db.exec(select(Claim).where(Claim.rank == "secondary")))
    assert len(found) == 15
    for claim in found:
        primary = db.get_one(Claim, claim.primary_claim_id)
        plan = db.get_one(InsurancePlan, claim.plan_id)
        assert claim.number == f"{primary.number}-S"
        assert primary.status in ANSWERED
        assert (claim.charge_cents, claim.service_from) == (primary.charge_cents, primary.service_from)
        assert plan.rank == "secondary" and plan.effective <= claim.service_from


def test_every_claim_is_for_a_plan_of_its_client_that_covers_the_day(db: Session):
    for claim in db.exec(select(Claim).where(Claim.status != ClaimStatus.WITHDRAWN)):
        kept = plans.plans_of(db, db.get_one(Client, claim.client_id))
        covering = plan_for(kept, db.get_one(InsurancePlan, claim.plan_id).rank, claim.service_from)
        assert covering and covering.id == claim.plan_id, claim.number


def test_noors_chart_asks_which_plan_is_the_primary_now(folder: Path, tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'copy.db'}"
    with reading(f"sqlite:///{folder / 'practice.db'}") as db, engine(url).connect() as copy:
        db.connection().connection.driver_connection.backup(copy.connection.driver_connection)
    with transaction(url) as db:
        june = first_clinician(db)
        ended, following = successor(plans.plans_of(db, clients.client(db, june, "R-0405"))) or (None, None)
        assert ended and following
        names = {plan.payer_id: db.get_one(Payer, plan.payer_id).name for plan in (ended, following)}
        assert ended_words(ended, names[ended.payer_id], names[following.payer_id]) == (
            "Aetna ended 10/31/2026. Is Cigna the primary now?"
        )
        assert promote_plan(db, june, "R-0405").letter == "P"
    engine(url).dispose()


def test_the_trail_was_written_in_the_order_in_which_things_happened(db: Session):
    moments = list(db.exec(select(Activity.at).order_by(col(Activity.id))))
    assert moments == sorted(moments)
    assert moments[-1] <= clock.now()


def test_the_trail_of_a_claim_tells_its_story(db: Session, june: Clinician):
    kept = numbered(db)
    about = [kept["C-1042"].id or 0, kept["C-1042-S"].id or 0]
    assert [
        (one.what, f"{clock.local(one.at):%m/%d/%Y %H:%M}", one.who) for one in claim_trail(db, june, about)
    ] == [
        ("C-1042-S was created", "11/12/2026 16:02", "June Marlow, LCSW"),
        ("C-1042 completed", "11/12/2026 16:02", "June Marlow, LCSW"),
        ("C-1042 accepted", "11/05/2026 06:10", "June Marlow, LCSW"),
        ("C-1042 filed to Aetna", "11/04/2026 20:55", "June Marlow, LCSW"),
        ("C-1042 was created", "11/03/2026 18:05", "June Marlow, LCSW"),
    ]  # fmt: skip


def test_the_next_client_and_claim_have_numbers_that_are_free(db: Session, june: Clinician):
    practice = practice_of(db, june)
    assert (practice.next_client, practice.next_claim) == (434, 1054)


def test_everybodys_list_of_payers_is_there(db: Session):
    assert len(list(db.exec(select(Payer).where(col(Payer.practice_id).is_(None))))) == len(payer_list())


def test_a_database_with_the_demo_is_not_empty(db: Session, database_url: str):
    assert not is_empty(db)
    with reading(database_url) as fresh:
        assert is_empty(fresh)


def test_on_another_day_everything_has_moved_with_it(
    db: Session, database_url: str, monkeypatch: pytest.MonkeyPatch
):  # fmt: skip
    early = datetime(2027, 3, 15, 0, 20, tzinfo=clock.settings.timezone)
    monkeypatch.setattr(clock, "settings", replace(clock.settings, frozen_now=early))
    with transaction(database_url) as later:
        load_demo(later)
    shift = early.date() - TODAY
    with reading(database_url) as later:
        moved = numbered(later)
        assert {n: (c.status, c.to_bill_cents, c.off_cents, c.service_from - shift) for n, c in moved.items()} == {
            n: (c.status, c.to_bill_cents, c.off_cents, c.service_from) for n, c in numbered(db).items()
        }
        assert max(later.exec(select(Activity.at))) <= early
        assert max(claim.service_from for claim in moved.values()) == early.date() - timedelta(days=3)
