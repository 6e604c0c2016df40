"""The owner's story: somebody is invited, given another role, and sent away."""

from playwright.sync_api import Page, expect

from mbp_claims import testids
from tests.e2e.axe import findings


def test_somebody_is_invited_given_another_role_and_sent_away(page: Page):
    page.goto("/people/")
    table = page.get_by_test_id(testids.PEOPLE_TABLE)
    expect(table.get_by_role("row")).to_have_count(4)
    page.get_by_label("Name, as Priya Lindqvist, LCPC").fill("Ines Okonkwo, LMFT")
    page.get_by_test_id(testids.INVITE).click()
    expect(page.get_by_text("Enter the email")).to_be_visible()
    page.get_by_test_id(testids.person_field("email")).fill("ines.okonkwo@example.com")
    page.get_by_test_id(testids.INVITE).click()
    expect(page.get_by_test_id(testids.INVITATION)).to_contain_text("/reset-password/#")
    row = table.get_by_role("row").filter(has_text="Ines Okonkwo")
    row.get_by_label("Role of Ines Okonkwo, LMFT").select_option("biller")
    expect(page.get_by_text("Ines Okonkwo has another role now.")).to_be_visible()
    row.get_by_role("button", name="Disable").click()
    expect(row.get_by_role("button", name="Enable")).to_be_visible()
    owner = table.get_by_role("row").filter(has_text="June Marlow")
    owner.get_by_role("button", name="Disable").click()
    expect(page.get_by_text("A practice keeps an owner.")).to_be_visible()
    expect(owner.get_by_role("button", name="Disable")).to_be_visible()
    assert findings(page) == []
