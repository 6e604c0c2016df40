"""One claim as a row, and its Actions."""

from playwright.sync_api import Locator, Page

from mbp_claims import testids
from mbp_claims.testing.pages.adjustments import CompleteDialog, FileClaimDialog
from mbp_claims.testing.pages.dialog import Dialog
from mbp_claims.testing.pages.new_claim_dialog import NewClaimDialog


class ClaimActions:
    """The menu Actions of a claim, wherever it stands."""

    def __init__(self, page: Page, number: str) -> None:
        self.page = page
        self.number = number
        self.actions = page.get_by_role("button", name=f"Actions for claim {number}", exact=True)
        self.menu = page.get_by_role("menu", name=f"Actions for claim {number}", exact=True)
        self.status = page.get_by_test_id(testids.claim_status(number))

    def open_menu(self) -> Locator:
        """Its items, the next step first."""
        self.actions.click()
        return self.menu.get_by_role("menuitem")

    def choose(self, words: str) -> None:
        self.open_menu().and_(self.page.get_by_role("menuitem", name=words, exact=True)).click()

    def file(self, words: str = "File Claim") -> FileClaimDialog:
        self.choose(words)
        return FileClaimDialog(self.page).filled()

    def replace(self, words: str = "Replace claim…") -> FileClaimDialog:
        self.choose(words)
        return FileClaimDialog(self.page, "Replace Claim").filled()

    def void(self) -> Dialog:
        self.choose("Void claim…")
        return Dialog(self.page, "Void Claim", submit="Void claim").filled()

    def swap(self) -> Dialog:
        self.choose("Swap payers’ order…")
        return Dialog(self.page, "Swap payers’ order", submit="Swap order").filled()

    def print_form(self) -> Dialog:
        self.choose("Print claim form")
        return Dialog(self.page, "Print claim form", submit="Download PDF").filled()

    def mark_as_completed(self) -> CompleteDialog:
        self.choose("Mark as completed…")
        return CompleteDialog(self.page).filled()

    def edit(self) -> NewClaimDialog:
        self.choose("Edit claim…")
        return NewClaimDialog(self.page, f"Edit claim {self.number}", submit="Save changes").filled()

    def mark_as_not_billable(self) -> None:
        self.choose("Mark as not billable")


class ClaimRow(ClaimActions):
    """A row of one of the tables."""

    def __init__(self, page: Page, number: str) -> None:
        super().__init__(page, number)
        self.root = page.get_by_test_id(testids.claim_row(number))
        self.link = self.root.get_by_role("link", name=number, exact=True)
