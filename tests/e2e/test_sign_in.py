"""A person signs in and out, in a browser that was never here; a session ends, and nothing typed is lost."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pyotp
import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from sqlmodel import col, select, update

from mbp_claims import routes, testids
from mbp_claims.actions.sign_in import WRONG
from mbp_claims.clock import now
from mbp_claims.domain.account import Account
from mbp_claims.domain.user_session import UserSession
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.door import DoorPage
from tests.e2e.axe import findings
from tests.e2e.conftest import never_here_before, watched_tab
from tests.e2e.practice import PracticeUnderTest

EMAIL, PASSWORD = "june.marlow@example.com", "a lamp in every window"
WIDTHS = {"desktop": (1360, 900), "tablet": (820, 1100), "phone": (390, 844)}


@pytest.fixture
def june(practice: PracticeUnderTest) -> PracticeUnderTest:
    """The demo practice, in which June Marlow has a password."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with practice.transaction() as db:
        account = db.exec(select(Account).where(Account.email == EMAIL)).one()
        account.password_hash, account.demo = quick.hash(PASSWORD), False
    return practice


@pytest.fixture
def stranger(browser: Browser, practice: PracticeUnderTest) -> Iterator[Page]:
    """A tab of a browser in which nobody is signed in."""
    fresh = never_here_before(browser, practice, signed_in=False)
    opened, faults = watched_tab(fresh, practice)
    yield opened
    fresh.close()
    assert not faults


def lets_pass(practice: PracticeUnderTest, minutes: int) -> None:
    """As if June had done nothing for so long."""
    with practice.transaction() as db:
        db.exec(update(UserSession).where(col(UserSession.ended_at).is_(None)).values(
            last_seen_at=now() - timedelta(minutes=minutes)
        ))  # fmt: skip


def looks(page: Page) -> None:
    """As the page does it once a minute."""
    page.evaluate("mbpSession.over()")


def test_the_demo_practice_is_opened_by_one_button_and_leads_to_what_was_asked_for(stranger: Page):
    stranger.goto(f"{routes.CLAIMS}?from=mail")
    door = DoorPage(stranger).arrived()
    expect(door.heading).to_have_text("Sign in")
    door.demo.click()
    claims = ClaimsPage(stranger).arrived()
    expect(claims.heading).to_have_text("Claims")
    assert stranger.url.endswith(f"{routes.CLAIMS}/?from=mail")


def test_a_wrong_password_is_said_and_the_right_one_lets_in_by_keyboard_alone(june: PracticeUnderTest, stranger: Page):
    door = DoorPage(stranger).open()
    for keys in (EMAIL, "no such password"):
        stranger.keyboard.press("Tab")
        stranger.keyboard.type(keys)
    stranger.keyboard.press("Enter")
    expect(door.problem).to_contain_text(WRONG)
    expect(door.problem).to_be_focused()
    expect(door.email).to_have_value(EMAIL)
    expect(door.password).to_have_value("")
    stranger.keyboard.press("Tab")
    stranger.keyboard.press("Tab")
    stranger.keyboard.type(PASSWORD)
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_text("June Marlow, LCSW").first).to_be_attached()


def test_a_second_step_is_turned_on_and_then_asked_for(june: PracticeUnderTest, stranger: Page):
    DoorPage(stranger).open().sign_in(EMAIL, PASSWORD)
    stranger.get_by_role("link", name="Your account").click()
    stranger.get_by_role("button", name="Change password").click()
    wrong = stranger.get_by_test_id(testids.DOOR_PROBLEM).filter(visible=True).get_by_role("listitem")
    wrong.get_by_role("link").click()
    expect(stranger.locator('[name="old"]:focus')).to_have_attribute("aria-invalid", "true")
    stranger.get_by_test_id(testids.SECOND_OLD).fill(PASSWORD)
    stranger.get_by_test_id(testids.SECOND_BEGIN).click()
    expect(stranger.get_by_role("img", name="QR code")).to_be_visible()
    app = pyotp.TOTP((stranger.get_by_test_id(testids.SET_UP_KEY).text_content() or "").replace(" ", ""))
    assert findings(stranger) == []
    stranger.get_by_test_id(testids.SET_UP_CODE).fill(app.at(now()))
    stranger.get_by_role("button", name="Turn on").click()
    codes = stranger.get_by_test_id(testids.RECOVERY_CODES).get_by_role("listitem")
    expect(codes).to_have_count(10)
    recovery = codes.first.text_content() or ""
    stranger.get_by_role("button", name="I have kept them").click()
    expect(stranger.get_by_text("The second step is on.").first).to_be_visible()
    stranger.get_by_role("button", name="Sign out", exact=True).first.click()
    door = DoorPage(stranger).arrived()
    door.sign_in(EMAIL, PASSWORD)
    expect(door.code).to_be_focused()
    door.code.fill(app.at(now()))
    stranger.keyboard.press("Enter")
    expect(door.problem).to_contain_text("This code does not fit.")
    door.code.fill(recovery)
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("button", name="Sign out")).to_be_visible()


