"""Every page of the demo practice, and whatever opens on them: for what must hold everywhere."""


import io

from PIL import Image
from playwright.sync_api import Page, expect

from mbp_claims import testids
from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.contact import ContactPage
from mbp_claims.testing.pages.documents import DocumentsPage
from mbp_claims.testing.pages.eras import EraInboxPage
from mbp_claims.testing.pages.records import RecordsPage
from mbp_claims.testing.pages.settings import SettingsPage
from mbp_claims.testing.pages.superbills import SuperbillsPage
from tests.e2e.opened_eras import era_not_matched, era_posted, era_problems, era_refused, era_to_review
from tests.e2e.remits import left_open, wrong_order

ADDRESSES = (
    "/", "/clients", "/clients/R-0412", "/clients/R-0433", "/clients/R-9999", "/money",
    "/clients/R-0412/claim-center", "/clients/R-0405/claim-center", "/clients/R-0433/claim-center",
    "/clients/R-0412/contact", "/clients/R-9999/claim-center", "/claims", "/claims/C-1042", "/claims/C-1042-S",
    "/claims/C-1047-S", "/claims/C-9999", "/era", "/era/4", "/era/9999", "/clearinghouse", "/nowhere",
    "/ledger/60054", "/ledger/1", "/settings", "/people", "/audit", "/clients/R-0412/records", "/account",
    "/clients/R-0433/documents",
    "/clients/R-0412/superbills",
)  # fmt: skip


def _file_from_the_era(page: Page) -> None:
    _rowan(page).row("C-1042-S").file()


def _file_without_an_era(page: Page) -> None:
    form = _rowan(page).row("C-1039-S").file()
    form.add_adjustment()
    expect(form.adjustment(2).root).to_contain_text("Use remaining $96.00")


def _file_with_errors(page: Page) -> None:
    form = _rowan(page).row("C-1047-S").file()
    form.adjustment(1).amount.fill("a lot")
    form.submit()
    expect(form.summary).to_be_focused()


def _file_over_the_era(page: Page) -> None:
    form = _rowan(page).row("C-1042-S").file()
    form.adjustment(2).amount.fill("20")
    form.adjustment(1).remove_button.click()
    expect(form.root).to_contain_text("ERA said $23.20")
    expect(form.root).to_contain_text("Adjustment 1 removed.")


def _print_with_errors(page: Page) -> None:
    form = _rowan(page).row("C-1042-S").print_form()
    form.root.get_by_test_id(testids.PRINT_DOWN).fill("far")
    form.submit()
    expect(form.summary).to_be_focused()


def _file_a_primary(page: Page) -> None:
    ClaimCenterPage(page).open("R-0430").row("C-1052").file()


def _complete(page: Page) -> None:
    _rowan(page).row("C-1051").mark_as_completed()


def _complete_with_errors(page: Page) -> None:
    form = _rowan(page).row("C-1051").mark_as_completed()
    form.submit()
    expect(form.summary).to_be_focused()


def _open_reasons(page: Page) -> None:
    form = _rowan(page).row("C-1051").mark_as_completed()
    form.adjustment(1).reason.fill("co")
    expect(form.adjustment(1).reasons.first).to_be_visible()


def _discard(page: Page) -> None:
    form = _rowan(page).row("C-1051").mark_as_completed()
    form.paid(1).fill("1")
    form.cancel()
    expect(page.get_by_role("alertdialog", name="Discard this answer?")).to_be_visible()


def _new_claim(page: Page) -> None:
    _rowan(page).new_claim().add_line()
    expect(page.get_by_role("region", name="Service line 2")).to_be_visible()


def _new_claim_with_errors(page: Page) -> None:
    form = _rowan(page).new_claim()
    form.date.fill("yesterday")
    form.line(1).charge.fill("")
    form.submit()
    expect(form.summary).to_be_focused()


def _add_plan(page: Page) -> None:
    form = _rowan(page).add_plan()
    form.relationship.select_option("Spouse")
    form.same_address.uncheck()
    form.payer.fill("blue")
    expect(form.root.get_by_role("option").first).to_be_visible()


def _add_plan_with_errors(page: Page) -> None:
    form = ClaimCenterPage(page).open("R-0433").add_plan()
    form.relationship.select_option("Child")
    form.secondary.check()
    form.submit()
    expect(form.summary).to_be_focused()


def _edit_plan(page: Page) -> None:
    _rowan(page).secondary("Cigna").edit()


def _plan_menu(page: Page) -> None:
    _rowan(page).primary("Aetna").menu_button.click()
    expect(page.get_by_role("menu")).to_be_visible()


def _delete_plan(page: Page) -> None:
    expect(_rowan(page).secondary("Cigna").delete().root).to_be_visible()


def _delete_blocked(page: Page) -> None:
    expect(_rowan(page).primary("Aetna").try_to_delete().root).to_be_visible()


def _end_plan(page: Page) -> None:
    expect(_rowan(page).secondary("Cigna").end("1/1/2020").summary).to_be_focused()


def _actions(page: Page) -> None:
    _rowan(page).row("C-1042-S").open_menu()
    expect(page.get_by_role("menu")).to_be_visible()


def _toast(page: Page) -> None:
    chart = _rowan(page)
    chart.row("C-1042-S").mark_as_not_billable()
    expect(chart.toast("C-1042-S is marked as not billable.")).to_be_visible()


