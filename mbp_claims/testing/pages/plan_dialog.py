"""Add Insurance Plan, and Edit Insurance Plan."""

import re
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page

from mbp_claims import testids
from mbp_claims.testing.pages.dialog import Dialog


class PlanDialog(Dialog):
    def __init__(self, page: Page, name: str = "Add Insurance Plan", submit: str = "") -> None:
        super().__init__(page, name, submit)
        self.payer = self.root.get_by_role("combobox", name="Payer", exact=True)
        self.name = self.root.get_by_role("textbox", name="Plan name (optional)")
        self.member_id = self.root.get_by_role("textbox", name="Member ID")
        self.copay = self.root.get_by_role("textbox", name="Copay (optional)")
        self.relationship = self.root.get_by_role("combobox", name="Client’s relationship to subscriber")
        self.effective = self.root.get_by_role("textbox", name="Effective date")
        self.ends = self.root.get_by_role("textbox", name="End date (optional)")
        self.secondary = self.root.get_by_role("checkbox", name="Secondary")
        self.why_second = self.root.get_by_role("combobox", name="Why Medicare pays second")
        self.subscriber = self.root.get_by_role("group", name="Subscriber")
        self.same_address = self.root.get_by_role("checkbox", name="Same address as the client")

    def choose_payer(self, name: str) -> None:
        """One of the list: its option ends with its payer id."""
        self.payer.fill(name)
        self.root.get_by_role("option", name=re.compile(rf"^{re.escape(name)} \S+$")).click()

    def fill(self, payer: str, member_id: str, effective: str = "01/01/2026") -> "PlanDialog":
        """What every plan needs."""
        self.choose_payer(payer)
        self.member_id.fill(member_id)
        self.effective.fill(effective)
        return self

    def subscriber_field(self, label: str) -> Locator:
        """One of First name, Last name, Date of birth, Sex on file with the payer, Address, City, State, ZIP code."""
        return self.subscriber.get_by_label(label, exact=True)

    def choose_card(self, side: str, file: Path | FilePayload) -> None:
        """`side` is front or back."""
        button = self.root.get_by_test_id({"front": testids.CARD_FRONT, "back": testids.CARD_BACK}[side])
        with self.page.expect_file_chooser() as choosing:
            button.click()
        choosing.value.set_files(file)
