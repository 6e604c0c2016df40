"""The claims of the whole practice, and the page of one."""

import re

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.eras import EraPage
from tests.e2e.practice import PracticeUnderTest


def test_what_is_pending_stands_with_its_client_and_its_sum(page: Page):
    claims = ClaimsPage(page).open()
    expect(claims.count).to_have_text("6 claims · $465.80 to bill")
    expect(claims.rows).to_have_count(6)
    row = claims.row("C-1042-S").root
    expect(row.get_by_role("link", name="Rowan Ellis")).to_have_attribute("href", "/clients/R-0412/claim-center")
    expect(claims.navigation.get_by_role("link", name="Claims, 6 pending")).to_have_attribute("aria-current", "page")


def test_claims_are_found_by_number_client_or_payer(page: Page):
    claims = ClaimsPage(page).open()
    for words, count in (("C-1042", 1), ("prewitt", 1), ("Medicare", 1), ("ellis", 3)):
        claims.search(words)
        expect(claims.rows).to_have_count(count)
    claims.search("nothing like this")
    expect(claims.main).to_contain_text("No claims match.")


def test_each_claim_stands_in_one_of_three_tabs_and_the_way_back_shows_what_was_left(page: Page):
    claims = ClaimsPage(page).open()
    claims.show("Filed")
    expect(claims.row("C-1051").root).to_be_visible()
    expect(claims.row("C-1042").root).to_have_count(0)
    claims.show("Completed")
    expect(claims.row("C-1042").root).to_be_visible()
    expect(claims.row("C-1051").root).to_have_count(0)
    claims.status.select_option("Denied")
    expect(claims.rows).to_have_count(1)
    expect(claims.rows).to_contain_text("CO-29")
    expect(page).to_have_url(re.compile(r"/claims/?\?tab=completed&status=denied$"))
    claims.rows.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Claim", level=1)).to_be_visible()
    page.go_back()
    expect(claims.status).to_have_value("Denied")
    expect(claims.rows).to_have_count(1)
    expect(page.get_by_role("tabpanel", name="Completed")).to_be_visible()
    claims.status.select_option("All statuses")
    expect(claims.row("C-1042").root).to_be_visible()
    claims.navigation.get_by_role("link", name="Claims").click()
    expect(page.get_by_role("tabpanel", name="Pending")).to_be_visible()


def test_a_claim_is_filed_from_the_list_of_the_practice(page: Page):
    claims = ClaimsPage(page).open()
    claims.row("C-1042-S").file().submit()
    told = claims.toast("Claim C-1042-S filed to Cigna for $23.20.")
    expect(told).to_be_visible()
    expect(told.get_by_role("button", name="View details")).to_be_visible()
    expect(claims.row("C-1042-S").root).to_have_count(0)
    expect(claims.count).to_have_text("5 claims · $442.60 to bill")
    claims.show("Filed")
    expect(claims.row("C-1042-S").status).to_have_text("Filed")


def test_the_toast_of_a_filing_leads_to_the_claim(page: Page):
    claims = ClaimsPage(page).open()
    claims.row("C-1042-S").file().submit()
    claims.toast("Claim C-1042-S filed to Cigna for $23.20.").get_by_role("button", name="View details").click()
    expect(page.get_by_role("heading", name="Claim C-1042-S", level=1)).to_be_visible()


