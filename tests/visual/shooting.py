"""Takes the pictures: of every specimen alone, and of every screen with the demo practice, light and dark.

Always the same: the clock stands still in the program and in the browser, fonts are there, nothing moves, no caret.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from mbp_claims import routes
from mbp_claims.gallery.specimens import SPECIMENS
from mbp_claims.launch import pages
from mbp_claims.testing.browser import arguments, chromium
from mbp_claims.testing.practice import Practice
from tests.visual.base import NOW
from tests.visual.demo import demo_practice
from tests.visual.kept import Kept

THEMES = ("light", "dark")
WINDOW = {"width": 1100, "height": 760}
ABOVE = "dialog[open], [role=menu], [role=listbox] [role=option], [data-sonner-toast]"
PARTS = {
    "client_number": "R-0412", "claim_number": "C-1042-S", "era_id": "1", "payer_id": "60054", "component": "chip",
}  # fmt: skip
"""What stands for a part of an address that its pattern names."""
STANDING_CLOCK = f"""{{
    const RealDate = Date, now = new RealDate("{NOW}").getTime();
    window.Date = class extends RealDate {{
        constructor(...told) {{ told.length ? super(...told) : super(now); }}
        static now() {{ return now; }}
    }};
}}"""
"""For dates alone: timers run on, as Playwright's own clock would not let them."""
COUNTED = """{
    const { fetch } = window;
    window.asking = 0;
    window.fetch = (...asked) => (window.asking++, fetch(...asked).finally(() => window.asking--));
}"""
"""What the page still asks for: a palette's list is there when it was answered."""
ACTED = "html:not([data-acted]) [data-acts]"
OWN = (routes.GALLERY, routes.COMPONENT, routes.SPECIMEN)


def shoot(folder: Path, practice_folder: Path, only: str = "") -> None:
    """Into `folder`, as <theme>/specimen/<component>/<state>.png and <theme>/screen/<address>.png."""
    pages.build()
    kept = Kept(practice_folder.parent / "kept")
    kept.sweep()
    asked = [(name, address) for name, address in _addresses() if only in name]
    missing = [
        (name, address)
        for name, address in asked
        if not all(kept.give(name, theme, folder / theme / f"{name}.png") for theme in THEMES)
    ]
    if missing:
        with demo_practice(practice_folder) as practice, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
            page = _context(browser, practice).new_page()
            for name, address in missing:
                _both(page, folder, name, address)
                for theme in THEMES:
                    kept.keep(name, theme, folder / theme / f"{name}.png")
            browser.close()
    both = len(THEMES)
    print(f"{len(asked) * both} pictures, {len(missing) * both} of them taken now.", file=sys.stderr, flush=True)


def _addresses() -> Iterator[tuple[str, str]]:
    """The name of each picture and the address it is taken at."""
    for specimen in SPECIMENS:
        yield f"specimen/{specimen.name}", routes.specimen(specimen.component, specimen.state)
    for route in _screens():
        address = re.sub(r"\[(\w+)\]", lambda part: PARTS[part[1]], f"/{route.strip('/')}")
        yield f"screen/{route.strip('/').replace('/', '-') or 'today'}", "/nowhere" if route == "404" else address


def _screens() -> list[str]:
    """Every page of the app, the gallery's own aside; a new one is in here by itself."""
    from mbp_claims.mbp_claims import app

    return [route for route in app._unevaluated_pages if f"/{route.strip('/')}" not in OWN]


def _context(browser: Browser, practice: Practice) -> BrowserContext:
    context = browser.new_context(
        base_url=practice.address, viewport=WINDOW, color_scheme="light", reduced_motion="reduce", locale="en-US",
        timezone_id="America/New_York",
    )  # fmt: skip
    context.add_cookies([practice.cookie])
    context.add_init_script(STANDING_CLOCK)
    context.add_init_script(COUNTED)
    return context


def _both(page: Page, folder: Path, name: str, address: str) -> None:
    """Opened once: the second theme is the system's, which changes under it."""
    try:
        for theme in both_themes(page, address):
            _picture(page, folder / theme / f"{name}.png", is_specimen=name.startswith("specimen/"))
    except Exception as why:
        raise RuntimeError(f"No picture of {name} at {address}") from why


def both_themes(page: Page, address: str) -> Iterator[str]:
    """Opens it, and is at each theme in turn with what is there standing still."""
    page.emulate_media(color_scheme=THEMES[0])
    page.goto(address)
    expect(page.locator("html[data-ready=true]")).to_be_attached(timeout=30_000)
    if not address.startswith(routes.GALLERY):
        expect(page.locator("main[aria-busy=true]")).to_have_count(0, timeout=30_000)
    expect(page.locator(ACTED)).to_have_count(0, timeout=30_000)
    page.evaluate("document.fonts.ready")
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        expect(page.locator("html")).to_have_class(re.compile(rf"\b{theme}\b"))
        _stands_still(page)
        yield theme


def _picture(page: Page, path: Path, *, is_specimen: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shown = page.locator(".alone")
    if is_specimen and not page.locator(ABOVE).count() and shown.bounding_box():
        shown.screenshot(path=path, animations="disabled", caret="hide")
    else:
        page.screenshot(path=path, animations="disabled", caret="hide", full_page=not page.locator(ABOVE).count())


def _stands_still(page: Page) -> None:
    """Until three frames in a row show the same words in the same places; longer where something acts, as a palette
    that asks a moment after it was opened."""
    frames = 30 if page.locator("[data-acts]").count() else 3
    page.evaluate(
        """(frames) => new Promise((done) => {
            let before = "", same = 0;
            const look = () => {
                const now = document.body.innerHTML.length + " " + [...document.querySelectorAll("*")].slice(-400)
                    .map((each) => { const { x, y, width, height } = each.getBoundingClientRect();
                        return [x, y, width, height]; }).join();
                same = now === before && !window.asking ? same + 1 : 0;
                before = now;
                same < frames ? requestAnimationFrame(look) : done();
            };
            look();
        })""",
        frames,
    )


if __name__ == "__main__":
    shoot(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
