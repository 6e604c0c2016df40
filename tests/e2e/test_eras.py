"""ERAs: imported by button or drag and drop, or refused with the exact reason and nothing changed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.kept_rows import all_rows
from tests.e2e.pages.claim_center import ClaimCenterPage
from tests.e2e.pages.eras import EraInboxPage, EraPage
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import Answer, AnsweredLine, Remit, coinsured, named

AUTHORED = Path("tests/x12/files/authored")
CLAIM = Path("tests/x12/files/golden/ex1/secondary.837p")
PDF = named("remit.835", b"%PDF-1.7 not what it says")
OFF_LINE = AnsweredLine("90837", "20261103", 16000, 9280, (("CO", "45", 4000), ("PR", "2", 2320)))


@pytest.fixture
def inbox(page: Page, practice: PracticeUnderTest) -> EraInboxPage:
    """C-1042 is with Aetna; no ERA has come yet."""
    practice.load_scenario("primary-filed")
    return EraInboxPage(page).open()


@pytest.mark.parametrize(
    "file, sentence",
    [
        (PDF, "remit.835 is not an 835 file. It is a PDF. Ask the payer for the electronic file. Nothing was saved."),
        (
            AUTHORED / "bad_01_truncated.835",
            "Claim CHC-A1, segment 24 (CAS) on line 26: the file ends in the middle of it, before its IEA: "
            "it was cut short. No claim was read before it. Nothing was saved.",
        ),
        (
            Remit((Answer("C-1042", (OFF_LINE,)),)).file(),
            "The file does not add up. Claim C-1042, line 1 (90837): $92.80 paid + $63.20 adjusted = $156.00, "
            "$4.00 short of the $160.00 charged (segment 14). Nothing was changed.",
        ),
        (CLAIM, "secondary.837p is not an 835 file. It is an 837P (a claim). Nothing was saved."),
    ],
    ids=["a PDF", "cut short", "out of balance", "a claim"],
)
def test_a_file_that_cannot_be_posted_is_refused_with_the_reason_and_changes_nothing(
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
    expect(era.claim("C-1042")).to_contain_text("Ready to file")


def test_of_several_files_each_has_its_own_answer(inbox: EraInboxPage):
    inbox.import_files(PDF, coinsured("C-1042", "20261103", "90010007").file("good.835"))
    expect(inbox.answers).to_have_count(2)
    expect(inbox.answers.nth(0)).to_contain_text("remit.835 is not an 835 file.")
    expect(inbox.answers.nth(1)).to_contain_text("good.835 was imported. 1 of 1 claims posted.")
    expect(inbox.row("90010007")).to_contain_text("Posted")
    expect(inbox.row("90010007")).to_contain_text("1 of 1")
    expect(inbox.toast("1 payment posted. 1 secondary claim is waiting under Pending Claims.")).to_be_visible()


def test_what_matches_nothing_says_why_and_waits_for_review(inbox: EraInboxPage):
    line = AnsweredLine("90837", "20261103", 16000, 9280, (("CO", "45", 4400), ("PR", "2", 2320)))
    other = AnsweredLine("90834", "20261103", 13000, 0, (("CO", "45", 3400), ("PR", "1", 9600)))
    era = inbox.import_era(Remit((Answer("C-1042", (line,)), Answer("C-2210", (other,)))).file())
    expect(era.main).to_contain_text("Needs review")
    for tab in ("Matched 1", "Not matched 1", "Problems 0"):
        expect(era.page.get_by_role("tab", name=tab, exact=True)).to_be_visible()
    era.show("Not matched")
    expect(era.claim("C-2210")).to_contain_text("No claim has control number C-2210")
    inbox.open()
    expect(inbox.row("90010001")).to_contain_text("1 of 2")
    expect(inbox.navigation.get_by_role("link", name="ERA Inbox, 1 to review")).to_be_visible()


def test_a_denial_of_lateness_makes_no_secondary_by_itself(inbox: EraInboxPage):
    late = AnsweredLine("90837", "20261103", 16000, 0, (("CO", "29", 16000),))
    inbox.import_era(Remit((Answer("C-1042", (late,), status="4"),)).file())
    chart = ClaimCenterPage(inbox.page).open("R-0412")
    expect(chart.row("C-1042").status).to_have_text("Denied")
    expect(chart.row("C-1042").root).to_contain_text("CO-29")
    expect(chart.row("C-1042-S").root).to_have_count(0)
    chart.row("C-1042").choose("Make secondary claim")
    expect(chart.toast("C-1042-S was made.")).to_be_visible()
    expect(chart.row("C-1042-S").root).to_be_visible()


def test_a_claim_that_the_payer_sent_on_is_not_ours_to_file(inbox: EraInboxPage):
    line = AnsweredLine("90837", "20261103", 16000, 9280, (("CO", "45", 4400), ("PR", "2", 2320)))
    inbox.import_era(Remit((Answer("C-1042", (line,), status="19"),)).file())
    chart = ClaimCenterPage(inbox.page).open("R-0412")
    row = chart.row("C-1042-S")
    expect(row.status).to_have_text("Crossed over")
    expect(row.root).to_contain_text("Aetna sent it to Cigna")
    expect(row.open_menu()).to_contain_text(["View details"])
    expect(row.menu.get_by_role("menuitem", name="File Claim")).to_have_count(0)


def test_the_waiting_era_of_the_demo_practice_is_ready_to_import(page: Page, practice: PracticeUnderTest):
    era = EraInboxPage(page).open().import_era(practice.waiting_era)
    expect(era.heading).to_contain_text("Aetna")
    expect(era.claim("C-1051")).to_contain_text("C-1051-S, $23.20 to Cigna")
    chart = ClaimCenterPage(page).open("R-0412")
    expect(chart.row("C-1051-S").status).to_have_text("Ready to file")