def test_who_signs_out_is_signed_out_in_every_tab(page: Page, context: BrowserContext, practice: PracticeUnderTest):
    ClientsPage(page).open()
    other = context.new_page()
    ClientsPage(other).open()
    page.get_by_role("button", name="Sign out").click()
    DoorPage(page).arrived()
    DoorPage(other).arrived()
    page.goto(routes.CLIENTS)
    DoorPage(page).arrived()


def test_an_event_without_a_session_leads_to_the_door(page: Page, context: BrowserContext, practice: PracticeUnderTest):
    clients = ClientsPage(page).open()
    with practice.transaction() as db:
        db.exec(update(UserSession).values(ended_at=now(), ended="signed-out"))
    clients.search("Rowan")
    DoorPage(page).arrived()


def test_no_frame_and_no_script_ever_holds_the_cookie(page: Page, context: BrowserContext):
    heard: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
    ClientsPage(page).open()
    (cookie,) = context.cookies()
    assert heard and not [frame for frame in heard if cookie["value"] in frame]
    assert page.evaluate("document.cookie + JSON.stringify({...localStorage, ...sessionStorage})").find(
        cookie["value"]
    ) == -1  # fmt: skip


@pytest.fixture
def half_typed(page: Page, june: PracticeUnderTest) -> Locator:
    """A field of the form of Rowan's contact info, in which a new name was typed."""
    page.goto(routes.contact("R-0412"))
    page.get_by_role("button", name="Edit").click()
    field = page.get_by_label("First name")
    field.fill("Rowanna")
    return field


def test_two_minutes_before_it_ends_it_is_said_and_one_button_keeps_it(
    page: Page, june: PracticeUnderTest, half_typed: Locator
):
    lets_pass(june, minutes=28)
    looks(page)
    warning = page.get_by_role("alertdialog", name="Are you still there?")
    expect(warning).to_contain_text(re.compile(r"You are signed out in [12]:\d\d\."))
    assert findings(page) == []
    page.keyboard.press("Escape")
    expect(warning).to_be_visible()
    warning.get_by_role("button", name="Stay signed in").click()
    expect(warning).to_be_hidden()
    expect(half_typed).to_have_value("Rowanna")
    with june.transaction() as db:
        assert now() in db.exec(select(UserSession.last_seen_at)).all()


def test_after_signing_in_again_the_half_typed_form_is_there_and_is_saved(
    page: Page, june: PracticeUnderTest, half_typed: Locator
):
    lets_pass(june, minutes=31)
    page.get_by_role("button", name="Save").click()
    again = page.get_by_role("dialog", name="Sign in again")
    expect(again).to_be_visible()
    expect(again.get_by_label("Email")).to_be_focused()
    assert findings(page) == []
    page.keyboard.press("Escape")
    expect(again).to_be_visible()
    again.get_by_label("Email").fill(EMAIL)
    again.get_by_label("Password").fill("no such password")
    page.keyboard.press("Enter")
    expect(again.get_by_role("alert").filter(visible=True)).to_contain_text(WRONG)
    again.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(again).to_be_hidden()
    expect(half_typed).to_have_value("Rowanna")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rowanna Ellis")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_door_is_clean_and_fits(stranger: Page, width: str, theme: str):
    stranger.emulate_media(color_scheme=theme)
    wide, high = WIDTHS[width]
    stranger.set_viewport_size({"width": wide, "height": high})
    DoorPage(stranger).open()
    assert findings(stranger) == []
    assert stranger.evaluate("document.documentElement.scrollWidth") <= wide
