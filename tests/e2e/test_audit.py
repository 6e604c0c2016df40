"""The owner asks who did what, and who looked at a chart; and takes the answer along as a spreadsheet."""

from playwright.sync_api import Page, expect

from mbp_claims import routes
from mbp_claims.testing.pages.audit import AuditPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from tests.e2e.practice import PracticeUnderTest


def test_what_was_done_and_what_was_opened_is_there_with_who_and_from_where(page: Page, practice: PracticeUnderTest):
    row = ClaimCenterPage(page).open("R-0412").row("C-1042-S")
    row.file().submit()
    expect(row.status).to_have_text("Filed")
    audit = AuditPage(page).open()
    filed = audit.row("C-1042-S filed to Cigna")
    expect(filed).to_contain_text("June Marlow, LCSW")
    expect(filed).to_contain_text("127.0.0.1")
    expect(filed).to_contain_text("Waiting to send → Filed")
    expect(filed.get_by_role("link", name="Rowan Ellis")).to_be_visible()
    audit.kind.select_option("Opened")
    expect(audit.row("Chart opened").first).to_contain_text("Rowan Ellis")
    expect(audit.row("filed to Cigna")).to_have_count(0)


def test_a_chart_leads_to_who_looked_at_it_and_the_answer_is_taken_along(page: Page, practice: PracticeUnderTest):
    audit = AuditPage(page).open(routes.audit_of("R-0412"))
    expect(audit.client).to_have_value("R-0412")
    expect(audit.row("C-1042-S was created")).to_be_visible()
    expect(audit.rows.filter(has_not_text="R-0412")).to_have_count(0)
    lines = audit.sheet().splitlines()
    assert lines[0].startswith('"Entry","When","Who","From where"')
    assert len(lines) > 5 and all('"R-0412"' in line for line in lines[1:])


def test_days_narrow_it_and_everything_comes_back(page: Page, practice: PracticeUnderTest):
    audit = AuditPage(page).open()
    expect(audit.rows).to_have_count(50)
    audit.older.click()
    expect(audit.rows.first.locator("time")).to_be_visible()
    audit.last.fill("2020-01-01")
    expect(page.get_by_role("heading", name="Nothing happened that you asked for.")).to_be_visible()
    page.get_by_role("button", name="Show everything").click()
    expect(audit.rows).to_have_count(50)
    expect(audit.last).to_have_value("")
    audit.person.select_option("June Marlow, LCSW")
    expect(audit.rows).to_have_count(50)


def test_it_is_worked_by_keyboard_alone(page: Page, practice: PracticeUnderTest):
    audit = AuditPage(page).open()
    audit.client.focus()
    page.keyboard.type("R-0412")
    expect(audit.rows.filter(has_not_text="R-0412")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(audit.person).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Refused")
    expect(page.get_by_role("heading", name="Nothing happened that you asked for.")).to_be_visible()
