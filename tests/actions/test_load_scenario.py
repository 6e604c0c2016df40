"""What each scenario is after, and that each begins from nothing."""

import json
import re
from pathlib import Path

import pytest
from sqlmodel import Session, select

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.load_demo import waiting_era
from mbp_claims.actions.load_scenario import SCENARIOS, bench_claims, load_scenario
from mbp_claims.db import answers, claims, clients, remittances
from mbp_claims.db.claim_rows import parts_of_services
from mbp_claims.db.claims import ClaimQuery
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import reading, transaction
from mbp_claims.db.files import claim_files
from mbp_claims.db.kept_answers import read_answer
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.money import parse_cents
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.standing import standing
from mbp_claims.x12.gate import gate

GOLDEN = Path(__file__).parents[1] / "x12" / "files" / "golden" / "ex1"

AFTER = {
    "empty": {},
    "primary-only": {},
    "primary-and-secondary": {},
    "primary-filed": {"C-1042": "Filed"},
    "primary-completed": {"C-1042": "Completed", "C-1042-S": "Needs adjustments"},
    "secondary-ready": {"C-1042": "Completed", "C-1042-S": "Ready to file"},
    "era-arrived": {"C-1042": "Completed", "C-1042-S": "Ready to file"},
    "era-mismatch": {
        "C-1042": "Completed", "C-1042-S": "Ready to file", "C-1047": "Completed", "C-1047-S": "Off by $4.00",
    },
    "golden-ex1": {"CHC-2026-0001": "Filed"},
    "long-content": {"C-1001": "Ready to file", "C-1002": "Completed", "C-1002-S": "Ready to file"},
}  # fmt: skip


def load(url: str, name: str) -> None:
    with transaction(url) as db:
        load_scenario(db, name)


def words(db: Session) -> dict[str, str]:
    return {claim.number: standing(claim).words for claim in db.exec(select(Claim))}


@pytest.mark.parametrize("name", AFTER)
def test_a_scenario_is_after_its_name(database_url: str, name: str):
    load(database_url, name)
    with reading(database_url) as db:
        assert words(db) == AFTER[name]


@pytest.mark.parametrize(("name", "letters"), [("primary-only", "P"), ("primary-and-secondary", "PS")])
def test_rowan_has_the_plans_of_the_scenario(database_url: str, name: str, letters: str):
    load(database_url, name)
    with reading(database_url) as db:
        (line,) = clients.client_page(db, first_clinician(db)).lines
    assert (line.client.name, "".join(line.letters)) == ("Rowan Ellis", letters)


def test_the_empty_practice_has_a_clinician_and_nobody_else(database_url: str):
    load(database_url, "empty")
    with reading(database_url) as db:
        assert first_clinician(db).signature == "June Marlow, LCSW"
        assert db.exec(select(Client)).all() == []


def test_an_era_that_has_arrived_filled_in_the_secondary(database_url: str):
    load(database_url, "era-arrived")
    with reading(database_url) as db:
        june = first_clinician(db)
        assert claims.claim(db, june, "C-1042-S").cob_amounts == 3
        assert parts_of_services(db, june, "C-1042")[0].from_era
        assert remittances.to_review(db, june) == 0


def test_the_era_that_does_not_match_waits_for_a_review(database_url: str):
    load(database_url, "era-mismatch")
    with reading(database_url) as db:
        assert remittances.to_review(db, first_clinician(db)) == 1


def test_the_waiting_era_completes_the_claim_that_was_filed(database_url: str):
    load(database_url, "primary-filed")
    with transaction(database_url) as db:
        imported = import_and_post(db, first_clinician(db), "aetna.835", waiting_era(db))
    assert (imported.posted, imported.claims) == (1, 1)
    (secondary,) = imported.secondaries
    assert (secondary.number, secondary.to_bill_cents, standing(secondary).kind) == ("C-1042-S", 2320, "ready")


def test_the_waiting_era_of_the_demo_completes_three_claims_of_aetna(database_url: str):
    load(database_url, "demo")
    with transaction(database_url) as db:
        imported = import_and_post(db, first_clinician(db), "aetna.835", waiting_era(db))
        assert (imported.posted, imported.claims) == (3, 3)
        assert [claim.number for claim in imported.secondaries] == ["C-1051-S"]
        with pytest.raises(ValueError, match="no claim of the cast waits"):
            waiting_era(db)


def test_many_claims_wait_newest_first_in_pages_of_fifty(database_url: str):
    load(database_url, "many-claims")
    with reading(database_url) as db:
        june = first_clinician(db)
        page = claims.claim_page(db, june, ClaimQuery("pending"))
        assert (page.total, len(page.claims), page.has_more) == (500, 50, True)
        assert page.claims[0].number == "C-1500"
        assert len(claims.service_lines(db, page.claims[0])) == 1


