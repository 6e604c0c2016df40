"""What claims say of the practice is changed in the browser, and the next file says so; the one before does not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select, update

from mbp_claims import testids
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.practice import Practice
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.settings import SettingsPage
from tests.e2e.practice import PracticeUnderTest


def files(practice: PracticeUnderTest) -> list[str]:
    with practice.transaction() as db:
        return list(db.exec(select(ClaimFile.content).order_by(col(ClaimFile.id))))


def filed(page: Page, number: str) -> None:
    row = ClaimCenterPage(page).open("R-0412").row(number)
    row.file().submit()
    expect(row.status).to_have_text("Filed")


@pytest.fixture
def made_up(practice: PracticeUnderTest) -> Iterator[PracticeUnderTest]:
    """A practice that ends as it began: test mode puts nothing in the place of one that files claims to be paid."""
    yield practice
    with practice.transaction() as db:
        db.exec(update(Practice).values(usage="T"))


def test_the_next_file_says_what_was_set_and_the_one_before_stays(page: Page, made_up: PracticeUnderTest):
    practice = made_up
    filed(page, "C-1042-S")
    before = files(practice)
    settings = SettingsPage(page).open()
    form = settings.edit("Practice")
    form.fill(kind="person", first_name="June", name="Marlow", address="PO Box 9")
    form.save()
    expect(form.summary).to_contain_text("Payers refuse a PO box here.")
    expect(form.field("First name")).to_have_value("June")
    form.fill(address="9 Kelp Row")
    form.save()
    expect(form.root).to_be_hidden()
    expect(settings.part("Practice")).to_contain_text("June Marlow")
    expect(settings.part("Practice").get_by_role("button")).to_be_focused()
    numbers = settings.edit("NPI and tax ID")
    numbers.fill(tax_id_type="SY", tax_id="123-45-6789")
    numbers.save()
    expect(settings.part("NPI and tax ID")).to_contain_text("•••-••-6789")
    sending = settings.edit("Electronic claims")
    sending.fill(usage="P")
    sending.save()
    expect(settings.part("Electronic claims")).to_contain_text("payers pay them")
    row = ClaimCenterPage(page).open("R-0430").row("C-1052")
    row.file().submit()
    expect(row.status).to_have_text("Filed")
    *earlier, last = files(practice)
    assert earlier == before
    assert "NM1*85*1*MARLOW*JUNE****XX*1234567893~" in last
    assert "N3*9 KELP ROW~" in last and "REF*SY*123456789~" in last
    assert last[:106].endswith("*0*P*:~")


def test_how_long_is_waited_for_what_a_payer_sent_on_is_said_payer_by_payer(page: Page, practice: PracticeUnderTest):
    SettingsPage(page).open()
    waits = page.get_by_test_id(testids.SETTINGS_WAITS)
    days = waits.get_by_role("textbox", name="Aetna, working days", exact=True)
    expect(days).to_have_value("15")
    days.fill("many")
    waits.get_by_role("button", name="Save").click()
    expect(waits.get_by_role("alert")).to_contain_text("Enter how many working days to wait for Aetna, from 1 to 90")
    expect(days).to_have_value("many")
    days.fill("20")
    days.press("Enter")
    expect(waits.get_by_role("alert")).to_be_hidden()
    page.reload()
    expect(days).to_have_value("20")
