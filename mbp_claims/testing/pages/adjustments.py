"""The two forms with adjustments: File Claim, and Complete Claim from a paper EOB."""

from playwright.sync_api import Locator, Page

from mbp_claims import testids
from mbp_claims.testing.pages.dialog import Dialog


class Adjustment:
    """One adjustment; `number` runs through all lines of the claim."""

    def __init__(self, dialog: Locator, number: int) -> None:
        self.dialog = dialog
        self.root = dialog.get_by_role("group", name=f"Adjustment {number}", exact=True)
        self.group = self.root.get_by_role("combobox", name=f"Group code, adjustment {number}", exact=True)
        self.reason = self.root.get_by_role("combobox", name=f"Reason code, adjustment {number}", exact=True)
        self.reasons = self.root.get_by_role("listbox").get_by_role("option")
        self.amount = self.root.get_by_role("textbox", name=f"Amount, adjustment {number}", exact=True)
        self.remove_button = self.root.get_by_role("button", name=f"Remove adjustment {number}", exact=True)
        self.restore_button = self.root.get_by_role("button", name=f"Restore adjustment {number}", exact=True)

    def pick_reason(self, typed: str, option: str) -> None:
        """Finds the reason by number or by words."""
        self.reason.fill(typed)
        self.root.get_by_role("listbox").get_by_role("option", name=option, exact=True).click()

    def use_remaining(self) -> None:
        self.root.get_by_role("button", name="Use remaining").click()


class AdjustmentsDialog(Dialog):
    def line(self, number: int) -> Locator:
        return self.root.get_by_role("region", name=f"Service line {number}", exact=True)

    def paid(self, line: int) -> Locator:
        """What the payer paid for the line."""
        return self.root.get_by_test_id(testids.line_paid(line))

    def adjustment(self, number: int) -> Adjustment:
        return Adjustment(self.root, number)

    def set_adjustment(self, number: int, group: str, reason: str, amount: str) -> None:
        """`reason` is a code: the first that the list offers for it is taken, as Enter does."""
        one = self.adjustment(number)
        one.group.select_option(group)
        one.reason.fill(reason)
        one.reason.press("Enter")
        one.amount.fill(amount)

    def add_adjustment(self, line: int = 1) -> None:
        self.line(line).get_by_role("button", name="Add adjustment").click()

    def undo_removal(self) -> None:
        self.root.get_by_role("button", name="Undo").click()

    def equation(self, line: int = 1) -> Locator:
        """Charge = paid + adjusted of a line, and whether it balances. A claim of one line has it once."""
        return self.root.get_by_test_id(testids.balance(line))

    def balance(self, line: int = 1) -> Locator:
        """Balanced, $4.00 short or $4.00 over."""
        return self.equation(line).get_by_test_id(testids.BALANCE_STATE)

    @property
    def total(self) -> Locator:
        """The equation of a claim of several lines."""
        return self.root.get_by_test_id(testids.BALANCE_TOTAL)


class FileClaimDialog(AdjustmentsDialog):
    def __init__(self, page: Page, name: str = "File Claim") -> None:
        super().__init__(page, name, submit="Submit")
        self.reference = self.root.get_by_role("textbox", name="Payer’s number of this claim")
        self.banner = self.root.get_by_test_id(testids.ERA_BANNER)
        self.arrived = self.root.get_by_test_id(testids.ARRIVED_BANNER)
        self.bill = self.root.get_by_test_id(testids.BILL_AMOUNT)


class CompleteDialog(AdjustmentsDialog):
    def __init__(self, page: Page) -> None:
        super().__init__(page, "Complete Claim", submit="Complete claim")
        self.date = self.box("Date of the EOB")
        self.claim_number = self.root.get_by_role("textbox", name="Payer’s claim number")
        self.later = self.root.get_by_role(
            "checkbox", name="I will enter the adjustments when I file the secondary claim"
        )
