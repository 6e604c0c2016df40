"""Two tabs at once, and one impatient person: nothing happens twice."""

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.contact import ContactPage
from mbp_claims.testing.pages.eras import EraInboxPage, EraPage
from tests.e2e.kept_rows import asked
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import coinsured

FILES = "SELECT count(*) FROM filed_claim JOIN claim ON claim.id = filed_claim.claim_id WHERE claim.number = ?"


def test_a_claim_submitted_in_two_tabs_is_filed_once(page: Page, other_page: Page, practice: PracticeUnderTest):
    practice.load_scenario("secondary-ready")
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    mine, theirs = here.row("C-1042-S").file(), there.row("C-1042-S").file()
    mine.submit()
    theirs.submit()
    expect(here.toast("Claim C-1042-S filed to Cigna for $23.20.")).to_be_visible()
    expect(there.toast("Claim C-1042-S was filed already. It was not filed again.")).to_be_visible()
    for chart in (here, there):
        expect(chart.row("C-1042-S").status).to_have_text("Filed")
    assert asked(practice, FILES, "C-1042-S") == [(1,)]


def test_two_clicks_on_submit_file_once(page: Page, practice: PracticeUnderTest):
    practice.load_scenario("secondary-ready")
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    form.submit_button.dblclick()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    expect(chart.toast("Claim C-1042-S filed to Cigna for $23.20.")).to_have_count(1)
    expect(chart.toast("was filed already")).to_have_count(0)
    assert asked(practice, FILES, "C-1042-S") == [(1,)]


def test_of_two_tabs_that_add_a_secondary_the_later_is_told(page: Page, other_page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    mine, theirs = here.add_plan().fill("Cigna", "U774105528"), there.add_plan().fill("Humana", "H12345678")
    mine.submit()
    expect(here.secondary("Cigna").root).to_be_visible()
    theirs.submit()
    told = "There is already an active secondary plan (Cigna). End it before you add another."
    expect(theirs.problems).to_have_text([told])
    expect(theirs.member_id).to_have_value("H12345678")
    assert asked(practice, "SELECT count(*) FROM plan WHERE active AND rank = 'secondary'") == [(1,)]


def test_a_primary_cannot_go_in_one_tab_while_a_secondary_comes_in_the_other(
    page: Page, other_page: Page, practice: PracticeUnderTest
):
    practice.load_scenario("primary-only")
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    question = here.primary("Aetna").delete()
    there_form = there.add_plan().fill("Cigna", "U774105528")
    there_form.submit()
    expect(there.secondary("Cigna").root).to_be_visible()
    question.answer("Delete plan")
    refusal = "You cannot delete a primary plan without first removing the secondary plan."
    expect(here.page.get_by_role("alertdialog")).to_contain_text(refusal)
    assert asked(practice, "SELECT count(*) FROM plan WHERE active") == [(2,)]


def test_the_same_era_from_two_tabs_is_posted_once(page: Page, other_page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-filed")
    here, there = (EraInboxPage(tab).open() for tab in (page, other_page))
    era = coinsured("C-1042", "20261103")
    here.import_files(era.file())
    there.import_files(era.file("the-same-again.835"))
    told = "Already imported on 11/23/2026. Nothing was changed."
    expect(there.answers).to_contain_text(told)
    eras = [EraPage(tab).open(1) for tab in (page, other_page)]
    for era in eras:
        expect(era.post_bar).to_contain_text("Post 1 payment, $92.80")
    eras[0].post()
    expect(eras[0].claim("C-1042")).to_contain_text("Ready to file")
    expect(eras[1].claim("C-1042")).to_contain_text("Ready to file")
    expect(eras[1].post_button).to_have_count(0)
    assert asked(practice, "SELECT count(*) FROM remittance") == [(1,)]
    assert asked(practice, "SELECT count(*) FROM claim") == [(2,)]


def test_an_era_that_arrives_while_the_form_is_open_never_overwrites_typing(
    page: Page, other_page: Page, practice: PracticeUnderTest
):
    practice.load_scenario("primary-completed")
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    form.set_adjustment(1, "CO", "45", "40")
    expect(form.balance()).to_have_text("$27.20 short")
    form.adjustment(1).amount.fill("41")
    _answered_anew(other_page)
    expect(form.arrived).to_contain_text("An ERA from Aetna just arrived.")
    expect(form.adjustment(1).amount).to_have_value("41")
    form.root.get_by_role("button", name="Use ERA amounts").click()
    expect(form.banner).to_contain_text("Filled in from the ERA.")
    expect(form.adjustment(1).amount).to_have_value("44.00")
    expect(form.balance()).to_have_text("Balanced")


def _answered_anew(tab: Page) -> None:
    """The claim is reopened, and Aetna's ERA comes after all."""
    chart = ClaimCenterPage(tab).open("R-0412")
    chart.row("C-1042").choose("Reopen claim…")
    tab.get_by_role("alertdialog", name="Reopen claim C-1042?").get_by_role("button", name="Reopen claim").click()
    expect(chart.row("C-1042").status).to_have_text("Filed")
    era = EraInboxPage(tab).open().import_era(coinsured("C-1042", "20261103").file())
    era.post()
    expect(era.claim("C-1042")).to_contain_text("Ready to file")


def test_the_second_to_save_a_client_is_told_and_keeps_what_she_typed(page: Page, other_page: Page):
    here, there = (ContactPage(tab).open("R-0412") for tab in (page, other_page))
    mine, theirs = here.edit(), there.edit()
    theirs.fill(phone="(207) 555-0111").submit()
    expect(there.facts).to_contain_text("(207) 555-0111")
    mine.fill(city="Bath").submit()
    expect(mine.summary).to_contain_text("changed this client")
    expect(mine.summary).to_contain_text("Reload to see it.")
    expect(mine.root.get_by_label("City")).to_have_value("Bath")
    mine.submit()
    expect(here.facts).to_contain_text("Bath")