def test_fifty_claims_to_a_page_newest_first(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("many-claims")
    claims = ClaimsPage(page).open()
    expect(claims.rows).to_have_count(50)
    expect(claims.main).to_contain_text("1–50 of 500")
    first = claims.rows.first.get_by_role("link").first
    newest = first.text_content() or ""
    claims.older()
    expect(claims.main).to_contain_text("51–100 of 500")
    expect(first).not_to_have_text(newest)
    claims.newer()
    expect(first).to_have_text(newest)


def test_the_claims_of_a_chart_are_shown_by_status(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    chart.show_status("Filed")
    expect(chart.claims(chart.filed)).to_have_count(1)
    expect(chart.claims(chart.filed)).to_contain_text("C-1051")
    expect(chart.claims(chart.pending)).to_have_count(3)


def test_the_page_of_a_claim_explains_every_cent(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    expect(claim.money.get_by_role("status")).to_match_aria_snapshot(
        "- status: $160.00 charge = $44.00 write-off + $92.80 paid + $23.20 open Balanced"
    )
    expect(claim.lines.get_by_role("cell", name="90837 Psychotherapy, 60 min")).to_be_visible()
    expect(claim.answer_of("Aetna")).to_contain_text("PR-2")
    expect(claim.answer_of("Aetna")).to_contain_text("$23.20")
    expect(claim.timeline).to_contain_text(["C-1042-S was created", "C-1042 completed"])
    claim.main.get_by_role("link", name="C-1042", exact=True).click()
    expect(claim.heading).to_have_text("Claim C-1042")
    expect(page).to_have_url("/claims/C-1042")


def test_the_era_of_a_claim_is_one_step_away(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    claim.actions.choose("View primary ERA")
    era = EraPage(page)
    expect(era.heading).to_have_text("Aetna, $176.80")
    era.claim("C-1042").get_by_role("link", name="C-1042").click()
    expect(claim.heading).to_have_text("Claim C-1042")


def test_a_claim_is_filed_from_its_own_page(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    form = claim.file()
    form.submit()
    expect(form.root).to_be_hidden()
    expect(claim.status).to_have_text("Filed")
    expect(claim.timeline.first).to_contain_text("C-1042-S filed to Cigna")
    expect(claim.heading).to_be_focused()
    assert "SBR*S**3340192" in claim.download_837().read_text()


def test_a_claim_is_put_away_from_its_own_page(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    claim.actions.mark_as_not_billable()
    expect(claim.status).to_have_text("Not billable")
    expect(claim.timeline.first).to_contain_text("not billable")
    claim.actions.choose("Mark as billable")
    expect(claim.status).to_have_text("Ready to file")


def test_a_claim_that_is_off_says_where(page: Page):
    claim = ClaimPage(page, "C-1047-S").open()
    expect(claim.main).to_contain_text("$4.00 of the charge is not explained. File Claim shows which line is off.")
    form = claim.file()
    expect(form.balance()).to_have_text("$4.00 short")
    form.adjustment(1).amount.fill("44")
    expect(form.balance()).to_have_text("Balanced")
    form.submit()
    expect(claim.status).to_have_text("Filed")


def test_a_claim_of_fifty_lines_is_shown_and_filed(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("long-content")
    claim = ClaimPage(page, "C-1002-S").open()
    expect(claim.lines.locator("tbody").get_by_role("row")).to_have_count(50)
    form = claim.file()
    expect(form.root.get_by_role("region", name="Service line")).to_have_count(50)
    expect(form.total.get_by_test_id("balance-state")).to_have_text("Balanced")
    form.submit()
    expect(claim.status).to_have_text("Filed")


def test_addresses_that_are_nothing_of_ours_say_so(page: Page):
    claim = ClaimPage(page, "C-9999").open()
    expect(claim.heading).to_have_text("Claim not found")
    claim.main.get_by_role("link", name="Claims").click()
    expect(claim.heading).to_have_text("Claims")
    era = EraPage(page).open(9999)
    expect(era.heading).to_have_text("ERA not found")
    era.main.get_by_role("link", name="ERA Inbox").click()
    expect(era.heading).to_have_text("ERA Inbox")
    page.goto("/nowhere")
    expect(era.heading).to_have_text("Page not found")
    era.main.get_by_role("link", name="Clients").click()
    expect(era.heading).to_have_text("Clients")


def test_claims_are_shown_by_payer_and_by_age(page: Page):
    claims = ClaimsPage(page).open()
    claims.payer.select_option("Medicare Part B, Maine")
    expect(claims.rows).to_have_count(1)
    expect(claims.row("C-1044-S").root).to_be_visible()
    claims.payer.select_option("All payers")
    claims.age.select_option("90+")
    expect(claims.main).to_contain_text("No claims match.")
    claims.age.select_option("0–30")
    expect(claims.rows).to_have_count(6)
