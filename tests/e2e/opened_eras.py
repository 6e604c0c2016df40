"""ERAs as the inbox and their own pages show them, for `opened.py`."""

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.eras import EraInboxPage, EraPage
from tests.e2e.remits import Answer, AnsweredLine, Remit, named

NOVEMBER_17 = AnsweredLine("90837", "20261117", 16000, 9280, (("CO", "45", 4400), ("PR", "2", 2320)))
OFF_LINE = AnsweredLine("90837", "20261117", 16000, 9280, (("CO", "45", 4000), ("PR", "2", 2320)))
STRANGER = Answer("C-2210", (NOVEMBER_17,), member="W218640973")


def era_refused(page: Page) -> None:
    inbox = EraInboxPage(page).open()
    inbox.import_files(named("remit.835", b"%PDF-1.7"), named("empty.835", b""))
    expect(inbox.answers).to_have_count(2)


def era_to_review(page: Page) -> None:
    era = EraInboxPage(page).open().import_era(Remit((Answer("C-1051", (NOVEMBER_17,)), STRANGER)).file())
    expect(era.post_bar).to_be_visible()


def era_not_matched(page: Page) -> None:
    era_to_review(page)
    EraPage(page).show("Not matched")
    expect(EraPage(page).match_box(2)).to_be_visible()


def era_problems(page: Page) -> None:
    EraInboxPage(page).open().import_era(Remit((Answer("C-1051", (OFF_LINE,)),)).file())
    page.get_by_role("button", name="Show segment").click()
    expect(page.get_by_role("region", name="Segments of line 1")).to_be_visible()


def era_posted(page: Page) -> None:
    era_to_review(page)
    EraPage(page).post()
    expect(EraPage(page).toast("1 payment posted.")).to_be_visible()
