"""The Settings page: what is shown, what a save changes, and what it leaves alone."""

from typing import Any

import pytest
from sqlmodel import col, select
from tab import Tab

from mbp_claims import testids
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.engine import reading, transaction
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.state.settings import NOT_SAVED, WAITS_SAVED, SettingsState
from tests import builders

NUMBERS = {"npi": "1245319599", "tax_id_type": "SY", "tax_id": "123-45-6789", "taxonomy": "103TC0700X"}


@pytest.fixture
def settings(clinician: Clinician) -> Tab:
    return _opened()


def _opened() -> Tab:
    tab = Tab("/settings")
    tab.do(SettingsState.load)
    return tab


def shown(tab: Tab) -> SettingsState:
    return tab.of(SettingsState)


def practice(clinician: Clinician) -> Practice:
    with reading() as db:
        return practice_of(db, clinician)


def test_the_page_tells_what_claims_say(settings: Tab):
    view = shown(settings).view
    assert shown(settings).phase == "ready"
    assert ("NPI", "1234567893") in view.numbers
    assert view.usage.startswith("Claims go out marked as tests") and view.missing == []


def test_a_practice_that_lacks_something_is_told_what(clinician: Clinician):
    with transaction() as db:
        practice_of(db, clinician).npi = ""
    assert shown(_opened()).view.missing == ["Add the practice’s NPI"]


def test_a_save_changes_its_section_alone_and_the_trail_has_no_number(settings: Tab, clinician: Clinician):
    before = practice(clinician)
    settings.do(SettingsState.open_numbers)
    heard = settings.do(SettingsState.save, NUMBERS | {"name": "Somebody else", "usage": "P"})
    assert heard.closes(testids.PRACTICE_DIALOG)
    now = practice(clinician)
    assert (now.npi, now.tax_id_type, now.tax_id, now.taxonomy) == ("1245319599", "SY", "123456789", "103TC0700X")
    assert (now.name, now.usage) == (before.name, before.usage)
    assert ("Social security number (SSN)", "•••-••-6789") in shown(settings).view.numbers
    with reading() as db:
        last = db.exec(select(Activity).order_by(col(Activity.id).desc())).first()
    assert last and (last.what, last.after) == (
        "Practice settings changed", "npi: 1245319599; tax id type: SY; tax id: •••; taxonomy: 103TC0700X"
    )  # fmt: skip


def test_a_save_that_changes_nothing_leaves_no_trace(settings: Tab, clinician: Clinician, everything: Any):
    settings.do(SettingsState.open_identity)
    form, before = shown(settings).form, everything()
    told = {name: getattr(form, name) for name in ("kind", "name", "first_name", "address", "city", "state", "zip")}
    settings.do(SettingsState.save, told | {"phone": form.phone, "contact_name": form.contact_name})
    assert shown(settings).form.errors == {} and everything() == before


def test_what_is_wrong_is_told_and_nothing_is_changed(settings: Tab, everything: Any):
    settings.do(SettingsState.open_sending)
    before = everything()
    heard = settings.do(SettingsState.save, {"submitter_id": "", "usage": "Q"})
    assert heard.points_at_problem(testids.PRACTICE_DIALOG)
    assert list(shown(settings).form.errors) == ["submitter_id", "receiver_name", "receiver_id", "usage"]
    assert everything() == before


def test_a_failure_keeps_the_entries(settings: Tab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    settings.do(SettingsState.open_numbers)
    monkeypatch.setattr("mbp_claims.actions.edit_practice.record", fails)
    settings.do(SettingsState.save, NUMBERS)
    assert shown(settings).form.failure == NOT_SAVED
    assert "123456789" not in caplog.text and "123-45" not in caplog.text


def test_files_that_were_written_stay(settings: Tab, filed: Any):
    with reading() as db:
        files = db.exec(select(ClaimFile.content)).all()
    settings.do(SettingsState.open_numbers)
    settings.do(SettingsState.save, NUMBERS)
    with reading() as db:
        assert db.exec(select(ClaimFile.content)).all() == files


def fails(*_: Any, **__: Any) -> None:
    raise OSError("123-45-6789")


def test_how_long_is_waited_is_saved_payer_by_payer_or_refused_with_what_was_typed_kept(
    clinician: Clinician, client: Client
):
    with transaction() as db:
        builders.both(db, clinician, client)
    tab = _opened()
    aetna, cigna = shown(tab).waits.rows
    assert (aetna.payer, aetna.days, cigna.payer) == ("Aetna", "15", "Cigna")
    tab.do(SettingsState.save_waits, {aetna.name: "many", cigna.name: "20"})
    assert list(shown(tab).waits.errors) == [aetna.name]
    assert tab.do(SettingsState.save_waits, {aetna.name: "10", cigna.name: "20"}).said == [WAITS_SAVED]
    assert [row.days for row in shown(_opened()).waits.rows] == ["10", "20"]
