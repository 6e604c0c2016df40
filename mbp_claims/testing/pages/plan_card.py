"""A plan on its card in the chart, and its menu."""

from playwright.sync_api import Locator, Page

from mbp_claims.testing.pages.dialog import Dialog, Question
from mbp_claims.testing.pages.plan_dialog import PlanDialog

BLOCKED = "You cannot delete a primary plan without first removing the secondary plan."


class PlanCard:
    """By the name of its article, as "Primary plan: Aetna"."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.root = page.get_by_role("article", name=name, exact=True)
        self.payer = name.partition(": ")[2]
        self.menu_button = self.root.get_by_role("button", name=f"More actions for {self.payer}")
        self.deletion = Question(page, f"Delete the {self.payer} plan?")
        self.letter = self.root.locator("header [data-testid^=plan-badge-]")

    def edit(self) -> PlanDialog:
        self.root.get_by_role("button", name="Edit").click()
        dialog = PlanDialog(self.page, "Edit Insurance Plan", submit="Save changes")
        dialog.filled()
        return dialog

    def choose(self, words: str) -> None:
        self.menu_button.click()
        self.page.get_by_role("menuitem", name=words, exact=True).click()

    def delete(self) -> Question:
        """The question that is asked before."""
        self.choose("Delete plan…")
        return self.deletion

    def try_to_delete(self) -> Question:
        """The refusal, where another plan leans on it."""
        self.choose("Delete plan…")
        return Question(self.page, BLOCKED)

    def end(self, day: str) -> Dialog:
        self.choose("End plan…")
        dialog = Dialog(self.page, "End plan").filled()
        dialog.box("Last day of the plan").fill(day)
        dialog.submit()
        return dialog

    def view_card(self) -> Locator:
        self.root.get_by_role("button", name="View card").click()
        return self.page.get_by_role("dialog", name="Insurance card")
