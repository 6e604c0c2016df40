"""The newcomer's walks of docs/ux-walk.md at a human pace, with pictures: `python -m tests.visual.walk`.

Before each click she reads what she has not read yet, from the top of the page, or of the dialog, down to what she
presses (238 words a minute: Brysbaert 2019); then she makes up her mind (1.35 s), points (1.1 s) and clicks (0.2 s:
Card, Moran and Newell 1980). The waits are real; so are the program's own.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from mbp_claims import testids
from mbp_claims.testing.browser import arguments, chromium
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.practice import Practice
from mbp_claims.testing.server import Server
from tests.e2e.remits import coinsured

FOLDER = Path(__file__).parents[2] / "docs" / "walk"
WORDS_A_SECOND = 238 / 60
MIND, POINT, CLICK = 1.35, 1.1, 0.2
CHOOSING_A_FILE = 10.0
"""In the system's own dialog, which no script sees: the folder is found, the file read and chosen."""
WIDTH, COLOURS = 680, 128
# What stands before the pressed element in its dialog or menu, else in its part of the page, and is not scrolled past.
ABOVE = """(pressed) => {
    const whole = pressed.closest("dialog, [role=menu], nav, main, [data-sonner-toaster]") ?? document.body;
    const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node; (node = walker.nextNode());) {
        const after = pressed.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (after && !pressed.contains(node)) break;
        const seen = node.parentElement.checkVisibility() && node.parentElement.getBoundingClientRect().bottom > 0;
        if (seen && node.data.trim()) texts.push(node.data.trim());
    }
    return texts;
}"""
MARKED = """(pressed) => { pressed.style.outline = "5px solid #B3362B"; pressed.style.outlineOffset = "3px"; }"""
UNMARKED = """(pressed) => { pressed.style.outline = pressed.style.outlineOffset = ""; }"""


@dataclass
class Newcomer:
    page: Page
    read: set[str] = field(default_factory=set)
    actions: int = 0
    begun: float = field(default_factory=time.perf_counter)

    def press(self, what: Locator, picture: str = "") -> None:
        what.wait_for()
        if picture:
            what.evaluate(MARKED)
            self.picture(picture)
            what.evaluate(UNMARKED)
        new = set(what.evaluate(ABOVE)) - self.read
        self.read |= new
        words = sum(len(text.split()) for text in new)
        self.page.wait_for_timeout(1000 * (words / WORDS_A_SECOND + MIND + POINT + CLICK))
        self.actions += 1
        print(f"  {self.seconds:5.1f} s  {words:3} words read, then {what.inner_text().splitlines()[0]}", flush=True)
        what.click()

    def sees(self, words: str, picture: str) -> None:
        said = AppPage(self.page).toast(words)
        expect(said).to_be_visible()
        self.page.wait_for_timeout(1000 * len(words.split()) / WORDS_A_SECOND)
        print(f"  {self.seconds:5.1f} s  “{words}” read: {self.actions} actions", flush=True)
        self.picture(picture)

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.begun

    def picture(self, name: str) -> None:
        path = FOLDER / f"{name}.png"
        self.page.screenshot(path=path)
        with Image.open(path) as taken:
            small = taken.convert("RGB").resize((WIDTH, taken.height * WIDTH // taken.width), Image.Resampling.LANCZOS)
            small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)


def what_the_start_page_offers(she: Newcomer) -> None:
    she.press(she.page.get_by_role("button", name="File Claim C-1042-S"), "1-today")
    she.press(she.page.get_by_role("dialog", name="File Claim").get_by_role("button", name="Submit"), "2-file-claim")
    she.sees("Claim C-1042-S filed to Cigna for $23.20.", "3-filed")


def she_looks_for_the_client(she: Newcomer) -> None:
    page = she.page
    she.press(page.get_by_role("navigation", name="Main").get_by_role("link", name="Clients"))
    she.press(page.get_by_role("table", name="Clients").get_by_role("link", name="Rowan Ellis"), "4-clients")
    she.press(page.get_by_role("button", name="Actions for claim C-1042-S"))
    she.press(page.get_by_role("menuitem", name="File Claim"), "5-actions")
    she.press(page.get_by_role("dialog", name="File Claim").get_by_role("button", name="Submit"))
    she.sees("Claim C-1042-S filed to Cigna for $23.20.", "6-chart")


def she_has_the_payers_file(she: Newcomer) -> None:
    page = she.page
    she.press(page.get_by_role("navigation", name="Main").get_by_role("link", name="ERA Inbox"))
    with page.expect_file_chooser() as choosing:
        she.press(page.get_by_role("button", name="Import ERA"), "7-era-inbox")
    page.wait_for_timeout(1000 * CHOOSING_A_FILE)
    she.actions += 1
    choosing.value.set_files([coinsured("C-1042", "20261103").file()])
    she.press(page.get_by_role("button", name="Post", exact=True), "8-era")
    she.press(
        AppPage(page).toast("1 secondary claim is ready").get_by_role("button", name="Go to Pending Claims"), "9-posted"
    )
    she.press(page.get_by_role("button", name="Actions for claim C-1042-S"))
    she.press(page.get_by_role("menuitem", name="File Claim"))
    she.press(page.get_by_role("dialog", name="File Claim").get_by_role("button", name="Submit"))
    she.sees("Claim C-1042-S filed to Cigna for $23.20.", "10-filed")


WALKS: dict[str, tuple[str, Callable[[Newcomer], None]]] = {
    "The start page offers it": ("demo", what_the_start_page_offers),
    "She looks for the client": ("demo", she_looks_for_the_client),
    "She has the payer's file": ("primary-filed", she_has_the_payers_file),
}


def main() -> None:
    """Walks all three, says the seconds at each click, and takes the pictures anew."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
        try:
            for name, (scenario, walk) in WALKS.items():
                _walked(browser, Practice(server.address, alone=True), name, scenario, walk)
        finally:
            browser.close()
            server.stop()


def _walked(browser: Browser, practice: Practice, name: str, scenario: str, walk: Callable[[Newcomer], None]) -> None:
    practice.load_scenario(scenario)
    context = browser.new_context(base_url=practice.address, viewport={"width": 1360, "height": 900})
    context.add_cookies([practice.cookie])
    page = context.new_page()
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.head.insertAdjacentHTML('beforeend',"
        f" '<style>[data-testid={testids.TEST_MODE_BANNER}] {{ display: none }}</style>'))"
    )
    print(name, flush=True)
    AppPage(page).visit("/")
    walk(Newcomer(page))
    context.close()


if __name__ == "__main__":
    main()
