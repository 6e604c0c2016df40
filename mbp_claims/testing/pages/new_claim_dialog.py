"""New Claim: a session to be billed."""

from playwright.sync_api import Locator, Page

from mbp_claims import testids
from mbp_claims.testing.pages.dialog import Dialog


class NewLine:
    """A service line of the form."""

    def __init__(self, root: Locator) -> None:
        self.root = root
        self.procedure = root.get_by_role("combobox", name="Procedure code")
        self.modifiers = root.get_by_role("textbox", name="Modifiers")
        self.units = root.get_by_role("textbox", name="Units")
        self.charge = root.get_by_role("textbox", name="Charge")
        self.pointers = root.get_by_role("textbox", name="Diagnoses")
        self.own_date = root.get_by_role("textbox", name="Own date")

    def fill(self, procedure: str, charge: str) -> None:
        self.procedure.fill(procedure)
        self.procedure.press("Tab")
        self.charge.fill(charge)


class NewClaimDialog(Dialog):
    """New Claim; or Edit Claim, while the claim waits for us."""

    def __init__(self, page: Page, name: str = "New Claim", submit: str = "Add claim") -> None:
        super().__init__(page, name, submit)
        self.date = self.box("Date of service")
        self.will_be_billed = self.root.get_by_test_id(testids.NEW_CLAIM_PLAN)
        self.total = self.root.get_by_test_id(testids.NEW_CLAIM_TOTAL)
        self.lines = self.root.get_by_role("region", name="Service line")
        self.place = self.root.get_by_test_id(testids.NEW_CLAIM_PLACE)

    def diagnosis(self, number: int) -> Locator:
        return self.root.get_by_role("combobox", name=f"Diagnosis {number}", exact=True)

    def set_diagnosis(self, number: int, code: str) -> None:
        self.diagnosis(number).fill(code)
        self.diagnosis(number).press("Tab")

    def line(self, number: int) -> NewLine:
        return NewLine(self.root.get_by_role("region", name=f"Service line {number}", exact=True))

    def add_line(self) -> None:
        self.root.get_by_role("button", name="Add service line").click()

    def add_diagnosis(self) -> None:
        self.root.get_by_role("button", name="Add diagnosis").click()

    def remove_line(self, number: int) -> None:
        self.root.get_by_role("button", name=f"Remove service line {number}", exact=True).click()
