"""Filing beyond one claim once: many together, Medicare as the second payer, and a claim that was filed already."""

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from tests.e2e.practice import PracticeUnderTest


def test_ready_claims_are_ticked_and_filed_as_one_file(page: Page):
    claims = ClaimsPage(page).open()
    expect(claims.bar).to_be_hidden()
    claims.pick("C-1042-S").check()
    claims.pick("C-1039-S").check()
    expect(claims.bar.get_by_role("status")).to_have_text("2 selected")
    done = claims.file_picked("File 2 claims")
    expect(done.root).to_contain_text("1 claim filed")
    expect(done.root).to_contain_text("$23.20 in one file")
    expect(done.root.get_by_role("listitem").filter(has_text="C-1039-S")).to_contain_text("Needs adjustments")
    done.close()
    expect(claims.row("C-1042-S").root).to_have_count(0)
    expect(claims.row("C-1039-S").root).to_be_visible()
    expect(claims.bar).to_be_hidden()
    expect(claims.count).to_have_text("5 claims · $442.60 to bill")
    claims.show("Filed")
    expect(claims.row("C-1042-S").status).to_have_text("Filed")


def test_all_that_are_ready_are_selected_at_once_and_let_go(page: Page):
    claims = ClaimsPage(page).open()
    claims.pick_all.check()
    ready = claims.rows.filter(has_text="Ready to file")
    expect(claims.bar.get_by_role("status")).to_have_text(f"{ready.count()} selected")
    expect(claims.pick("C-1039-S")).not_to_be_checked()
    claims.bar.get_by_role("button", name="Clear").click()
    expect(claims.bar).to_be_hidden()
    expect(claims.pick_all).to_be_focused()
    expect(claims.pick("C-1042-S")).not_to_be_checked()


def test_a_ticked_claim_that_leaves_is_not_counted(page: Page):
    claims = ClaimsPage(page).open()
    for number in ("C-1042-S", "C-1039-S"):
        claims.pick(number).check()
    claims.row("C-1042-S").mark_as_not_billable()
    expect(claims.bar.get_by_role("status")).to_have_text("1 selected")


def test_fifty_claims_are_filed_together(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("many-claims")
    claims = ClaimsPage(page).open()
    claims.pick_all.check()
    done = claims.file_picked("File 50 claims")
    expect(done.root).to_contain_text("50 claims filed")
    done.close()
    expect(claims.count).to_contain_text("450 claims")


def test_medicare_pays_second_and_is_told_why(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    chart = ClaimCenterPage(page).open("R-0412")
    plan = chart.add_plan().fill("Medicare Part B, Maine", "1EG4TE5MK73")
    plan.secondary.check()
    plan.why_second.select_option("12")
    plan.submit()
    expect(chart.secondary("Medicare Part B, Maine").root).to_be_visible()
    claim = chart.new_claim()
    claim.date.fill("11/17/26")
    claim.set_diagnosis(1, "F41.1")
    claim.line(1).fill("90837", "160")
    claim.submit()
    chart.row("C-1001").file().submit()
    expect(chart.row("C-1001").status).to_have_text("Filed")
    answer = chart.row("C-1001").mark_as_completed()
    answer.date.fill("11/20/2026")
    answer.paid(1).fill("92.80")
    answer.set_adjustment(1, "CO", "45", "44.00")
    answer.add_adjustment()
    answer.set_adjustment(2, "PR", "2", "23.20")
    answer.submit()
    form = chart.row("C-1001-S").file()
    expect(form.root).to_contain_text("Medicare Part B, Maine")
    form.submit()
    expect(chart.row("C-1001-S").status).to_have_text("Filed")
    written = ClaimPage(page, "C-1001-S").open().download_837().read_text()
    assert "SBR*S*18***12****MB~" in written
    assert "SBR*P*18*" in written


def test_a_filed_claim_is_replaced_and_then_voided(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    chart.row("C-1042-S").file().submit()
    form = chart.row("C-1042-S").replace()
    form.adjustment(1).amount.fill("43.00")
    form.adjustment(2).amount.fill("24.20")
    form.submit()
    expect(form.problems).to_have_text(
        ["Enter Cigna’s number of this claim. It is on the payer’s answer, or on its acknowledgement of the claim."]
    )
    form.reference.fill("CIG26118877")
    form.submit()
    expect(chart.toast("Claim C-1042-S filed to Cigna for $24.20, as a replacement.")).to_be_visible()
    expect(chart.row("C-1042-S").root).to_contain_text("Replacement filed 11/23/2026")
    claim = ClaimPage(page, "C-1042-S").open()
    expect(claim.files).to_contain_text("Replacement of CIG26118877, sent 11/23/2026")
    assert "REF*F8*CIG26118877~" in claim.download_837().read_text()
    void = claim.actions.void()
    expect(void.box("Payer’s number of this claim")).to_have_value("CIG26118877")
    void.submit()
    expect(claim.toast("A void of C-1042-S was filed to Cigna.")).to_be_visible()
    expect(claim.files).to_contain_text("Void of CIG26118877")
    expect(claim.actions.open_menu().filter(has_text="Void claim…")).to_have_count(0)
