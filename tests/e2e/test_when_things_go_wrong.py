"""The server fails, the line is cut, a page is left in the middle: nothing that was typed or done is lost."""

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from mbp_claims import testids
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.testing.pages.claim_center import ClaimCenterPage
from mbp_claims.testing.pages.clients import ClientsPage
from mbp_claims.testing.pages.contact import ContactPage
from tests.e2e.conftest import never_here_before
from tests.e2e.kept_rows import all_rows
from tests.e2e.practice import PracticeUnderTest
from tests.e2e.wire import Line

FILES_ARE_REFUSED = """CREATE TRIGGER refuses BEFORE INSERT ON claim_file
    BEGIN SELECT RAISE(ABORT, 'not today'); END"""


def test_a_claim_that_could_not_be_kept_is_tried_again_with_all_that_was_typed(page: Page, practice: PracticeUnderTest):
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1047-S").file()
    form.adjustment(1).amount.fill("44")
    _tell_the_database(practice, FILES_ARE_REFUSED)
    before = all_rows(practice)
    form.submit()
    expect(form.summary).to_contain_text("The claim was not filed. Your entries are still here.")
    expect(form.summary).to_be_focused()
    expect(form.adjustment(1).amount).to_have_value("44.00")
    assert all_rows(practice) == before
    _tell_the_database(practice, "DROP TRIGGER refuses")
    form.summary.get_by_role("button", name="Try again").click()
    expect(chart.row("C-1047-S").status).to_have_text("Filed")


def test_a_database_that_is_moved_away_is_told_and_nothing_typed_is_lost(page: Page, practice: PracticeUnderTest):
    """And nobody is sent to sign in; once it is back the same form is sent."""
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1047-S").file()
    form.adjustment(1).amount.fill("44")
    away = practice.database.with_name("away.db")
    practice.database.rename(away)
    form.submit()
    expect(page.get_by_text("The database does not answer just now.").first).to_be_visible()
    expect(form.adjustment(1).amount).to_have_value("44.00")
    assert not practice.database.exists()
    away.rename(practice.database)
    form.submit()
    expect(chart.row("C-1047-S").status).to_have_text("Filed")


def _tell_the_database(practice: PracticeUnderTest, words: str) -> None:
    with closing(sqlite3.connect(practice.database)) as db:
        db.execute(words)
        db.commit()


def test_a_cut_line_is_told_and_the_form_stays(page: Page):
    line = Line(page)
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1047-S").file()
    form.adjustment(1).amount.fill("44")
    line.cut()
    banner = page.get_by_test_id(testids.CONNECTION_BANNER)
    expect(banner).to_have_text("Reconnecting… Your work is kept.")
    form.submit()
    expect(form.adjustment(1).amount).to_have_value("44.00")
    line.mend()
    expect(banner).to_have_count(0)
    expect(chart.row("C-1047-S").status).to_have_text("Filed")


def test_a_form_that_is_half_typed_outlives_a_restart_of_the_server(browser: Browser, tmp_path: Path):
    server = PracticeUnderTest(tmp_path)
    server.load_scenario("demo")
    try:
        context = never_here_before(browser, server)
        page = context.new_page()
        chart = ClaimCenterPage(page).open("R-0412")
        form = chart.row("C-1047-S").file()
        form.adjustment(1).amount.fill("43")
        contact = ContactPage(context.new_page()).open("R-0412")
        typed = contact.edit().fill(city="Bath")
        server.stop()
        for tab in (page, contact.page):
            banner = tab.get_by_test_id(testids.CONNECTION_BANNER)
            expect(banner).to_have_text("Reconnecting… Your work is kept.")
        typed.fill(phone="(207) 555-0111")
        with server.transaction() as db:
            mark_not_billable(db, first_clinician(db), "C-1042-S")
        server.start()
        for tab in (page, contact.page):
            expect(tab.get_by_test_id(testids.CONNECTION_BANNER)).to_have_count(0, timeout=60_000)
        expect(typed.root.get_by_label("City")).to_have_value("Bath")
        typed.submit()
        expect(contact.facts).to_contain_text("Bath")
        expect(contact.facts).to_contain_text("(207) 555-0111")
        expect(form.adjustment(1).amount).to_have_value("43")
        expect(chart.row("C-1042-S").root).to_have_count(0)
        form.adjustment(1).amount.fill("44")
        form.submit()
        expect(chart.row("C-1047-S").status).to_have_text("Filed")
        context.close()
    finally:
        server.stop()


def test_a_form_that_is_half_typed_comes_back_after_a_crash(browser: Browser, tmp_path: Path):
    """The server knows nothing of the page any more: it neither empties the form nor takes it for another."""
    server = PracticeUnderTest(tmp_path)
    server.load_scenario("demo")
    try:
        context = never_here_before(browser, server)
        contact = ContactPage(context.new_page()).open("R-0412")
        typed = contact.edit().fill(city="Bath")
        os.killpg(server.running.pid, signal.SIGKILL)
        banner = contact.page.get_by_test_id(testids.CONNECTION_BANNER)
        expect(banner).to_have_text("Reconnecting… Your work is kept.")
        typed.fill(phone="(207) 555-0111")
        server.running.wait()
        server.start()
        expect(typed.root).to_contain_text("What you typed here before is back.", timeout=60_000)
        expect(typed.root.get_by_label("City")).to_have_value("Bath")
        typed.submit()
        expect(contact.facts).to_contain_text("Bath")
        expect(contact.facts).to_contain_text("(207) 555-0111")
        context.close()
    finally:
        server.stop()


def test_a_page_that_is_left_with_an_open_dialog_leaves_nothing_behind(page: Page):
    clients = ClientsPage(page).open()
    chart = clients.chart_of("Rowan Ellis")
    chart.row("C-1042-S").file()
    page.go_back()
    expect(clients.table).to_be_visible()
    form = clients.add_client()
    page.keyboard.press("Escape")
    expect(form.root).to_be_hidden()
    expect(page.get_by_role("button", name="Add Client").first).to_be_focused()


def test_an_era_is_looked_up_without_leaving_the_form(page: Page):
    chart = ClaimCenterPage(page).open("R-0412")
    form = chart.row("C-1039-S").file()
    form.add_adjustment()
    form.adjustment(2).amount.fill("96")
    with page.context.expect_page() as opening:
        form.banner.get_by_role("link", name="Import ERA").click()
    expect(opening.value.get_by_role("heading", level=1)).to_have_text("ERA Inbox")
    expect(form.adjustment(2).amount).to_have_value("96.00")


def test_what_was_done_elsewhere_is_told_when_it_is_tried_here(page: Page, other_page: Page):
    here, there = (ClaimCenterPage(tab).open("R-0412") for tab in (page, other_page))
    form = here.row("C-1042-S").file()
    there.row("C-1042-S").mark_as_not_billable()
    expect(there.row("C-1042-S").root).to_have_count(0)
    form.submit()
    expect(form.summary).to_contain_text("C-1042-S is not billable. It cannot be filed.")
