"""The practice as a biller and as a clinician find it: what is there, what is not, and what a typed address gives."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from mbp_claims import routes, testids
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Role
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from tests.e2e.axe import findings
from tests.e2e.conftest import never_here_before, watched_tab
from tests.e2e.practice import PracticeUnderTest
from tests.sign_in import cookie_of, everybody_signed_in

NOT_YOURS = "This is not yours to see"
Opens = Callable[[str], Page]


@pytest.fixture
def opens(browser: Browser, practice: PracticeUnderTest) -> Iterator[Opens]:
    """A tab of the colleague who has that role in the demo practice."""
    contexts = []

    def tab(role: str) -> Page:
        with practice.transaction() as db:
            everybody_signed_in(db)
            person = db.exec(select(Clinician).where(Clinician.role == role).order_by(Clinician.id)).first()
        assert person is not None
        name, _, value = cookie_of(person.id or 0, practice.port).partition("=")
        context = never_here_before(browser, practice, signed_in=False)
        context.add_cookies([
            {"name": name, "value": value, "url": practice.address, "httpOnly": True, "sameSite": "Strict"}
        ])  # fmt: skip
        contexts.append(context)
        page, faults = watched_tab(context, practice)
        faults_of.append(faults)
        return page

    faults_of: list[list[str]] = []
    yield tab
    for context in contexts:
        context.close()
    assert not [one for faults in faults_of for one in faults]


def goes(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("html[data-ready=true]")).to_be_attached()
    return page


def offered(page: Page) -> set[str]:
    """Where the frame leads."""
    return {words.strip() for words in page.get_by_role("navigation").first.get_by_role("link").all_inner_texts()}


def test_a_biller_works_on_everybodys_claims_and_runs_no_practice(opens: Opens):
    page = opens(Role.BILLER)
    clients = ClientsPage(page).open()
    expect(clients.table.get_by_role("row").filter(has_text="Rowan Ellis")).to_be_visible()
    words = " ".join(offered(page))
    assert "ERA Inbox" in words and "Clearinghouse" in words
    assert "People" not in words and "Activity" not in words and "Settings" not in words
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1042-S").file()
    form.submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    for address, why in (
        (routes.PEOPLE, "Only an owner of the practice sees its people."),
        (routes.SETTINGS, "Only an owner of the practice changes its settings."),
        (routes.AUDIT, "Only an owner of the practice sees who did what in it."),
    ):
        goes(page, address)
        expect(page.get_by_role("heading", name=NOT_YOURS)).to_be_visible()
        expect(page.get_by_text(why)).to_be_visible()
        expect(page.get_by_test_id(testids.PEOPLE_TABLE)).to_have_count(0)
    assert findings(page) == []


def test_a_clinician_has_her_own_clients_and_nobody_elses(opens: Opens, practice: PracticeUnderTest):
    page = opens(Role.CLINICIAN)
    clients = ClientsPage(page).open()
    expect(clients.table).to_be_visible()
    shown = clients.table.inner_text()
    assert "Rowan Ellis" not in shown
    words = " ".join(offered(page))
    assert not [one for one in ("ERA Inbox", "Clearinghouse", "People", "Activity", "Settings") if one in words]
    goes(page, routes.claim_center("R-0412"))
    assert "Rowan" not in page.inner_text("body") and "Ellis" not in page.title()
    goes(page, routes.claim("C-1042"))
    assert "Rowan" not in page.inner_text("body")
    for address in (routes.ERAS, routes.CLEARINGHOUSE):
        goes(page, address)
        expect(page.get_by_role("heading", name=NOT_YOURS)).to_be_visible()
    for address in (routes.file_835(1), routes.file_837(1), "/files/activity.csv"):
        told = page.request.get(address)
        assert told.status in (403, 404, 409), (address, told.status)
        assert "Rowan" not in told.text() and "Ellis" not in told.text()
    assert findings(page) == []
