"""Documents of a client's chart."""

from pathlib import Path

from playwright.sync_api import Download, FilePayload, Locator, Page

from mbp_claims import routes, testids
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.dialog import Dialog


class DocumentsPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.list = page.get_by_role("list", name="Documents", exact=True)
        self.away = page.get_by_test_id(testids.DOCUMENTS_AWAY)
        self.refused = page.get_by_test_id(testids.DOCUMENT_REFUSED)

    def open(self, client_number: str) -> "DocumentsPage":
        return self.visit(routes.documents(client_number))

    def add(self, *files: FilePayload | Path) -> None:
        """Chooses the files, as by hand."""
        with self.page.expect_file_chooser() as choosing:
            self.page.get_by_role("button", name="Choose files").click()
        choosing.value.set_files(list(files))  # type: ignore[arg-type]

    def row(self, name: str) -> Locator:
        """The document of that name."""
        return self.list.get_by_role("listitem").filter(has=self.page.get_by_role("link", name=name, exact=True))

    def preview(self, name: str, title: str = "") -> Dialog:
        """Looks at a picture; its dialog is called `title` where that is not the name."""
        self.list.get_by_role("link", name=name, exact=True).click()
        return Dialog(self.page, title or name).filled()

    def download(self, name: str) -> Download:
        with self.page.expect_download() as coming:
            self.list.get_by_role("link", name=f"Download {name}", exact=True).click()
        return coming.value

    def edit(self, name: str) -> Dialog:
        self.list.get_by_role("button", name=f"Edit {name}", exact=True).click()
        return Dialog(self.page, "Edit document", submit="Save document").filled()

    def put_away(self, name: str) -> None:
        self.list.get_by_role("button", name=f"Put away {name}", exact=True).click()

    def show_put_away(self) -> None:
        """Unfolds what was put away."""
        self.away.locator("summary").click()

    def bring_back(self, name: str) -> None:
        self.away.get_by_role("button", name=f"Bring back {name}", exact=True).click()
