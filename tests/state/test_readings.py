"""Who looked at what is in the trail: once in some minutes, for the person whom the gate has let in."""

import threading
from datetime import time, timedelta

import pytest
from tab import Tab

from mbp_claims.actions import record_readings
from mbp_claims.clock import now
from mbp_claims.db.engine import transaction
from mbp_claims.domain.activity import Activity, Kind
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.origin import asked_from
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Reading, Seen
from mbp_claims.domain.remittance import Remittance
from mbp_claims.state import later
from mbp_claims.state.base import let_in
from mbp_claims.state.chart import ChartState
from mbp_claims.state.claim import ClaimState
from mbp_claims.state.eras_review import EraState
from mbp_claims.state.later import Later
from tests import builders
from tests.desk import Desk
from tests.sign_in import session_id_of


@pytest.fixture
def june(desk: Desk) -> Desk:
    """The gate has let June Marlow in."""
    assert let_in(session_id_of())
    return desk


def seen(desk: Desk) -> list[tuple[str, str, int | None, int | None, int | None]]:
    found = desk.rows(Activity, Activity.kind == Kind.READ)
    return [(one.who, one.what, one.client_id, one.claim_id, one.remittance_id) for one in found]


def test_a_chart_that_is_opened_is_recorded_once_in_ten_minutes(chart: Tab, june: Desk, client: Client):
    chart.do(ChartState.load)
    chart.do(ChartState.load)
    assert seen(june) == [("June Marlow, LCSW", "Chart opened", client.id, None, None)]
    with builders.on(builders.TODAY, time(21, 49)):
        chart.do(ChartState.load)
    assert len(seen(june)) == 1
    with builders.on(builders.TODAY, time(21, 51)):
        chart.do(ChartState.load)
    assert len(seen(june)) == 2


def test_a_claim_and_an_era_that_are_opened_are_recorded(june: Desk, client: Client, answered: Claim):
    era = june.one(Remittance)
    Tab(f"/claims/{answered.number}").do(ClaimState.load)
    Tab(f"/era/{era.id}").do(EraState.load)
    who = "June Marlow, LCSW"
    assert seen(june) == [
        (who, f"{answered.number} opened", client.id, answered.id, None),
        (who, f"ERA {era.trace} opened", None, None, era.id),
    ]


@pytest.mark.parametrize("path", ["/clients/R-9999/contact", "/claims/C-9999", "/era/99"])
def test_what_is_not_there_was_not_looked_at(june: Desk, path: str):
    for state in (ChartState, ClaimState, EraState):
        Tab(path).do(state.load)
    assert seen(june) == []


def test_a_row_action_is_no_reading(chart: Tab, june: Desk, ready: Claim):
    from mbp_claims.state.claims import ClaimsState

    chart.do(ClaimsState.load_chart)
    chart.do(ClaimsState.put_away, ready.number)
    assert seen(june) == []


def reading_of(clinician: Clinician, client: Client, what: str = "Chart opened") -> Reading:
    return Reading(clinician, Seen(what, client.id), now(), "192.0.2.7")


def test_while_the_program_runs_another_thread_writes(desk: Desk, client: Client):
    notes = Later(record_readings.write_readings, "readings")
    notes.start()
    for what in ("Chart opened", "C-1 opened", "Chart opened"):
        notes.note(reading_of(desk.clinician, client, what))
    notes.stop()
    assert [one.what for one in desk.rows(Activity)] == ["Chart opened", "C-1 opened"]
    assert {one.address for one in desk.rows(Activity)} == {"192.0.2.7"}


def test_what_cannot_be_written_is_kept_and_tried_again(desk: Desk, client: Client, monkeypatch: pytest.MonkeyPatch):
    tried, wrote = [], threading.Event()

    def write(noted: list[Reading]) -> None:
        tried.append([one.seen.what for one in noted])
        if len(tried) < 3:
            raise OSError("no space left on device")
        record_readings.write_readings(noted)
        wrote.set()

    monkeypatch.setattr(later, "MOMENT", 0.001)
    notes = Later(write, "readings")
    notes.start()
    notes.note(reading_of(desk.clinician, client))
    assert wrote.wait(30)
    notes.stop()
    assert [one.what for one in desk.rows(Activity)] == ["Chart opened"]


def test_a_reading_of_what_is_gone_does_not_hold_up_the_others(desk: Desk, client: Client):
    gone = reading_of(desk.clinician, client)._replace(seen=Seen("Chart opened", 999))
    record_readings.write_readings([gone, reading_of(desk.clinician, client)])
    assert [one.client_id for one in desk.rows(Activity)] == [client.id]


def test_it_is_recorded_when_and_from_where_it_was_not_when_it_was_written(desk: Desk, client: Client):
    asked_from("192.0.2.99")
    late = reading_of(desk.clinician, client)._replace(at=now() - timedelta(minutes=3))
    with transaction() as db:
        record_readings._record(db, late)
    asked_from("")
    (one,) = desk.rows(Activity)
    assert (one.at, one.address) == (late.at, "192.0.2.7")
