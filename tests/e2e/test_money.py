"""What a clinician sees about money: a chart at a glance, a claim's cents, the practice over time."""

from pathlib import Path

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.money import MoneyPage
from mbp_claims.testing.pages.overview import OverviewPage


def test_the_evenings_question_is_answered_without_a_click(page: Page):
    chart = OverviewPage(page).open("R-0412")
    expect(chart.tiles).to_contain_text("$151.20")
    expect(chart.tiles).to_contain_text("1 claim, Aetna")
    expect(chart.next_step).to_contain_text("1 claim is ready to file, 2 need a look")
    expect(chart.next_step).to_contain_text("Cigna can be billed $23.20 now.")
    expect(chart.year.get_by_role("row", name="Still open")).to_contain_text("$4.00 not explained")
    expect(chart.activity.get_by_role("listitem").first).to_be_visible()
    chart.go_on()
    center = ClaimCenterPage(page).arrived()
    expect(center.row("C-1042-S").status).to_have_text("Ready to file")


def test_what_is_filed_moves_from_one_tile_to_the_next(page: Page):
    center = ClaimCenterPage(page).open("R-0412")
    center.row("C-1042-S").file().submit()
    expect(center.row("C-1042-S").status).to_have_text("Filed")
    page.get_by_role("tab", name="Overview").click()
    chart = OverviewPage(page)
    expect(chart.tiles).to_contain_text("$128.00")
    expect(chart.tiles).to_contain_text("2 claims, Aetna and Cigna")
    expect(chart.next_step).to_contain_text("2 claims need a look")
    expect(chart.activity.get_by_role("listitem").first).to_contain_text("C-1042-S filed to Cigna")


def test_a_new_client_is_told_what_to_begin_with(page: Page):
    chart = OverviewPage(page).open("R-0433")
    expect(chart.next_step).to_contain_text("Add the primary plan")
    expect(chart.insurance).to_contain_text("No insurance plans yet.")


def test_where_the_charge_went_is_read_as_a_table(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    table = page.get_by_role("table", name="Where the $160.00 went")
    expect(table).to_match_aria_snapshot("""
      - table "Where the $160.00 went":
        - row "Part Amount Note"
        - row /Contractual write-off \\$44.00 CO-45, nobody owes it/
        - row /Aetna paid \\$92.80/
        - row /Cigna paid \\$0.00 Not filed yet/
        - row /Client \\$0.00/
        - row /Still open \\$23.20 Bill it to Cigna/
    """)
    expect(claim.heading).to_be_visible()


def test_the_months_are_chosen_and_the_sheet_holds_what_is_shown(page: Page):
    money = MoneyPage(page).open()
    expect(money.month("November 2026")).to_be_visible()
    expect(money.months.get_by_role("row")).to_have_count(14)
    money.first.select_option("October 2026")
    expect(money.months.get_by_role("row")).to_have_count(4)
    money.payer.focus()
    money.payer.select_option("Cigna")
    expect(money.open_today.get_by_role("row", name="Aetna")).to_have_count(0)
    expect(page).to_have_url("/money?from=2026-10&to=2026-11&payer=Cigna")
    expect(money.payer).to_be_focused()
    with page.expect_download() as coming:
        money.sheet.click()
    assert coming.value.suggested_filename == "money-2026-10-to-2026-11.csv"
    lines = Path(coming.value.path()).read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ['"Month"', '"2026-10"', '"2026-11"', '"All"']


def test_back_reload_and_a_copied_link_keep_what_was_chosen(page: Page):
    money = MoneyPage(page).open()
    money.first.select_option("October 2026")
    expect(page).to_have_url("/money?from=2026-10&to=2026-11")
    money.payer.select_option("Cigna")
    expect(page).to_have_url("/money?from=2026-10&to=2026-11&payer=Cigna")
    money.reload()
    expect(money.payer).to_have_value("Cigna")
    expect(money.months.get_by_role("row")).to_have_count(4)
    page.go_back()
    expect(money.payer).to_have_value("")
    expect(money.first).to_have_value("2026-10")
    page.go_back()
    expect(money.months.get_by_role("row")).to_have_count(14)


def test_what_a_payer_owes_leads_to_its_claims(page: Page):
    MoneyPage(page).open().open_today.get_by_role("link", name="Cigna").click()
    claims = ClaimsPage(page)
    expect(claims.rows.first).to_contain_text("Cigna")
