"""Who records the seed's story with `playwright codegen` gets locators by role and name that work as they are."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.e2e import test_story
from tests.e2e.practice import PracticeUnderTest

ACTIONS = ("click", "fill", "check", "uncheck", "select_option", "press")
BY_NAME = re.compile(r'internal:(role=[a-z]+\[name=|label=|text=)')
GUESSED = re.compile(r">> nth=|css=|xpath=|internal:(attr|has|testid)")
MARKED = "data-acted"
# The recorder prefers test ids. Without them it has to go by what a person sees.
HIDDEN = f"""(one) => {{
    one.setAttribute("{MARKED}", "");
    for (const named of document.querySelectorAll("[data-testid]")) {{
        named.dataset.kept = named.dataset.testid;
        delete named.dataset.testid;
    }}
}}"""
SHOWN = f"""() => {{
    document.querySelector("[{MARKED}]")?.removeAttribute("{MARKED}");
    for (const named of document.querySelectorAll("[data-kept]")) {{
        named.dataset.testid = named.dataset.kept;
        delete named.dataset.kept;
    }}
}}"""


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the recorder would write down for each thing that a test acts on, by the locator that the test used."""
    found: dict[str, str] = {}
    for name in ACTIONS:
        monkeypatch.setattr(Locator, name, _recording(getattr(Locator, name), found))
    return found


def _recording(act: Callable[..., Any], found: dict[str, str]) -> Callable[..., Any]:
    def acted(self: Locator, *told: Any, **named: Any) -> Any:
        if (used := _selector(self)) not in found:
            self.evaluate(HIDDEN)
            found[used] = _selector(self.page.locator(f"[{MARKED}]").normalize())
            self.page.evaluate(SHOWN)
        return act(self, *told, **named)

    return acted


def _selector(locator: Locator) -> str:
    return repr(locator).partition("selector=")[2].rstrip(">")


def test_the_seeds_story_is_recorded_by_role_and_name(
    page: Page, practice: PracticeUnderTest, recorded: dict[str, str]
):
    test_story.test_from_no_plan_to_a_secondary_claim_that_pyx12_calls_valid(page, practice)
    assert len(recorded) > 30
    wrong = {used: it for used, it in recorded.items() if GUESSED.search(it) or not BY_NAME.search(it)}
    assert wrong == {}
