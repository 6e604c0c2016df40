"""A client asks who received what about her, and for a copy of her whole record."""

import json
import zipfile

from playwright.sync_api import Page, expect

from mbp_claims.testing.pages.audit import AuditPage
from mbp_claims.testing.pages.records import RecordsPage
from tests.e2e.practice import PracticeUnderTest


def test_a_disclosure_is_recorded_marked_as_wrong_and_told_in_the_accounting(page: Page, practice: PracticeUnderTest):
    records = RecordsPage(page).open("R-0412")
    expect(records.rows.first).to_contain_text("through the clearinghouse")
    form = records.record()
    form.box("Date").fill("tomorrow")
    form.submit()
    expect(form.summary).to_be_focused()
    expect(form.summary).to_contain_text("Enter who received it")
    expect(form.box("Date")).to_have_value("tomorrow")
    form.box("Date").fill("11/20/2026")
    form.box("Who receives it").fill("=Superior Court")
    form.box("What is disclosed").fill("Dates of sessions")
    form.box("Why it may be disclosed").select_option("Court order, subpoena or other legal process")
    form.box("What for, in a sentence").fill("Subpoena")
    form.submit()
    expect(form.root).to_be_hidden()
    row = records.rows.filter(has_text="Superior Court")
    expect(row).to_contain_text("Must be told")
    row.get_by_role("button", name="Recorded by mistake").click()
    expect(row).to_contain_text("Recorded by mistake")
    records.toast("Marked as recorded by mistake.").get_by_role("button", name="Undo").click()
    expect(row).to_contain_text("Must be told")
    assert '"\'=Superior Court"' in records.sheet()


def test_the_whole_record_is_exported_and_the_trail_knows_it(page: Page, practice: PracticeUnderTest):
    records = RecordsPage(page).open("R-0412")
    form = records.export()
    expect(form.box("Who receives it")).to_have_value("Rowan Ellis")
    given = records.download(form)
    assert given.suggested_filename == "R-0412-record-2026-11-23.zip"
    with zipfile.ZipFile(given.path()) as whole:
        told = json.loads(whole.read("record.json"))
        assert told["client"]["number"] == "R-0412" and len(told["claims"]) > 5
        assert {name.partition("/")[0] for name in whole.namelist()} >= {"record.json", "837", "835"}
        others = practice.names() & {"Maya", "Okafor", "R-0405"}
        assert not [name for name in others if name.encode() in b"".join(map(whole.read, whole.namelist()))]
    expect(records.rows.filter(has_text="The whole record")).to_contain_text("Not required, 164.528(a)(1)(ii)")
    page.get_by_role("link", name="Who looked at this chart").click()
    audit = AuditPage(page)
    expect(audit.row("Disclosed to Rowan Ellis: The whole record")).to_be_visible()
    expect(audit.row("Record downloaded, for Rowan Ellis")).to_be_visible()
