"""The page of one claim."""

from pathlib import Path

from playwright.sync_api import Locator, Page

from mbp_claims import routes
from mbp_claims.testing.pages.adjustments import FileClaimDialog
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_row import ClaimActions


class ClaimPage(AppPage):
    def __init__(self, page: Page, number: str) -> None:
        super().__init__(page)
        self.number = number
        self.actions = ClaimActions(page, number)
        self.status = self.actions.status
        self.money = page.get_by_role("region", name="Where the")
        self.lines = page.get_by_role("table", name="Service lines")
        self.timeline = page.get_by_role("list", name="Timeline").get_by_role("listitem")
        self.files = page.get_by_role("region", name="Files")

    def open(self) -> "ClaimPage":
        return self.visit(routes.claim(self.number))

    def answer_of(self, payer: str) -> Locator:
        """What the payer answered."""
        return self.page.get_by_role("region", name=f"{payer}’s answer")

    def file(self) -> FileClaimDialog:
        """By the button of its own beside Actions."""
        self.main.get_by_role("button", name="File Claim").click()
        return FileClaimDialog(self.page).filled()

    def download_837(self) -> Path:
        return self._download("Download 837 file")

    def download_835(self) -> Path:
        return self._download("Download 835 file")

    def _download(self, words: str) -> Path:
        with self.page.expect_download() as downloading:
            self.files.get_by_role("link", name=words).first.click()
        return downloading.value.path()
