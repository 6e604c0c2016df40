"""A payer that takes paper only: said once in the print form, then the claim is printed and filed."""

from playwright.sync_api import Download, Page, expect

from mbp_claims import testids
from mbp_claims.testing.pages.adjustments import FileClaimDialog
from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.dialog import Dialog


def downloaded(page: Page, form: Dialog) -> Download:
    with page.expect_download() as downloading:
        form.submit()
    return downloading.value


def test_a_claim_is_printed_then_filed_on_paper(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    form = claim.actions.print_form()
    form.root.get_by_test_id(testids.PRINT_RIGHT).fill("far")
    form.submit()
    expect(form.summary).to_be_focused()
    expect(form.problems).to_have_text(["Enter millimeters from -20 to 20, like 1.5"])
    form.root.get_by_test_id(testids.PRINT_RIGHT).fill("1.5")
    form.box("Mailing address of the payer (optional)").fill("PO Box 188061\nChattanooga, TN 37422")
    form.box("This payer takes paper claims only").check()
    printed = downloaded(page, form)
    assert printed.suggested_filename == "C-1042-S-CMS-1500.pdf"
    assert printed.path().read_bytes().startswith(b"%PDF-")
    expect(form.root).to_be_hidden()
    expect(claim.status).to_have_text("Ready to file")
    expect(claim.main.get_by_role("button", name="Print and file on paper")).to_be_visible()

    claim.actions.choose("Print and file on paper")
    adjustments = FileClaimDialog(page).filled()
    with page.expect_download() as downloading:
        adjustments.root.get_by_role("button", name="Print and file", exact=True).click()
    assert downloading.value.suggested_filename == "C-1042-S-CMS-1500.pdf"
    expect(claim.toast("Claim C-1042-S filed on paper to Cigna for $23.20.")).to_be_visible()
    expect(claim.status).to_have_text("Filed")
    expect(claim.timeline.first).to_contain_text("C-1042-S filed on paper to Cigna")
    with page.expect_download() as downloading:
        claim.files.get_by_role("link", name="Download claim form").click()
    assert downloading.value.path().read_bytes().startswith(b"%PDF-")


def test_a_test_page_is_printed_and_the_eob_of_an_answer(page: Page):
    claim = ClaimPage(page, "C-1042-S").open()
    form = claim.actions.print_form()
    form.box("Print a test page instead").check()
    assert downloaded(page, form).suggested_filename == "CMS-1500-test-page.pdf"
    with page.expect_download() as downloading:
        claim.files.get_by_role("link", name="Download EOB").click()
    assert downloading.value.suggested_filename == "C-1042-EOB.pdf"
