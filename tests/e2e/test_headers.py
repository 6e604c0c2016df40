"""The pages keep to the policy that they come with, in a real browser, on every screen."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlmodel import select

from mbp_claims import routes
from mbp_claims.domain.client import Client
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from tests.e2e.practice import PracticeUnderTest

SCREENS = (
    routes.CLIENTS, routes.claim_center("R-0412"), routes.contact("R-0412"), routes.CLAIMS, "/claims/C-1042",
    routes.ERAS, "/era/1", routes.CLEARINGHOUSE, "/ledger/60054", "/nowhere",
)  # fmt: skip
SCRIPT = "<img src=x onerror='window.taken=1'>"
TEMPLATE = "{{7*7}}${7*7}</script><script>window.taken=1</script>"
LISTEN = """window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`));
"""


@pytest.fixture
def watched(page: Page) -> Page:
    page.add_init_script(LISTEN)
    return page


def violations(page: Page) -> list[str]:
    return page.evaluate("window.violations")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_comes_with_a_policy_and_keeps_to_it(watched: Page, screen: str):
    answer = watched.goto(screen)
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts.startswith("script-src 'self' 'sha256-")
    assert not [word for word in ("unsafe", "*", "http") if word in scripts]
    expect(watched.locator("html[data-ready=true]")).to_be_attached()
    assert violations(watched) == []


def test_text_that_looks_like_a_script_is_text_on_every_screen(watched: Page, practice: PracticeUnderTest):
    """Names of a client, a practice, a payer and a colleague: in tables, titles, menus and the trail."""
    with practice.transaction() as db:
        for table in (Practice, Payer):
            for row in db.exec(select(table)):
                row.name = f"{SCRIPT} {row.name}"
        client = db.exec(select(Client).where(Client.number == "R-0412")).one()
        client.first_name, client.last_name, client.city = SCRIPT, TEMPLATE, SCRIPT
        for person in db.exec(select(Clinician)):
            person.credential = SCRIPT
    for screen in (*SCREENS, routes.TODAY, routes.AUDIT, routes.PEOPLE, routes.SETTINGS, routes.records("R-0412")):
        watched.goto(screen)
        expect(watched.locator("html[data-ready=true]")).to_be_attached()
        assert watched.evaluate("window.taken") is None, screen
        assert violations(watched) == [], screen
    chart = ClaimCenterPage(watched).open("R-0412")
    expect(watched.get_by_text(f"{SCRIPT} {TEMPLATE}").first).to_be_visible()
    chart.row("C-1042-S").file()
    assert watched.evaluate("window.taken") is None and violations(watched) == []


def test_the_policy_is_kept_while_somebody_works(watched: Page):
    """Menus, dialogs, toasts with their way back, and another page by a link."""
    chart = ClaimCenterPage(watched).open("R-0412")
    form = chart.row("C-1042-S").file()
    form.submit()
    expect(chart.row("C-1042-S").status).to_have_text("Filed")
    watched.get_by_role("link", name="ERA Inbox").click()
    expect(watched.get_by_role("heading", level=1)).to_have_text("ERA Inbox")
    assert violations(watched) == []


def test_a_script_that_was_not_built_into_the_page_does_not_run(context: BrowserContext):
    """What a policy is for: text that got into a page by somebody else's doing."""
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.goto(routes.CLIENTS)
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.taken = true";
        document.body.append(script);
    }""")
    assert page.evaluate("window.taken") is None
    assert "script-src-elem inline" in violations(page)[0]