def _add_client(page: Page) -> None:
    form = ClientsPage(page).open().add_client()
    form.submit()
    expect(form.summary).to_be_focused()


def _record_disclosure(page: Page) -> None:
    form = RecordsPage(page).open("R-0412").record()
    form.submit()
    expect(form.summary).to_be_focused()


def _document(page: Page) -> DocumentsPage:
    drawn = io.BytesIO()
    Image.new("RGB", (320, 200), "teal").save(drawn, "PNG")
    documents = DocumentsPage(page).open("R-0412")
    documents.add(
        {"name": "license.png", "mimeType": "image/png", "buffer": drawn.getvalue()},
        {"name": "waves.gif", "mimeType": "image/gif", "buffer": b"GIF89a"},
    )  # fmt: skip
    expect(documents.row("License")).to_be_visible()
    expect(documents.refused).to_be_visible()
    return documents


def _documents(page: Page) -> None:
    _document(page)


def _document_preview(page: Page) -> None:
    expect(_document(page).preview("License").root.get_by_role("img")).to_be_visible()


def _edit_document(page: Page) -> None:
    form = _document(page).edit("License")
    form.box("Name").fill("")
    form.submit()
    expect(form.summary).to_be_focused()


def _edit_client(page: Page) -> None:
    ContactPage(page).open("R-0412").edit()


def _no_client_found(page: Page) -> None:
    clients = ClientsPage(page).open()
    clients.search("Nobody")
    expect(page.get_by_role("heading", name="No clients match")).to_be_visible()


def _actions_of_a_claims_page(page: Page) -> None:
    ClaimPage(page, "C-1042-S").open().actions.open_menu()
    expect(page.get_by_role("menu")).to_be_visible()


def _filed_together(page: Page) -> None:
    claims = ClaimsPage(page).open()
    for number in ("C-1042-S", "C-1039-S"):
        claims.pick(number).check()
    claims.file_picked("File 2 claims")


def _picked(page: Page) -> None:
    claims = ClaimsPage(page).open()
    claims.pick("C-1042-S").check()
    expect(claims.bar).to_be_visible()


def _replace_with_errors(page: Page) -> None:
    _rowan(page).row("C-1042-S").file().submit()
    form = _rowan(page).row("C-1042-S").replace()
    form.submit()
    expect(form.summary).to_be_focused()


def _void_with_errors(page: Page) -> None:
    _rowan(page).row("C-1042-S").file().submit()
    form = _rowan(page).row("C-1042-S").void()
    form.submit()
    expect(form.summary).to_be_focused()


def _swap(page: Page) -> None:
    era = EraInboxPage(page).open().import_era(wrong_order("C-1051", "20261117").file())
    era.post()
    expect(era.toast("1 payment posted. 1 was denied.")).to_be_visible()
    _rowan(page).row("C-1051").swap()


def _decision(page: Page) -> None:
    era = EraInboxPage(page).open().import_era(left_open("C-1051", "20261117").file())
    era.post()
    expect(era.toast("1 payment posted.")).to_be_visible()
    claim = ClaimPage(page, "C-1051").open()
    expect(claim.main.get_by_role("group", name="Decide about the open amount")).to_be_visible()


def _settings_with_errors(page: Page) -> None:
    form = SettingsPage(page).open().edit("Practice")
    form.fill(address="PO Box 12", zip="04101")
    form.save()
    expect(form.summary).to_be_focused()


def _settings_numbers(page: Page) -> None:
    expect(SettingsPage(page).open().edit("NPI and tax ID").field("NPI")).to_have_value("1234567893")


def _superbill(page: Page) -> None:
    bills = SuperbillsPage(page).open("R-0412")
    bills.preview()
    expect(bills.sheet).to_be_focused()


def _superbill_with_errors(page: Page) -> None:
    bills = SuperbillsPage(page).open("R-0412")
    bills.all.uncheck()
    bills.preview()
    expect(bills.errors).to_be_focused()


def _rowan(page: Page) -> ClaimCenterPage:
    return ClaimCenterPage(page).open("R-0412")


OPENED = (
    _file_from_the_era, _file_without_an_era, _file_with_errors, _file_over_the_era, _file_a_primary,
    _print_with_errors, _complete,
    _complete_with_errors, _open_reasons, _discard, _new_claim, _new_claim_with_errors, _add_plan,
    _add_plan_with_errors, _edit_plan, _plan_menu, _delete_plan, _delete_blocked, _end_plan, _actions, _toast,
    _add_client, _edit_client, _record_disclosure, _documents, _document_preview,
    _edit_document, _no_client_found, era_refused, _actions_of_a_claims_page,
    _filed_together, _picked, _replace_with_errors, _void_with_errors, era_to_review, era_not_matched,
    era_problems, era_posted, _settings_with_errors, _settings_numbers, _swap, _decision, _superbill,
    _superbill_with_errors,
)  # fmt: skip

ON_A_PHONE = (
    _file_without_an_era, _add_plan_with_errors, _new_claim, _actions, era_refused, era_to_review, era_not_matched,
    _documents, _document_preview, era_problems, _settings_with_errors, _swap, _decision, _superbill,
)  # fmt: skip
