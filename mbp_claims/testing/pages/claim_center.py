"""The Claim Center of a client's chart: plans, pending claims, filed and completed claims."""

from playwright.sync_api import Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_row import ClaimRow
from mbp_claims.testing.pages.new_claim_dialog import NewClaimDialog
from mbp_claims.testing.pages.plan_card import PlanCard
from mbp_claims.testing.pages.plan_dialog import PlanDialog


class ClaimCenterPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.client = page.get_by_test_id(testids.CLIENT_NAME)
        self.tabs = page.get_by_role("tablist", name="Client chart")
        self.plans = page.get_by_role("region", name="Insurance Plans", exact=True)
        self.cards = self.plans.get_by_role("article")
        self.past_plans = page.get_by_test_id(testids.PAST_PLANS)
        self.question = page.get_by_test_id(testids.PLAN_QUESTION)
        self.offer = page.get_by_test_id(testids.PLAN_OFFER)
        self.pending = page.get_by_role("region", name="Pending Claims", exact=True)
        self.pending_count = page.get_by_test_id(testids.PENDING_COUNT)
        self.filed = page.get_by_role("region", name="Filed and Completed Claims", exact=True)

    def open(self, client_number: str) -> "ClaimCenterPage":
        return self.visit(routes.claim_center(client_number))

    def add_plan(self) -> PlanDialog:
        self.plans.get_by_role("button", name="Add Insurance Plan").first.click()
        return PlanDialog(self.page).filled()

    def primary(self, payer: str) -> PlanCard:
        return PlanCard(self.page, f"Primary plan: {payer}")

    def secondary(self, payer: str) -> PlanCard:
        return PlanCard(self.page, f"Secondary plan: {payer}")

    def other(self, payer: str) -> PlanCard:
        """A plan without a letter: of the past, or one that starts later."""
        return PlanCard(self.page, f"Plan: {payer}")

    def new_claim(self) -> NewClaimDialog:
        self.pending.get_by_role("button", name="New Claim").click()
        return NewClaimDialog(self.page).filled()

    def row(self, number: str) -> ClaimRow:
        return ClaimRow(self.page, number)

    def claims(self, region: Locator) -> Locator:
        """The rows of one of the two regions with claims."""
        return region.get_by_role("table").locator("tbody").get_by_role("row")

    def show_status(self, words: str) -> None:
        self.filed.get_by_role("combobox", name="Status").select_option(words)
