"""The owner's story: somebody is invited, given another role, and sent away."""

from playwright.sync_api import Page, expect
from sqlmodel import update

from mbp_claims import testids
from mbp_claims.domain.account import Account
from tests.e2e.axe import findings
from tests.e2e.practice import PracticeUnderTest


def test_somebody_is_invited_given_another_role_and_sent_away(page: Page, practice: PracticeUnderTest):
    page.goto("/people/")
    table = page.get_by_test_id(testids.PEOPLE_TABLE)
    expect(table.get_by_role("row")).to_have_count(4)
    page.get_by_label("Name, as Priya Lindqvist, LCPC").fill("Ines Okonkwo, LMFT")
    page.get_by_test_id(testids.INVITE).click()
    expect(page.get_by_text("Enter the email")).to_be_visible()
    page.get_by_test_id(testids.person_field("email")).fill("ines.okonkwo@example.com")
    page.get_by_test_id(testids.INVITE).click()
    link = page.get_by_test_id(testids.INVITATION)
    expect(link).to_contain_text("Pass this link on to Ines Okonkwo")
    expect(link).to_contain_text("/reset-password/#")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link.get_by_role("button", name="Copy").click()
    expect(link.get_by_text("Copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(practice.address) and copied in link.inner_text()
    row = table.get_by_role("row").filter(has_text="Ines Okonkwo")
    row.get_by_label("Role of Ines Okonkwo, LMFT").select_option("biller")
    expect(page.get_by_text("Ines Okonkwo has another role now.")).to_be_visible()
    row.get_by_role("button", name="Disable").click()
    asked = page.get_by_role("alertdialog", name="Disable Ines Okonkwo, LMFT?")
    expect(asked.get_by_role("button", name="Keep")).to_be_focused()
    page.keyboard.press("Escape")
    expect(asked).to_be_hidden()
    expect(row.get_by_role("button", name="Disable")).to_be_focused()
    row.get_by_role("button", name="Disable").click()
    asked.get_by_role("button", name="Disable").click()
    expect(row.get_by_role("button", name="Enable")).to_be_visible()
    owner = table.get_by_role("row").filter(has_text="June Marlow")
    owner.get_by_role("button", name="Disable").click()
    page.get_by_role("alertdialog", name="Disable June Marlow").get_by_role("button", name="Disable").click()
    expect(page.get_by_text("A practice keeps an owner.")).to_be_visible()
    expect(owner.get_by_role("button", name="Disable")).to_be_visible()
    assert findings(page) == []


def test_a_link_is_shown_once_and_is_gone_with_the_page(page: Page, practice: PracticeUnderTest):
    with practice.transaction() as db:
        db.exec(update(Account).values(demo=False))
    page.goto("/people/")
    row = page.get_by_test_id(testids.PEOPLE_TABLE).get_by_role("row").filter(has_text="Priya Lindqvist")
    row.get_by_role("button", name="New link").click()
    link = page.get_by_test_id(testids.INVITATION)
    expect(link).to_contain_text("/reset-password/#")
    page.get_by_role("link", name="Clients").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Clients")
    page.go_back()
    expect(row).to_be_visible()
    expect(link).to_be_hidden()
    expect(page.get_by_text("/reset-password/#")).to_have_count(0)
