"""Contact Info of a client's chart."""

from playwright.sync_api import Page

from mbp_claims import routes
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.clients import ClientDialog


class ContactPage(AppPage):
    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.facts = page.get_by_role("region", name="Contact Info")

    def open(self, client_number: str) -> "ContactPage":
        return self.visit(routes.contact(client_number))

    def edit(self) -> ClientDialog:
        self.facts.get_by_role("button", name="Edit").click()
        dialog = ClientDialog(self.page, "Edit Client", submit="Save changes")
        dialog.filled()
        return dialog
