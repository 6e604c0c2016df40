"""The ERA Inbox, and one ERA."""

import base64
import re
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage

DRAGGED = """([name, content]) => {
    const dragged = new DataTransfer();
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    dragged.items.add(new File([bytes], name));
    return dragged;
}"""


class EraInboxPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.table = page.get_by_role("table", name="ERAs")
        self.rows = self.table.locator("tbody").get_by_role("row")
        self.answers = page.get_by_test_id(testids.ERA_PROBLEM)
        self.progress = page.get_by_role("progressbar", name="Import progress")
        self.zone = page.get_by_test_id(testids.ERA_DROP)

    def open(self) -> "EraInboxPage":
        return self.visit(routes.ERAS)

    def row(self, check: str) -> Locator:
        return self.page.get_by_test_id(testids.era_row(check))

    def import_files(self, *files: Path | FilePayload) -> None:
        """By the button Import ERA and the choice of files that it opens."""
        with self.page.expect_file_chooser() as choosing:
            self.page.get_by_role("button", name="Import ERA").click()
        choosing.value.set_files([*files])

    def import_era(self, file: Path | FilePayload) -> "EraPage":
        """One file that will be taken: its page opens."""
        self.import_files(file)
        self.page.wait_for_url("**/era/*")
        return EraPage(self.page).arrived()

    def drag_in(self, name: str, content: bytes) -> Locator:
        """A file dragged over the zone, and not let go yet."""
        self.dragged = self.page.evaluate_handle(DRAGGED, [name, base64.b64encode(content).decode()])
        self.zone.dispatch_event("dragenter", {"dataTransfer": self.dragged})
        self.zone.dispatch_event("dragover", {"dataTransfer": self.dragged})
        return self.zone

    def let_go(self) -> None:
        self.zone.dispatch_event("drop", {"dataTransfer": self.dragged})


class EraPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.adds_up = page.get_by_role("region", name="Does it add up?")
        self.panel = page.get_by_role("tabpanel")
        self.file = page.get_by_test_id(testids.ERA_FILE)
        self.history = page.get_by_role("list", name="History")
        self.post_bar = page.locator(".postbar")
        self.post_button = page.get_by_role("button", name="Post", exact=True)
        self.progress = page.get_by_role("progressbar", name="Posting progress")

    def open(self, era_id: int | str) -> "EraPage":
        return self.visit(routes.era(era_id))

    def show(self, tab: str) -> None:
        """Matched, Not matched or Problems."""
        self.page.get_by_role("tab", name=re.compile(f"^{tab}")).click()

    def post(self) -> None:
        """All that is chosen."""
        self.post_button.click()

    def box(self, claim_number: str) -> Locator:
        """Whether the line of that claim is to be posted."""
        return self.page.get_by_role("checkbox", name=f"Post this line, {claim_number}")

    def post_file(self) -> None:
        """All ERAs of the file at once."""
        self.page.get_by_role("button", name="Post the whole file").click()

    def take_back_file(self) -> None:
        self.page.get_by_role("button", name="Undo the whole file").click()

    def take_back(self) -> None:
        """By the Undo that stays on the page."""
        self.page.get_by_test_id(testids.ERA_UNDO).click()

    def match_box(self, line: int) -> Locator:
        return self.page.get_by_role("combobox", name=f"Match to claim, line {line}")

    def claim(self, control_number: str) -> Locator:
        """One claim of the file, by the number that the payer sent back."""
        return self.page.get_by_test_id(testids.era_claim(control_number))
