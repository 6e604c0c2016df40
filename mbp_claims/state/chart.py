"""The head of a client's chart, and the contact info behind it."""

from dataclasses import replace

import reflex as rx

from mbp_claims import testids
from mbp_claims.actions.assign_client import open_client_form
from mbp_claims.actions.edit_client import edit_client
from mbp_claims.actions.open_chart import open_client
from mbp_claims.actions.open_ledger import open_client_balance
from mbp_claims.clock import today
from mbp_claims.domain.client import Client
from mbp_claims.domain.news import News
from mbp_claims.state.arguments import entries, fresh
from mbp_claims.state.base import GONE, attempt, look
from mbp_claims.state.clients import NOT_SAVED
from mbp_claims.state.readings import seen
from mbp_claims.state.telling import tell
from mbp_claims.state.toasts import close, problem, refused, said
from mbp_claims.views.client import ClientHeader
from mbp_claims.views.client_form import ClientFormView
from mbp_claims.views.contact import ContactView
from mbp_claims.views.show_client import client_form, client_header, contact_view
from mbp_claims.words import _


class ChartState(rx.State):
    """Whose chart is open."""

    client: ClientHeader = ClientHeader()
    contact: ContactView = ContactView()
    form: ClientFormView = ClientFormView()
    loaded: bool = False
    _seen: int = 0
    _id: int = 0

    @rx.event
    def load(self):
        number = client_number(str(self.router.url.path))
        if number != self.client.number:
            self.loaded = False
        opened = look(open_client, number)
        if opened.value is None:
            gone = not opened.failed and opened.sentence("") == GONE
            self.client, self.contact = ClientHeader(number=number, found=not gone, failed=not gone), ContactView()
        else:
            self._show(opened.value)
            seen("Chart opened", opened.value.id)
        self.loaded = True

    @rx.event
    def open_form(self):
        opened = look(open_client_form, self.client.number)
        if opened.value is None:
            return [close(testids.CLIENT_DIALOG), refused(opened.sentence(_("The form did not load. Try again.")))]
        told = opened.value
        self._seen = told.client.version
        self.form = client_form(told.client, fresh(self.form.key), told.choices, told.chosen)
        return None

    @rx.event
    async def save(self, form: dict):
        done = await attempt(edit_client, self.client.number, entries(form), self._seen)
        self._seen = done.seen(self._seen)
        if done.value is None:
            self.form = replace(self.form, errors=done.errors, failure=NOT_SAVED if done.failed else "")
            return problem(testids.CLIENT_DIALOG)
        self._show(done.value)
        return [close(testids.CLIENT_DIALOG), said(_("Contact info saved."))]

    def _money_changed(self) -> None:
        """After something was posted or reopened on the client's own page."""
        number = client_number(str(self.router.url.path))
        opened = look(open_client, number).value if number and number == self.client.number else None
        if opened is not None:
            self._show(opened)

    def _hear(self, news: News) -> str:
        if self.loaded and news.of_client(self._id):
            opened = look(open_client, self.client.number)
            if opened.value is not None:
                self._show(opened.value)
            elif not opened.failed and opened.sentence("") == GONE:
                tell(self, client=ClientHeader(number=self.client.number, found=False), contact=ContactView())
        return ""

    def _show(self, client: Client) -> None:
        self._id = client.id or 0
        balance = look(open_client_balance, client.number).value
        tell(self, client=client_header(client, balance, today()), contact=contact_view(client))


def client_number(path: str) -> str:
    """`/clients/R-0412/claim-center` is R-0412's. The address is the caller's word; loaders check whose it is."""
    parts = [part for part in path.split("/") if part]
    return parts[1][:40] if len(parts) > 1 and parts[0] == "clients" else ""
