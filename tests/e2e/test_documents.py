"""The Documents tab: added, looked at, turned, saved, named, put away and brought back; by hand and by keys."""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.documents import DocumentsPage
from tests.e2e.practice import PracticeUnderTest

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R /Encrypt 2 0 R >>\nstartxref\n9\n%%EOF"


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def picture(kind: str = "PNG") -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (320, 200), "teal").save(drawn, kind)
    return drawn.getvalue()


def test_documents_are_added_looked_at_named_put_away_and_brought_back(page: Page, practice: PracticeUnderTest):
    documents = DocumentsPage(page).open("R-0412")
    before = documents.list.get_by_role("listitem").count()
    documents.add(
        file("consent_to_treatment.pdf", PDF), file("license.png", picture()), file("waves.gif", b"GIF89a"),
    )  # fmt: skip
    expect(documents.toast("2 documents were added.")).to_be_visible()
    expect(documents.list.get_by_role("listitem")).to_have_count(before + 2)
    expect(documents.refused).to_have_text("waves.gif was not added. The file must be a JPG, PNG, HEIC or PDF.")
    expect(documents.row("Consent to treatment")).to_contain_text("Consent form")
    expect(documents.row("Consent to treatment")).to_contain_text("May ask for a password")
    expect(documents.row("License")).to_contain_text("Added by June Marlow, LCSW")
    page.get_by_role("button", name="Clear messages").click()
    expect(documents.refused).to_have_count(0)

    given = documents.download("Consent to treatment")
    assert given.suggested_filename == "Consent to treatment.pdf" and Path(given.path()).read_bytes() == PDF

    shown = documents.preview("License")
    image = shown.root.get_by_role("img", name="Picture of License")
    expect(image).to_have_js_property("naturalWidth", 320)
    for turn in ("1", "2", "3", "0"):
        shown.root.get_by_role("button", name="Rotate").click()
        expect(image).to_have_attribute("data-turn", turn)
    with page.expect_download() as coming:
        shown.root.get_by_role("button", name="Download").click()
    assert coming.value.suggested_filename == "License.png"
    page.keyboard.press("Escape")
    expect(shown.root).to_be_hidden()

    form = documents.edit("License")
    form.box("Name").fill("")
    form.submit()
    expect(form.summary).to_contain_text("Enter a name for the document")
    form.box("Name").fill("Driver’s license")
    form.box("Note (optional)").fill("Expires 2029")
    form.submit()
    expect(form.root).to_be_hidden()
    expect(documents.row("Driver’s license")).to_contain_text("Expires 2029")

    documents.put_away("Driver’s license")
    expect(documents.row("Driver’s license")).to_have_count(0)
    documents.toast("“Driver’s license” was put away.").get_by_role("button", name="Undo").click()
    expect(documents.row("Driver’s license")).to_be_visible()
    documents.put_away("Driver’s license")
    documents.show_put_away()
    expect(documents.away).to_contain_text("Put away 11/23/2026 by June Marlow, LCSW")
    documents.bring_back("Driver’s license")
    expect(documents.row("Driver’s license")).to_be_visible()
    expect(documents.away).to_have_count(0)


def test_the_cards_of_plans_are_among_them_and_keys_alone_do_it_all(page: Page, practice: PracticeUnderTest):
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.primary("Aetna").edit()
    form.choose_card("front", file("aetna.jpg", picture("JPEG")))  # type: ignore[arg-type]
    expect(form.root.get_by_role("button", name="Insurance card, front: choose another file")).to_be_visible()
    form.submit()
    expect(form.root).to_be_hidden()
    page.get_by_role("tab", name="Claim Center").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url("/clients/R-0412/documents")
    expect(page.get_by_role("tab", name="Documents", selected=True)).to_be_focused()
    documents = DocumentsPage(page).arrived()
    card = documents.list.get_by_role("link", name="Insurance card, Aetna, front", exact=True)
    expect(documents.row("Insurance card, Aetna, front")).to_contain_text("Kept with the plan from 01/01/2026")
    card.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Insurance card, front")
    image = dialog.get_by_role("img", name="Front of Aetna insurance card")
    expect(image).to_have_js_property("naturalWidth", 320)
    expect(dialog.get_by_role("button", name="Rotate")).to_be_focused()
    page.keyboard.press("Enter")
    expect(image).to_have_attribute("data-turn", "1")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(card).to_be_focused()
    page.keyboard.press("Enter")
    expect(image).to_be_visible()
    expect(image).not_to_have_attribute("data-turn", "1")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()

    documents.add(file("b.pdf", PDF + b"b"))
    expect(documents.row("B")).to_be_visible()
    page.get_by_role("button", name="Put away B").focus()
    page.keyboard.press("Enter")
    expect(documents.row("B")).to_have_count(0)
    expect(card).to_be_focused()
