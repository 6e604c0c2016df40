"""The pictures of docs/designers.md, taken from the gallery as `make visual` builds it:

    MBP_GALLERY=1 REFLEX_WEB_WORKDIR=.web-gallery python -m tests.visual.guide
"""

from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from mbp_claims.testing.browser import arguments, chromium
from mbp_claims.testing.practice import Practice
from tests.visual.base import KEPT
from tests.visual.demo import demo_practice

FOLDER = Path(__file__).parents[2] / "docs" / "designers"
COLOURS = 64
ALONE = {
    "do-chip": "chip/statuses",
    "do-buttons": "buttons/default",
    "do-money": "balance_bar/short",
}
DONT = {
    # One tint and no icon: nothing tells them apart but the words.
    "dont-chip": ("chip/statuses", "document.querySelectorAll('.chip').forEach((chip) => { chip.className = 'chip';"
                                   " chip.querySelector('svg').remove(); })"),
    # Four primaries: which one is the next step?
    "dont-buttons": ("buttons/default", "document.querySelectorAll('.btn').forEach((each) => {"
                                        " each.className = 'btn primary'; })"),
    # A total without what it is made of.
    "dont-money": ("balance_bar/short", "document.querySelector('.eq').textContent = '−$4.00'"),
}  # fmt: skip


def main() -> None:
    """Takes them all anew."""
    FOLDER.mkdir(exist_ok=True)
    with demo_practice(KEPT / "guide") as practice:
        _taken(practice)


def _taken(practice: Practice) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
        context = browser.new_context(base_url=practice.address, viewport={"width": 640, "height": 300})
        context.add_cookies([practice.cookie])
        page = context.new_page()
        for name, specimen in ALONE.items():
            _take(page, name, specimen)
        for name, (specimen, change) in DONT.items():
            _take(page, name, specimen, change)
        page.set_viewport_size({"width": 1500, "height": 1150})
        _whole(page)
        browser.close()


def _take(page: Page, name: str, specimen: str, change: str = "") -> None:
    page.goto(f"/gallery/{specimen}?theme=light")
    page.locator("html[data-ready=true]").wait_for(state="attached")
    page.add_style_tag(content="main.bare { padding: 14px; }")
    if change:
        page.evaluate(change)
    page.locator(".alone").screenshot(path=FOLDER / f"{name}.png")
    _light(name)


def _whole(page: Page) -> None:
    page.goto("/gallery/balance_bar?state=short")
    page.wait_for_function(
        "() => { const frames = [...document.querySelectorAll('.framed')];"
        " return frames.length === 6 && frames.slice(0, 4).every((each) => each.querySelector('.chip')); }"
    )
    page.screenshot(path=FOLDER / "gallery.png")
    _light("gallery")


def _light(name: str) -> None:
    """With few colours: a picture in a text need not weigh more than the text."""
    path = FOLDER / f"{name}.png"
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    main()
