"""What the command palette finds: by name, date of birth, member ID, claim number, payer and check number."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from mbp_claims.actions.find_anything import find_anything
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import transaction
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Role
from mbp_claims.views.palette import PaletteOption
from mbp_claims.views.show_found import palette_groups
from tests.desk import Desk


@pytest.fixture
def demo(demo: Desk) -> Iterator[Session]:
    """The demo practice as it is on its first start."""
    with transaction(demo.url) as db:
        yield db


@pytest.fixture
def june(demo: Session) -> Clinician:
    found = first_clinician(demo)
    assert found
    return found


def options(db: Session, who: Clinician, words: str) -> dict[str, list[PaletteOption]]:
    return {group.title: list(group.options) for group in palette_groups(find_anything(db, who, words))}


@pytest.mark.parametrize("words", ["rowan", "ellis row", "03/14/1988", "r-0412", "W2186"])
def test_a_client_is_found_as_in_the_list(demo: Session, june: Clinician, words: str):
    found = options(demo, june, words)["Clients"]
    assert [one.label for one in found] == ["Rowan Ellis"]
    assert found[0].to == "/clients/R-0412/claim-center"


def test_with_a_client_comes_what_waits_and_what_there_is_to_do(demo: Session, june: Clinician):
    found = options(demo, june, "rowan")
    assert {"C-1042-S", "C-1039-S"} <= {one.label for one in found["Claims"]}
    to_do = {(one.label, one.press) for one in found["For them"]}
    assert {("File Claim", "claim-file"), ("Add Insurance Plan", "plan-add"), ("New Claim", "claim-new")} <= to_do


def test_a_claim_is_found_by_a_part_of_its_number(demo: Session, june: Clinician):
    found = options(demo, june, "1042")["Claims"]
    assert {one.label for one in found} == {"C-1042", "C-1042-S"}
    assert found[0].label == "C-1042-S", "what waits comes first"
    assert (found[0].detail, found[0].end) == ("Rowan Ellis, Cigna, $23.20", "Ready to file")


@pytest.mark.parametrize("words", ["file claim c-1042-s", "file 1042-s", "File Claim C-1042-S"])
def test_what_is_to_be_done_may_be_said_with_it(demo: Session, june: Clinician, words: str):
    found = options(demo, june, words)
    assert [one.label for one in found["Claims"]] == ["C-1042-S"]
    assert [one.to for one in found["For them"]] == ["/claims/C-1042-S"]


def test_a_payer_is_found_with_its_claims_and_its_ledger(demo: Session, june: Clinician):
    assert {one.to for one in options(demo, june, "aetna")["Payers"]} == {
        "/claims?tab=filed&payer=Aetna", "/ledger/60054"
    }  # fmt: skip


def test_an_era_is_found_by_its_check_number(demo: Session, june: Clinician):
    (era,) = options(demo, june, "88120457")["ERAs"]
    assert (era.label, era.detail.split(", ")[0]) == ("88120457", "Aetna")


def test_payers_have_the_practices_own_name_wherever_they_are_named(demo: Session, june: Clinician):
    """The files call them AETNA and CIGNA."""
    (review, *_) = [one for one in options(demo, june, "")["Next"] if one.label == "Review ERA"]
    assert review.detail.split(", ")[0] in ("Aetna", "Cigna")
    assert {one.label for one in options(demo, june, "aetna")["Payers"]} == {"Aetna"}


def test_without_words_there_is_what_comes_next(demo: Session, june: Clinician):
    ((title, found),) = options(demo, june, " ").items()
    assert title == "Next"
    assert "C-1042-S, Rowan Ellis, Cigna, $23.20" in {one.detail for one in found if one.label == "File Claim"}


@pytest.mark.parametrize("words", ["zzyx", "%", "_", "\0", "☃", "9" * 300])
def test_nothing_is_found_by_nonsense(demo: Session, june: Clinician, words: str):
    assert options(demo, june, f"{words}zzyx") == {}


def test_payments_are_not_found_by_who_has_no_part_in_them(demo: Session, june: Clinician):
    june.role = Role.CLINICIAN
    assert "ERAs" not in options(demo, june, "88120457")
    assert {one.to for one in options(demo, june, "aetna")["Payers"]} == {"/claims?tab=filed&payer=Aetna"}
