"""What one person does appears for the others who look at it, without reload, and takes nothing out of their hands."""

import os
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlmodel import select

from mbp_claims.clock import now
from mbp_claims.domain.roles import Role
from mbp_claims.domain.user_session import UserSession, session_key
from mbp_claims.testing.pages.claim import ClaimPage
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.claims import ClaimsPage
from mbp_claims.testing.pages.eras import EraInboxPage
from mbp_claims.testing.pages.today import TodayPage
from tests.e2e.conftest import never_here_before
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.remits import coinsured
from tests.e2e.wire import Line, Wire

MOST_BYTES = 1500


def test_a_claim_that_is_filed_is_seen_filed_on_the_same_chart(
    page: Page, other_page: Page, practice: PracticeUnderTest
):
    practice.load_scenario("secondary-ready")
    wire = Wire(other_page)
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    form = here.row("C-1042-S").file()
    wire.start()
    form.submit()
    expect(there.row("C-1042-S").status).to_have_text("Filed")
    expect(there.filed).to_contain_text("C-1042-S")
    assert wire.sent == [], "nobody asked"
    assert wire.bytes_received < MOST_BYTES, wire.received


def test_it_leaves_the_list_and_todays_work(page: Page, other_page: Page, practice: PracticeUnderTest):
    practice.load_scenario("secondary-ready")
    here, there = TodayPage(page).open(), ClaimsPage(other_page).open()
    expect(here.work("C-1042-S")).to_be_visible()
    there.row("C-1042-S").file().submit()
    expect(here.work("C-1042-S")).to_have_count(0)
    expect(there.row("C-1042-S").root).to_have_count(0)


def test_it_is_seen_filed_on_its_own_page(page: Page, other_page: Page, practice: PracticeUnderTest):
    practice.load_scenario("secondary-ready")
    here, there = ClaimPage(page, "C-1042-S").open(), ClaimCenterPage(other_page).open("R-0412")
    there.row("C-1042-S").file().submit()
    expect(here.status).to_have_text("Filed")
    expect(here.timeline.first).to_contain_text("C-1042-S filed to Cigna")


def test_a_plan_that_is_added_appears_on_the_chart(page: Page, other_page: Page, practice: PracticeUnderTest):
    practice.load_scenario("primary-only")
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    here.add_plan().fill("Cigna", "U774105528").submit()
    expect(there.secondary("Cigna").root).to_be_visible()


def test_what_the_shell_imports_and_posts_appears_and_is_said(
    page: Page, other_page: Page, practice: PracticeUnderTest, tmp_path: Path
):
    practice.load_scenario("primary-filed")
    chart, inbox = ClaimCenterPage(page).open("R-0412"), EraInboxPage(other_page).open()
    file = tmp_path / "from-the-shell.835"
    file.write_bytes(coinsured("C-1042", "20261103").file()["buffer"])
    _shell(practice, "era", "import", "--post", str(file))
    expect(chart.row("C-1042-S").status).to_have_text("Ready to file")
    expect(chart.live_region).to_have_text("Secondary claim C-1042-S was created.")
    expect(chart.row("C-1042").status).to_have_text("Completed")
    expect(inbox.rows).to_have_count(1)
    expect(inbox.live_region).to_have_text("An ERA from Aetna arrived.")
    expect(inbox.rows).to_contain_text("Posted")


def test_a_form_that_is_half_typed_is_not_touched_nor_is_the_focus(
    page: Page, other_page: Page, practice: PracticeUnderTest
):
    chart, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    form = chart.row("C-1047-S").file()
    amount = form.adjustment(1).amount
    amount.fill("41")
    there.row("C-1042-S").mark_as_not_billable()
    expect(chart.row("C-1042-S").root).to_have_count(0)
    expect(amount).to_have_value("41")
    expect(amount).to_be_focused()
    there.row("C-1047-S").mark_as_not_billable()
    expect(chart.row("C-1047-S").root).to_have_count(0)
    expect(amount).to_have_value("41")
    expect(amount).to_be_focused()
    form.submit()
    expect(form.summary).to_contain_text("C-1047-S is not billable.")
    expect(amount).to_have_value(re.compile("^41"))


