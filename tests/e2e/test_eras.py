"""ERAs come in by button or drag and drop; or they are refused and nothing changed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.eras import EraInboxPage, EraPage
from tests.e2e.kept_rows import all_rows
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import coinsured, long_era, named

AUTHORED = Path("tests/x12/files/authored")
CLAIM = Path("tests/x12/files/golden/ex1/secondary.837p")
PDF = named("remit.835", b"%PDF-1.7 not what it says")


@pytest.mark.parametrize(
    "file, sentence",
    [
        (PDF, "remit.835 is not an 835 file. It is a PDF. Ask the payer for the electronic file. Nothing was saved."),
        (
            AUTHORED / "bad_01_truncated.835",
            "Claim CHC-A1, segment 24 (CAS) on line 26: the file ends in the middle of it, before its IEA: "
            "it was cut short. No claim was read before it. Nothing was saved.",
        ),
        (CLAIM, "secondary.837p is not an 835 file. It is an 837P (a claim). Nothing was saved."),
    ],
    ids=["a PDF", "cut short", "a claim"],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason_and_changes_nothing(
    inbox: EraInboxPage, practice: PracticeUnderTest, file, sentence: str
):
    before = all_rows(practice)
    inbox.import_files(file)
    expect(inbox.answers).to_have_text([sentence])
    expect(inbox.answers).to_have_role("alert")
    expect(inbox.page.get_by_text("No ERAs yet")).to_be_visible()
    assert all_rows(practice) == before


def test_an_era_comes_in_only_once(inbox: EraInboxPage, practice: PracticeUnderTest):
    inbox.import_era(coinsured("C-1042", "20261103").file())
    expect(EraPage(inbox.page).heading).to_have_text("Aetna, $92.80")
    before = all_rows(practice)
    inbox.open()
    inbox.import_files(coinsured("C-1042", "20261103").file("another-name.835"))
    expect(inbox.answers).to_contain_text("another-name.835")
    expect(inbox.answers).to_contain_text("Already imported on 11/23/2026. Nothing was changed.")
    assert all_rows(practice) == before
    inbox.answers.get_by_role("link", name="Open it").click()
    expect(EraPage(inbox.page).heading).to_have_text("Aetna, $92.80")


def test_a_file_is_dragged_in(inbox: EraInboxPage):
    zone = inbox.drag_in("aetna.835", coinsured("C-1042", "20261103").text().encode())
    expect(zone.get_by_text("Drop to import")).to_be_visible()
    inbox.let_go()
    era = EraPage(inbox.page)
    expect(era.heading).to_have_text("Aetna, $92.80")
    expect(era.claim("C-1042")).to_contain_text("Completes C-1042")


def test_of_several_files_each_has_its_own_answer(inbox: EraInboxPage):
    inbox.import_files(PDF, coinsured("C-1042", "20261103", "90010007").file("good.835"))
    expect(inbox.answers).to_have_count(2)
    expect(inbox.answers.nth(0)).to_contain_text("remit.835 is not an 835 file.")
    expect(inbox.answers.nth(1)).to_contain_text("good.835 is ready to review. 1 claim, $92.80: 1 matched.")
    expect(inbox.row("90010007")).to_contain_text("Needs review")
    expect(inbox.row("90010007")).to_contain_text("1 of 1")
    inbox.page.get_by_role("button", name="Clear messages").click()
    expect(inbox.answers).to_have_count(0)


def test_a_long_file_shows_how_far_it_is_and_can_be_stopped(inbox: EraInboxPage, practice: PracticeUnderTest):
    before = all_rows(practice)
    inbox.import_files(long_era(20_000))
    expect(inbox.progress).to_be_visible()
    expect(inbox.zone).to_contain_text("claims read")
    inbox.page.get_by_role("button", name="Stop").click()
    expect(inbox.answers).to_have_text(["long.835 was stopped. Nothing was changed."])
    assert all_rows(practice) == before


def test_the_waiting_era_of_the_demo_practice_is_ready_to_import(page: Page, practice: PracticeUnderTest):
    era = EraInboxPage(page).open().import_era(practice.waiting_era)
    expect(era.heading).to_contain_text("Aetna")
    expect(era.claim("C-1051")).to_contain_text("C-1051-S appears under Pending Claims, $23.20 to Cigna.")
    era.post()
    expect(era.claim("C-1051")).to_contain_text("C-1051-S, $23.20 to Cigna")
    chart = ClaimCenterPage(page).open("R-0412")
    expect(chart.row("C-1051-S").status).to_have_text("Ready to file")
