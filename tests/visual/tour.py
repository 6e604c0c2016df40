"""The pictures of docs/screens.md, taken of a server in test mode: `python -m tests.visual.tour`."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from mbp_claims import routes, testids
from mbp_claims.testing.browser import arguments, chromium
from mbp_claims.testing.pages.app_page import AppPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.superbills import SuperbillsPage
from mbp_claims.testing.practice import Practice
from tests.visual.base import KEPT
from tests.visual.demo import demo_practice

FOLDER = Path(__file__).parents[2] / "docs" / "screens"
DESKTOP, PHONE = {"width": 1360, "height": 900}, {"width": 390, "height": 844}
COLOURS = 128
AS_A_CLINICIAN_SEES_IT = f"[data-testid={testids.TEST_MODE_BANNER}] {{ display: none; }}"
Arrive = Callable[[Page], object]


def at(address: str) -> Arrive:
    return lambda page: AppPage(page).visit(address)


def _file_claim(page: Page) -> None:
    expect(ClaimCenterPage(page).open("R-0412").row("C-1042-S").file().bill).to_have_text("$23.20")


def _palette(page: Page) -> None:
    AppPage(page).visit(routes.claim_center("R-0412"))
    page.keyboard.press("Control+k")
    page.keyboard.type("rowan")
    expect(page.get_by_role("option", name="C-1042-S").first).to_be_visible()


def _superbill(page: Page) -> None:
    superbills = SuperbillsPage(page).open("R-0412")
    superbills.all.check()
    superbills.preview()
    expect(superbills.sheet).to_be_visible()


WIDE: dict[str, Arrive] = {
    "claim-center": at(routes.claim_center("R-0412")), "superbill": _superbill,
    "today": at("/"), "overview": at(routes.overview("R-0412")), "file-claim": _file_claim, "palette": _palette,
    "claim": at(routes.claim("C-1042-S")), "era": at(routes.era(4)), "money": at("/money"),
}  # fmt: skip
DARK: dict[str, Arrive] = {"claim-center-dark": at(routes.claim_center("R-0412"))}
NARROW: dict[str, Arrive] = {"phone-today": at("/"), "phone-file-claim": _file_claim}


def main() -> None:
    """Takes them all anew."""
    FOLDER.mkdir(exist_ok=True)
    with demo_practice(KEPT / "tour") as practice, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
        _take(browser, practice, WIDE, DESKTOP, "light")
        _take(browser, practice, DARK, DESKTOP, "dark")
        _take(browser, practice, NARROW, PHONE, "light")
        browser.close()


def _take(browser: Browser, practice: Practice, wanted: dict[str, Arrive], size: dict, theme: str) -> None:
    context = browser.new_context(base_url=practice.address, viewport=size, color_scheme=theme)  # type: ignore[arg-type]
    context.add_cookies([practice.cookie])
    page = context.new_page()
    for name, arrive in wanted.items():
        arrive(page)
        page.add_style_tag(content=AS_A_CLINICIAN_SEES_IT)
        path = FOLDER / f"{name}.png"
        page.screenshot(path=path)
        with Image.open(path) as picture:
            picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    context.close()


if __name__ == "__main__":
    main()
