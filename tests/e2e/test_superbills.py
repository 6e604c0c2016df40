"""A client wants her own insurer to pay her back: sessions are chosen, and she is given a superbill."""

import pypdfium2
from playwright.sync_api import Download, Page, expect

from mbp_claims.domain.practice import Practice
from mbp_claims.testing.pages.audit import AuditPage
from mbp_claims.testing.pages.palette import Palette
from mbp_claims.testing.pages.superbills import SuperbillsPage
from tests.e2e.practice import PracticeUnderTest

PRINTS = "() => { window.print = () => { document.body.dataset.printed = 'yes'; }; }"


def read(given: Download) -> str:
    pages = pypdfium2.PdfDocument(given.path().read_bytes())
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_sessions_are_chosen_previewed_downloaded_and_printed(page: Page, practice: PracticeUnderTest):
    bills = SuperbillsPage(page).open("R-0412")
    bills.first.fill("11/1/26")
    bills.last.fill("11/10/2026")
    bills.last.blur()
    expect(bills.sessions).to_have_count(2)
    expect(bills.first).to_have_value("11/01/2026")
    expect(bills.all).to_be_checked()
    bills.all.uncheck()
    bills.preview()
    expect(bills.errors).to_be_focused()
    expect(bills.errors).to_contain_text("Choose at least one session")
    bills.session("11/03/2026").check()
    bills.preview()
    expect(bills.sheet).to_be_focused()
    expect(bills.sheet).to_contain_text("Not made yet")
    expect(bills.sheet.get_by_text("F41.1 Generalized anxiety")).to_be_visible()
    expect(bills.sheet.get_by_role("row", name="11/03/2026")).to_contain_text("$160.00$92.80")
    bills.back()
    expect(bills.session("11/03/2026")).to_be_checked()
    expect(bills.session("11/10/2026")).not_to_be_checked()
    bills.preview()

    given = bills.download()
    assert given.suggested_filename == "SB-1001.pdf"
    expect(bills.toast("Superbill SB-1001 made.")).to_be_visible()
    expect(bills.sheet.get_by_role("heading", name="Superbill SB-1001")).to_be_visible()
    text = read(given)
    for said in ("SB-1001", "Rowan Ellis", "1234567893", "Tax ID (EIN)", "90837", "Total $160.00 $92.80", "Signature"):
        assert said in text
    page.evaluate(PRINTS)
    bills.print()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    page.emulate_media(media="print")
    expect(bills.sheet).to_be_visible()
    for gone in (page.get_by_role("navigation").first, page.get_by_role("button", name="Download PDF"), bills.heading):
        expect(gone).to_be_hidden()
    page.emulate_media(media="screen")

    bills.back()
    expect(bills.made).to_have_count(1)
    expect(bills.sessions.filter(has_text="11/03/2026")).to_contain_text("On SB-1001")
    assert read(bills.download_made("SB-1001")) == text
    bills.open_made("SB-1001")
    expect(bills.sheet.get_by_role("heading", name="Superbill SB-1001")).to_be_visible()
    audit = AuditPage(page).open()
    expect(audit.row("Superbill SB-1001 made")).to_be_visible()
    expect(audit.row("Superbill SB-1001 downloaded").first).to_be_visible()


def test_a_missing_tax_id_blocks_and_leads_to_where_it_is_mended(page: Page, practice: PracticeUnderTest):
    with practice.transaction() as db:
        db.get_one(Practice, 1).tax_id = ""
    palette = Palette(page)
    SuperbillsPage(page).visit("/clients")
    palette.open()
    palette.box.fill("invoice rowan")
    page.get_by_role("option", name="Superbills for Rowan Ellis").click()
    bills = SuperbillsPage(page).arrived()
    expect(bills.missing).to_have_role("status")
    bills.preview()
    expect(bills.missing).to_be_focused()
    expect(bills.missing).to_have_role("alert")
    expect(bills.sheet).to_be_hidden()
    bills.missing.get_by_role("link", name="Add the practice’s tax ID in Settings.").click()
    expect(page).to_have_url("/settings")
