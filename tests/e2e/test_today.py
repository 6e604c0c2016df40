"""The evening's question, answered on the start page: what is owed, by whom, and what do I do next?"""

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.today import TodayPage


def test_a_secondary_claim_is_filed_from_the_start_page_in_two_clicks(page: Page):
    today = TodayPage(page).open()
    expect(today.to_file).to_contain_text("$177.80")
    form = today.file("C-1042-S")
    expect(form.root).to_contain_text("Balanced")
    form.submit()
    expect(today.work("C-1042-S")).to_have_count(0)
    expect(today.to_file).to_contain_text("$154.60")
    expect(today.payers.get_by_role("row", name="Cigna")).to_contain_text("$278.00")


def test_one_button_files_all_that_is_ready(page: Page):
    today = TodayPage(page).open()
    done = today.file_all()
    expect(done.root).to_contain_text("3 claims filed")
    done.close()
    expect(today.to_file).to_have_count(0)
    expect(today.heading).to_be_visible()
    expect(page.get_by_text("Nothing is ready to file yet.")).to_be_visible()


def test_what_a_payer_owes_leads_to_its_claims(page: Page):
    TodayPage(page).open().payers.get_by_role("link", name="UnitedHealthcare").click()
    claims = ClaimsPage(page)
    expect(claims.rows.filter(has_text="Aetna")).to_have_count(0)
    expect(claims.rows.filter(has_text="UnitedHealthcare").first).to_be_visible()


def test_what_is_missing_is_entered_in_place(page: Page):
    today = TodayPage(page).open()
    today.page.get_by_role("button", name="Enter adjustments for C-1039-S").click()
    expect(page.get_by_role("dialog")).to_contain_text("$96.00 short")
    page.keyboard.press("Escape")
    expect(today.page.get_by_role("button", name="Enter adjustments for C-1039-S")).to_be_focused()
