"""An ERA is looked at line by line, matched by hand, posted, undone, reversed; what it then makes of its claims."""

from playwright.sync_api import expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.eras import EraInboxPage, EraPage
from tests.e2e.kept_rows import asked
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import Answer, AnsweredLine, Remit, coinsured, named

HOUR = AnsweredLine("90837", "20261103", 16000, 9280, (("CO", "45", 4400), ("PR", "2", 2320)))
STRANGER = Answer("C-2210", (HOUR,), member="W218640973")
OFF_LINE = AnsweredLine("90837", "20261103", 16000, 9280, (("CO", "45", 4000), ("PR", "2", 2320)))


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
