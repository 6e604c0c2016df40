"""ERAs: imported by button or drag and drop, looked at, posted, undone, reversed; or refused and nothing changed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.eras import EraInboxPage, EraPage
from tests.e2e.kept_rows import all_rows, asked
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import Answer, AnsweredLine, Remit, coinsured, long_era, named

AUTHORED = Path("tests/x12/files/authored")
CLAIM = Path("tests/x12/files/golden/ex1/secondary.837p")
PDF = named("remit.835", b"%PDF-1.7 not what it says")
HOUR = AnsweredLine("90837", "20261103", 16000, 9280, (("CO", "45", 4400), ("PR", "2", 2320)))
STRANGER = Answer("C-2210", (HOUR,), member="W218640973")
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


def test_two_lines_are_posted_and_undone(inbox: EraInboxPage, practice: PracticeUnderTest):
    practice.load_scenario("demo")
    era = inbox.import_era(practice.waiting_era)
    before = asked(practice, "SELECT number, status, to_bill_cents, note FROM claim ORDER BY number")
    expect(era.box("C-1051")).to_be_checked()
    count = era.page.get_by_role("checkbox").count()
    assert count >= 2
    era.box("C-1051").uncheck()
    expect(era.post_bar).to_contain_text(f"Post {count - 1} payment")
    era.box("C-1051").check()
    expect(era.post_bar).to_contain_text(f"Post {count} payments")
    assert asked(practice, "SELECT number, status, to_bill_cents, note FROM claim ORDER BY number") == before
    era.post()
    expect(era.toast(f"{count} payments posted.")).to_be_visible()
    expect(era.page.get_by_role("status").filter(has_text=f"{count} payments are posted.")).to_be_visible()
    assert asked(practice, "SELECT status FROM claim WHERE number = 'C-1051'") == [("completed",)]
    era.take_back()
    expect(era.toast("The posting was undone. Everything is as it was.")).to_be_visible()
    expect(era.box("C-1051")).to_be_checked()
    kept = "SELECT number, status, to_bill_cents, note FROM claim WHERE status != 'withdrawn' ORDER BY number"
    assert asked(practice, kept) == [row for row in before if row[1] != "withdrawn"]


def test_a_file_of_several_eras_is_posted_and_undone_at_once(inbox: EraInboxPage, practice: PracticeUnderTest):
    practice.load_scenario("demo")
    hers = asked(
        practice,
        "SELECT number, service_from FROM claim WHERE status IN ('filed', 'accepted') AND rank = 'primary' "
        "AND charge_cents = 16000 ORDER BY number LIMIT 2",
    )
    checks = {number: f"9001000{place}" for place, (number, _) in enumerate(hers, 1)}
    text = "".join(
        coinsured(number, str(day).replace("-", ""), checks[number]).text() for number, day in hers
    )
    era = inbox.import_era(named("both.835", text.encode()))
    expect(era.file).to_contain_text("2 ERAs in this file")
    expect(era.file).to_contain_text("2 payments in 2 ERAs, $185.60")
    era.post_file()
    expect(era.toast("2 payments in 2 ERAs posted.")).to_be_visible()
    for check in checks.values():
        expect(era.file.get_by_test_id(f"era-row-{check}")).to_contain_text("Posted")
    assert asked(practice, completed(hers)) == [(2,)]
    era.take_back_file()
    expect(era.toast("The posting was undone. Everything is as it was.")).to_be_visible()
    expect(era.file).to_contain_text("2 payments in 2 ERAs, $185.60")
    assert asked(practice, completed(hers)) == [(0,)]
    era.file.get_by_role("link", name="Review ERA 90010002").click()
    expect(era.box(hers[1][0])).to_be_checked()


def completed(claims: list[tuple]) -> str:
    numbers = ", ".join(f"'{number}'" for number, _ in claims)
    return f"SELECT count(*) FROM claim WHERE status = 'completed' AND number IN ({numbers})"


def test_once_a_claim_of_it_was_filed_the_posting_is_reversed(inbox: EraInboxPage, practice: PracticeUnderTest):
    era = inbox.import_era(coinsured("C-1042", "20261103").file())
    era.post()
    expect(era.claim("C-1042")).to_contain_text("Ready to file")
    chart = ClaimCenterPage(inbox.page).open("R-0412")
    form = chart.row("C-1042-S").file()
    form.submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    era = EraPage(inbox.page).open(1)
    expect(era.page.get_by_role("button", name="Undo")).to_have_count(0)
    era.page.get_by_role("button", name="Reverse…").click()
    question = era.page.get_by_role("alertdialog")
    expect(question).to_contain_text("C-1042-S was filed since: it stays filed and will say that its COB changed.")
    expect(question.get_by_role("button", name="Keep posting")).to_be_focused()
    question.get_by_role("button", name="Reverse posting").click()
    expect(question).to_be_hidden()
    expect(era.toast("The posting was reversed.")).to_be_visible()
    expect(era.history).to_contain_text("1 payment reversed")
    assert asked(practice, "SELECT status, cob_changed FROM claim WHERE number = 'C-1042-S'") == [("filed", 1)]


def test_what_matches_nothing_is_chosen_by_hand(inbox: EraInboxPage, practice: PracticeUnderTest):
    era = inbox.import_era(Remit((STRANGER,)).file())
    expect(era.page.get_by_role("tab", name="Not matched 1", exact=True)).to_have_attribute("aria-selected", "true")
    expect(era.claim("C-2210")).to_contain_text("No claim has control number C-2210")
    expect(era.claim("C-2210").locator("mark")).to_contain_text(["73", "37"])
    expect(inbox.navigation.get_by_role("link", name="ERA Inbox, 1 to review")).to_be_visible()
    era.match_box(1).fill("C-1042")
    era.page.get_by_role("button", name="Match line 1").click()
    expect(era.toast("Line 1 is matched to C-1042. It is posted with the others.")).to_be_visible()
    era.show("Matched")
    expect(era.claim("C-2210")).to_contain_text("Chosen by June Marlow")
    assert asked(practice, "SELECT status FROM claim WHERE number = 'C-1042'") == [("filed",)]
    era.post()
    expect(era.claim("C-2210")).to_contain_text("C-1042-S, $23.20 to Cigna")


def test_a_payment_that_does_not_add_up_waits_in_quarantine(inbox: EraInboxPage, practice: PracticeUnderTest):
    era = inbox.import_era(Remit((Answer("C-1042", (OFF_LINE,)), Answer("C-2210", (HOUR,)))).file())
    expect(era.main).to_contain_text("It is kept in quarantine.")
    era.show("Problems")
    problem = era.claim("C-1042")
    expect(problem).to_contain_text("$4.00 short of the $160.00 charged")
    problem.get_by_role("button", name="Show segment").click()
    expect(problem.get_by_role("region", name="Segments of line 1")).to_contain_text("CLP*C-1042*1*160*92.8")
    problem.get_by_role("button", name="Open the form for C-1042").click()
    form = era.page.get_by_role("dialog", name="Complete Claim")
    expect(form).to_contain_text("C-1042")
    form.get_by_role("button", name="Cancel").click()
    problem.get_by_role("button", name="Skip line 1").click()
    expect(era.page.get_by_role("tab", name="Problems 0")).to_be_visible()
    assert asked(practice, "SELECT status FROM claim WHERE number = 'C-1042'") == [("filed",)]


def test_a_long_file_shows_how_far_it_is_and_can_be_stopped(inbox: EraInboxPage, practice: PracticeUnderTest):
    before = all_rows(practice)
    inbox.import_files(long_era(20_000))
    expect(inbox.progress).to_be_visible()
    expect(inbox.zone).to_contain_text("claims read")
    inbox.page.get_by_role("button", name="Stop").click()
    expect(inbox.answers).to_have_text(["long.835 was stopped. Nothing was changed."])
    assert all_rows(practice) == before


def test_by_keyboard_alone(inbox: EraInboxPage, practice: PracticeUnderTest):
    era = inbox.import_era(Remit((Answer("C-1042", (HOUR,)), STRANGER)).file())
    keyboard = era.page.keyboard
    era.page.get_by_role("tab", name="Matched 1", exact=True).focus()
    keyboard.press("ArrowRight")
    expect(era.match_box(2)).to_be_visible()
    keyboard.press("ArrowLeft")
    expect(era.box("C-1042")).to_be_checked()
    era.box("C-1042").focus()
    keyboard.press("Space")
    expect(era.box("C-1042")).not_to_be_checked()
    keyboard.press("Space")
    expect(era.post_bar).to_contain_text("Post 1 payment, $92.80")
    era.post_button.focus()
    keyboard.press("Enter")
    expect(era.claim("C-1042")).to_contain_text("Ready to file")


def test_on_a_phone_a_line_is_a_card_with_its_box(inbox: EraInboxPage):
    inbox.page.set_viewport_size({"width": 390, "height": 844})
    era = inbox.import_era(coinsured("C-1042", "20261103").file())
    expect(era.claim("C-1042")).to_contain_text("$92.80")
    box = era.box("C-1042").locator("xpath=..").bounding_box()
    assert box and min(box["width"], box["height"]) >= 44
    assert era.page.evaluate("document.documentElement.scrollWidth") <= 390
    era.post()
    expect(era.claim("C-1042")).to_contain_text("C-1042-S, $23.20 to Cigna")


def test_a_denial_of_lateness_makes_no_secondary_by_itself(inbox: EraInboxPage):
    late = AnsweredLine("90837", "20261103", 16000, 0, (("CO", "29", 16000),))
    era = inbox.import_era(Remit((Answer("C-1042", (late,), status="4"),)).file())
    expect(era.claim("C-1042")).to_contain_text("No secondary claim is made. Fix the primary claim")
    era.post()
    expect(era.toast("1 payment posted. 1 was denied.")).to_be_visible()
    chart = ClaimCenterPage(inbox.page).open("R-0412")
    expect(chart.row("C-1042").status).to_have_text("Denied")
    expect(chart.row("C-1042").root).to_contain_text("CO-29")
    expect(chart.row("C-1042-S").root).to_have_count(0)
    chart.row("C-1042").choose("Make secondary claim")
    expect(chart.toast("C-1042-S was made.")).to_be_visible()
    expect(chart.row("C-1042-S").root).to_be_visible()


def test_a_claim_that_the_payer_sent_on_is_not_ours_to_file(inbox: EraInboxPage):
    era = inbox.import_era(Remit((Answer("C-1042", (HOUR,), status="19"),)).file())
    era.post()
    expect(era.toast("1 payment posted. 1 crossed over and waits.")).to_be_visible()
    chart = ClaimCenterPage(inbox.page).open("R-0412")
    row = chart.row("C-1042-S")
    expect(row.status).to_have_text("Crossed over")
    expect(row.root).to_contain_text("Aetna sent it to Cigna")
    expect(row.open_menu()).to_contain_text(["View details"])
    expect(row.menu.get_by_role("menuitem", name="File Claim")).to_have_count(0)


def test_the_waiting_era_of_the_demo_practice_is_ready_to_import(page: Page, practice: PracticeUnderTest):
    era = EraInboxPage(page).open().import_era(practice.waiting_era)
    expect(era.heading).to_contain_text("Aetna")
    expect(era.claim("C-1051")).to_contain_text("C-1051-S appears under Pending Claims, $23.20 to Cigna.")
    era.post()
    expect(era.claim("C-1051")).to_contain_text("C-1051-S, $23.20 to Cigna")
    chart = ClaimCenterPage(page).open("R-0412")
    expect(chart.row("C-1051-S").status).to_have_text("Ready to file")
