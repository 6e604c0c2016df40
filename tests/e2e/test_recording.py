"""The seed's story, recorded by Playwright's own recorder (`playwright codegen`): all by role and name, and it works
as it was written down."""

import re
from collections.abc import Callable
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from mbp_claims import routes
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.eras import EraInboxPage
from tests.e2e import test_story
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import coinsured

BY_NAME = re.compile(r"get_by_(role\(.*name=|label\(|text\()")
STEPS = (
    test_story._add_both_plans, test_story._be_refused_to_delete_the_primary, test_story._bill_a_session,
    test_story._file_the_primary, lambda chart: test_story._import_its_era(chart.page), test_story._file_the_secondary,
)  # fmt: skip


@pytest.fixture
def recorder(context: BrowserContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """Records from now on what is done in the context, as codegen does it; gives what it wrote."""
    monkeypatch.chdir(tmp_path)
    written = tmp_path / "recorded.py"
    told = {"language": "python-pytest", "mode": "recording", "outputFile": str(written), "handleSIGINT": False}
    context._sync(context._impl_obj._show_recorder(told | {"launchOptions": {}, "contextOptions": {}}))
    return written.read_text


@pytest.fixture
def without_test_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody records they are called data-named (assets/recording.js): so for the page objects."""
    for kind in (Page, Locator):
        found = kind.locator
        monkeypatch.setattr(kind, "get_by_test_id", lambda self, name: self.locator(f"[data-named='{name}']"))
        monkeypatch.setattr(kind, "locator", partialmethod(_renamed, found))


def _by_the_navigation(self: AppPage, link: str) -> AppPage:
    """As a person goes there: the recorder takes an address that is typed after a click for what the click led to."""
    self.navigation.get_by_role("link", name=link).click()
    return self.arrived()


def _renamed(self: Page | Locator, found: Callable[..., Locator], selector: str, **more: Any) -> Locator:
    return found(self, selector.replace("[data-testid", "[data-named"), **more)


def _written_down(page: Page, recorder: Callable[[], str]) -> str:
    """The script, once both claims are filed in it: the recorder writes a little later than the page acts."""
    for _ in range(600):
        if recorder().count('name="Submit").click()') == 2:
            break
        page.evaluate("new Promise(requestAnimationFrame)")
    return recorder()


@pytest.mark.usefixtures("without_test_ids")
def test_what_is_recorded_goes_by_role_and_name_and_works_unedited(
    page: Page,
    other_page: Page,
    practice: PracticeUnderTest,
    recorder: Callable[[], str],
    monkeypatch: pytest.MonkeyPatch,
):
    practice.load_scenario("empty")
    page.goto(routes.TEST_MODE)
    page.get_by_label("For a recording").check()
    chart = test_story._add_rowan(page)
    for kind, link in ((EraInboxPage, "ERA Inbox"), (ClientsPage, "Clients")):
        monkeypatch.setattr(kind, "open", partialmethod(_by_the_navigation, link))
    for step in STEPS:
        step(chart)
    script = _written_down(page, recorder)
    acted = [
        line.strip() for line in script.splitlines() if re.search(r"\)\.(click|fill|check|uncheck|press|s\w+)\(", line)
    ]
    assert len(acted) > 30
    assert [
        line for line in acted if not BY_NAME.search(line) or re.search(r"nth\(|first|locator\(|testid", line)
    ] == []

    practice.load_scenario("empty")
    Path("aetna.835").write_bytes(coinsured("C-1001", "20261117").file()["buffer"])
    named: dict[str, Callable[[Page], None]] = {}
    exec(script, named)  # noqa: S102
    named["test_example"](other_page)
    expect(ClaimCenterPage(other_page).row("C-1001-S").status).to_have_text("Filed")
