"""What a person does once a payer has answered: swaps the payers’ order, decides what was left open, works in a form
that the ERA filled."""

import pytest
from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.eras import EraInboxPage
from tests.e2e.keyboard import Keyboard
from tests.e2e.remits import Remit, left_open, wrong_order

NUMBER, DAY = "C-1051", "20261117"


def answered(page: Page, remit: Remit) -> None:
    era = EraInboxPage(page).open().import_era(remit.file())
    era.post()
    expect(era.claim(NUMBER)).to_contain_text("Posted")


def test_the_payers_order_is_swapped_with_the_keyboard(page: Page):
    answered(page, wrong_order(NUMBER, DAY))
    chart = ClaimCenterPage(page).open("R-0412")
    row, keys = chart.row(NUMBER), Keyboard(page)
    dialog = row.swap()
    expect(dialog.root).to_contain_text("Cigna will pay first, Aetna second.")
    keys.press("Escape")
    expect(dialog.root).to_be_hidden()
    expect(row.actions).to_be_focused()
    row.swap()
    keys.tab_to(dialog.submit_button)
    keys.press("Enter")
    expect(chart.toast("Cigna pays first now, Aetna second.")).to_be_visible()
    expect(dialog.root).to_be_hidden()
    expect(row.status).to_have_text("Ready to file")
    expect(row.root).to_contain_text("Cigna")
    expect(chart.primary("Cigna").root).to_be_visible()
    expect(chart.secondary("Aetna").root).to_be_visible()
    row.file().submit()
    expect(row.status).to_have_text("Filed")
    assert "NM1*PR*2*CIGNA*****PI*62308~" in ClaimPage(page, NUMBER).open().download_837().read_text()


@pytest.mark.parametrize(("choice", "said"), [("Write it off", "written off"), ("Bill the client", "client")])
def test_what_the_payers_left_open_is_decided_and_taken_back(page: Page, choice: str, said: str):
    answered(page, left_open(NUMBER, DAY))
    claim = ClaimPage(page, NUMBER).open()
    asked = claim.main.get_by_role("group", name="Decide about the open amount")
    expect(asked).to_contain_text("$5.00 is left open by the payers (PI or OA).")
    asked.get_by_role("button", name=choice).click()
    expect(claim.toast("Decided. The ledger shows it.")).to_be_visible()
    expect(asked).to_be_hidden()
    decided = claim.main.get_by_text("$5.00").filter(has_text=said)
    expect(decided.first).to_be_visible()
    claim.main.get_by_role("button", name="Take it back").click()
    expect(asked).to_be_visible()


def test_what_the_era_said_is_kept_beside_an_edit_and_can_be_restored(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    share = form.adjustment(2)
    share.amount.fill("20")
    share.amount.blur()
    expect(share.root).to_contain_text("ERA said $23.20")
    expect(form.root).to_contain_text("$3.20 short")
    form.submit()
    expect(form.summary).to_be_focused()
    share.restore_button.click()
    expect(share.amount).to_have_value("23.20")
    expect(share.root).not_to_contain_text("ERA said")
    form.adjustment(1).remove_button.click()
    form.root.get_by_role("button", name="Undo").click()
    expect(form.adjustment(1).amount).to_have_value("44.00")
    form.submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