def test_the_focus_stays_and_goes_to_the_next_row_only_when_its_own_is_gone(page: Page, other_page: Page):
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    here.row("C-1047-S").actions.focus()
    there.row("C-1042-S").mark_as_not_billable()
    expect(here.row("C-1042-S").root).to_have_count(0)
    expect(here.row("C-1047-S").actions).to_be_focused()
    there.row("C-1047-S").mark_as_not_billable()
    expect(here.row("C-1047-S").root).to_have_count(0)
    expect(here.pending.locator(":focus")).to_have_attribute("aria-haspopup", "menu")


def test_who_may_not_see_the_client_is_sent_not_one_frame(
    browser: Browser, other_page: Page, practice: PracticeUnderTest
):
    """Her own client's claim comes after it: by then the other one's would have come, too."""
    theirs, hers = "C-1042-S", "C-1052"
    page, context, wire = _as(browser, practice, Role.CLINICIAN)
    claims, office = ClaimsPage(page).open(), ClaimsPage(other_page).open()
    expect(claims.row(hers).root).to_be_visible()
    wire.start()
    office.row(theirs).mark_as_not_billable()
    expect(office.row(theirs).root).to_have_count(0)
    office.row(hers).mark_as_not_billable()
    expect(claims.row(hers).root).to_have_count(0)
    assert wire.sent == []
    assert not [frame for frame in wire.received if theirs in frame]
    assert len([frame for frame in wire.received if "patch" in frame]) == 1
    context.close()


def test_whose_session_is_over_is_sent_nothing(
    browser: Browser, page: Page, other_page: Page, practice: PracticeUnderTest
):
    """Tabs look one after the other, in the order in which they came: this one has had its turn before the last."""
    left, context, wire = _as(browser, practice, Role.BILLER)
    (cookie,) = context.cookies()
    ClaimCenterPage(left).open("R-0412")
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    with practice.transaction() as db:
        for session in db.exec(select(UserSession).where(UserSession.key == session_key(cookie["value"]))):
            session.ended_at = now()
    wire.start()
    here.row("C-1042-S").mark_as_not_billable()
    expect(there.row("C-1042-S").root).to_have_count(0)
    assert wire.received == []
    context.close()


def test_what_happened_while_the_line_was_cut_is_there_when_it_is_mended(
    page: Page, other_page: Page, practice: PracticeUnderTest
):
    practice.load_scenario("secondary-ready")
    line = Line(page)
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    line.cut()
    expect(page.get_by_text("Reconnecting… Your work is kept.")).to_be_visible()
    there.row("C-1042-S").file().submit()
    expect(there.row("C-1042-S").status).to_have_text("Filed")
    expect(here.row("C-1042-S").status).to_have_text("Ready to file")
    line.mend()
    expect(here.row("C-1042-S").status).to_have_text("Filed")


def test_what_was_searched_for_outlives_a_cut_line_and_a_reload(page: Page):
    line = Line(page)
    claims = ClaimsPage(page).open()
    claims.search("C-1042")
    expect(claims.rows).to_have_count(1)
    line.cut()
    expect(page.get_by_text("Reconnecting… Your work is kept.")).to_be_visible()
    line.mend()
    expect(page.get_by_text("Reconnecting… Your work is kept.")).to_have_count(0)
    claims.row("C-1042-S").mark_as_not_billable()
    expect(claims.rows).to_have_count(0)
    claims.reload()
    expect(claims.search_box).to_have_value("C-1042")
    expect(claims.rows).to_have_count(0)


def _shell(practice: PracticeUnderTest, *words: str) -> None:
    """In a process of its own, beside the running server."""
    done = subprocess.run(
        [sys.executable, "-m", "mbp_claims.cli", *words],
        env=os.environ | {"MBP_DATABASE_URL": practice.url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _as(browser: Browser, practice: PracticeUnderTest, role: Role) -> tuple[Page, BrowserContext, Wire]:
    """A tab of somebody in the practice who has that role, and what goes over its line."""
    context = never_here_before(browser, practice, signed_in=False)
    context.add_cookies([practice.kit.sign_in(role)])
    tab = context.new_page()
    return tab, context, Wire(tab)