def test_the_benchmark_gets_as_many_claims_of_one_client_as_it_asks_for(database_url: str):
    for count in (7, 120):
        with transaction(database_url) as db:
            assert bench_claims(db, count) == "R-0412"
            assert len(set(db.exec(select(ServiceLine.claim_id)))) == count
    with transaction(database_url) as db:
        filed = file_claim(db, first_clinician(db), "C-1120")
    assert filed.claim.status == "waiting"


def test_long_content_reaches_every_limit_and_can_be_filed(database_url: str):
    load(database_url, "long-content")
    with transaction(database_url) as db:
        june = first_clinician(db)
        claim = claims.claim(db, june, "C-1002-S")
        assert (len(claims.service_lines(db, claim)), len(claim.diagnosis_codes), claim.cob_amounts) == (50, 12, 350)
        assert claims.claim(db, june, "C-1001").charge_cents == 123456789
        file_claim(db, june, "C-1002-S")
        assert all(gate(file.content) == [] for file in db.exec(select(ClaimFile)))


def test_the_golden_remittance_gives_the_expected_adjustments(database_url: str):
    load(database_url, "golden-ex1")
    expected = json.loads((GOLDEN / "expected.json").read_text())
    with transaction(database_url) as db:
        lena = first_clinician(db)
        imported = import_and_post(db, lena, "primary.835", (GOLDEN / "primary.835").read_bytes())
        assert [claim.number for claim in imported.secondaries] == ["CHC-2026-0001-S"]
        primary = claims.claim(db, lena, "CHC-2026-0001")
        kept = answers.latest_adjudication(db, primary.id)
        assert kept
        answer = read_answer(db, kept)
    assert answer.control_number == expected["payer_claim_control_number"]
    assert answer.paid_cents == parse_cents(expected["paid"])
    for position, line in enumerate(expected["lines"], 1):
        told = [(group, reason, parse_cents(amount)) for group, reason, amount, _ in line["adjustments"]]
        assert [(r.group, r.reason, r.cents) for r in answer.of_line(position)] == told
        assert answer.paid_for(position) == parse_cents(line["paid"])


def test_the_golden_secondary_is_filed_segment_for_segment(database_url: str):
    load(database_url, "golden-ex1")
    with transaction(database_url) as db:
        lena = first_clinician(db)
        import_and_post(db, lena, "primary.835", (GOLDEN / "primary.835").read_bytes())
        filed = file_claim(db, lena, "CHC-2026-0001-S")
        (file,) = claim_files(db, lena, filed.claim.id)
        content = db.get_one(ClaimFile, file.filed.claim_file_id).content
    assert without_envelope(content) == without_envelope((GOLDEN / "secondary.837p").read_text())
    assert gate(content) == []


def without_envelope(text: str) -> list[str]:
    """The segments; where control numbers and the file's own dates stand, only what they are."""
    written = [segment.strip() for segment in text.split("~") if segment.strip()]
    names = {"ISA": 9, "GS": 4, "BHT": 3, "GE": 2, "IEA": 2}
    kept = []
    for segment in written:
        elements = segment.split("*")
        first = names.get(elements[0])
        own = range(first, first + 5) if first else ()
        shape = [re.sub(r"\w", "#", e) if at in own and re.search(r"\d", e) else e for at, e in enumerate(elements)]
        kept.append("*".join(shape[:3] if elements[0] == "BHT" else shape))
    return kept


def test_the_days_of_the_golden_example_do_not_move(database_url: str):
    load(database_url, "golden-ex1")
    with reading(database_url) as db:
        assert [f"{day:%Y-%m-%d}" for day in db.exec(select(ServiceLine.service_date))] == ["2026-01-12", "2026-01-19"]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_over_another_is_the_same_as_over_nothing(database_url: str, name: str):
    load(database_url, name)
    first = whole(database_url)
    load(database_url, "era-mismatch")
    load(database_url, name)
    assert whole(database_url) == first


def whole(url: str) -> list[tuple[object, ...]]:
    with reading(url) as db:
        found = [(c.id, c.number, c.status, c.plan_id, c.filed_at) for c in db.exec(select(Claim))]
        files = [(f.id, f.control_number, f.content) for f in db.exec(select(ClaimFile))]
        kept = [(p.id, p.member_id, p.rank, p.active) for p in db.exec(select(InsurancePlan))]
    return [*found, *files, *kept]


def test_a_scenario_that_does_not_exist_changes_nothing(database_url: str):
    load(database_url, "primary-filed")
    with transaction(database_url) as db, pytest.raises(ValueError, match="There is no scenario demos"):
        load_scenario(db, "demos")
    with reading(database_url) as db:
        assert words(db) == AFTER["primary-filed"]
