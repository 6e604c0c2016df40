"""A designer in the built gallery, under its own Content-Security-Policy. `make test-gallery` runs it, `make test`
does not: it needs a build of its own.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from mbp_claims import testids
from mbp_claims.testing.browser import arguments, chromium
from mbp_claims.testing.practice import Practice

WINDOW = {"width": 1700, "height": 2200}


@pytest.fixture
def page(practice: Practice) -> Iterator[Page]:
    """Signed in, as a built program asks. The test fails where a script fails or the policy forbids something."""
    faults: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments())
        context = browser.new_context(
            base_url=practice.address, viewport=WINDOW, permissions=["clipboard-read", "clipboard-write"]
        )
        context.add_cookies([practice.cookie])
        opened = context.new_page()
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
        yield opened
        browser.close()
    assert not faults


def frames(page: Page) -> list[str]:
    return [frame.get_attribute("title") or "" for frame in page.locator(".framed iframe").all()]


def test_a_component_is_found_and_shown_in_both_themes_at_three_widths(page: Page):
    page.goto("/gallery")
    page.get_by_test_id(testids.GALLERY_FIND).fill("balance bar")
    listed = page.get_by_test_id(testids.GALLERY_LIST).get_by_role("link", name="balance_bar")
    expect(page.get_by_test_id(testids.GALLERY_LIST).locator("[data-named]:visible")).to_have_count(1)
    page.get_by_test_id(testids.GALLERY_FIND).fill("no such thing")
    expect(page.get_by_text("No component has this name.")).to_be_visible()
    page.get_by_test_id(testids.GALLERY_FIND).fill("balance bar")
    listed.click()
    expect(page.get_by_role("heading", level=1, name="balance_bar")).to_be_visible()
    expect(page.locator(".framed iframe")).to_have_count(6)
    assert {title.rpartition(", ")[2] for title in frames(page)} == {"light", "dark"}
    page.get_by_role("button", name="390").click()
    expect(page.locator(".framed iframe")).to_have_count(2)


def test_the_component_that_is_shown_is_in_sight_in_the_list(page: Page):
    page.goto("/gallery/audit_table")
    listed = page.get_by_test_id(testids.GALLERY_LIST).get_by_role("link", name="audit_table")
    expect(listed).to_have_attribute("aria-current", "page")
    expect(listed).to_be_in_viewport()


def test_what_is_typed_into_an_argument_stands_in_every_frame_and_in_the_link(page: Page):
    page.goto("/gallery/balance_bar?state=short")
    first, last = (page.frame_locator(".framed iframe >> nth=" + at) for at in ("0", "-1"))
    expect(first.get_by_text("$4.00 short")).to_be_visible()
    page.get_by_label("balance.state").fill("$5.00 short")
    expect(first.get_by_text("$5.00 short")).to_be_visible()
    expect(last.get_by_text("$5.00 short")).to_be_visible()
    page.get_by_label("balance.balanced").check()
    expect(first.locator(".total:not(.short)")).to_be_visible()
    page.get_by_test_id(testids.GALLERY_COPY).click()
    expect(page.get_by_test_id(testids.GALLERY_COPY)).to_have_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    # In another tab: axe still looks at the frames of this one.
    other = page.context.new_page()
    other.goto(link)
    expect(other.frame_locator(".framed iframe >> nth=0").get_by_text("$5.00 short")).to_be_visible()
    expect(other.get_by_label("balance.state")).to_have_value("$5.00 short")


def test_beside_it_stand_arguments_tokens_test_ids_and_the_verdict_of_axe(page: Page):
    page.goto("/gallery/balance_bar?state=short")
    expect(page.get_by_test_id(testids.GALLERY_ARGUMENTS).get_by_role("row")).to_have_count(3)
    expect(page.get_by_test_id(testids.GALLERY_TOKENS)).to_contain_text("danger-fgon danger-bg 6.46")
    expect(page.get_by_test_id(testids.GALLERY_TEST_IDS)).to_contain_text(testids.BALANCE_STATE)
    expect(page.locator("[data-verdict]").first).to_have_text("axe: nothing found", timeout=20_000)
    expect(page.get_by_test_id(testids.GALLERY_AXE)).to_contain_text("axe-core finds nothing")


def test_axe_says_what_it_finds(page: Page):
    page.goto("/gallery/balance_bar?state=short")
    expect(page.locator("[data-verdict]").first).to_have_text("axe: nothing found", timeout=20_000)
    page.locator(".framed iframe").first.evaluate(
        "(frame) => frame.contentDocument.querySelector('.alone').append(frame.contentDocument.createElement('button'))"
    )
    expect(page.locator("[data-verdict]").first).to_have_text("axe: 1 to mend", timeout=20_000)
    expect(page.get_by_test_id(testids.GALLERY_AXE)).to_contain_text("button-name")


def test_the_contrast_of_a_token_is_that_of_the_theme(page: Page):
    for theme, ratio in (("light", "14.33"), ("dark", "15.29")):
        page.goto(f"/gallery/tokens/colours?theme={theme}")
        expect(page.locator("[data-contrast='text/canvas'] [data-ratio]")).to_have_text(ratio)


def test_the_contrast_follows_a_theme_that_changes_under_the_page(page: Page):
    page.emulate_media(color_scheme="light")
    page.goto("/gallery/tokens/colours")
    ratio = page.locator("[data-contrast='text/canvas'] [data-ratio]")
    expect(ratio).to_have_text("14.33")
    page.emulate_media(color_scheme="dark")
    expect(ratio).to_have_text("15.29")


def test_a_dark_frame_is_not_seen_before_it_is_dark(page: Page):
    page.goto("/gallery/chip?state=statuses")
    frame = page.locator(".framed.dark iframe").first
    expect(frame).to_have_attribute("data-drawn", "")
    seen = frame.evaluate(
        """(frame) => new Promise((done) => {
            const seen = new Set();
            let isGone = false;
            const look = () => {
                const isShown = "drawn" in frame.dataset;
                isGone ||= !isShown;
                if (getComputedStyle(frame).opacity !== "0")
                    seen.add(getComputedStyle(frame.contentDocument.documentElement).colorScheme);
                isGone && isShown ? done([...seen]) : requestAnimationFrame(look);
            };
            frame.contentWindow.location.reload();
            look();
        })"""
    )
    assert seen == ["dark"]


def test_twice_the_text_is_twice_the_text(page: Page):
    page.goto("/gallery/chip/statuses?theme=light")
    chip = page.locator(".chip").first
    size = float(chip.evaluate("(chip) => parseFloat(getComputedStyle(chip).fontSize)"))
    page.goto("/gallery/chip/statuses?theme=light&text=200")
    expect(chip).to_have_css("font-size", f"{size * 2:g}px")


def test_what_is_not_there_says_so(page: Page):
    page.goto("/gallery/chip/none-such")
    expect(page.get_by_role("heading", name="No such specimen")).to_be_visible()
