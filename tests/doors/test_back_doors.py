"""Three ways around a gate that only asks who sends an event. Each stood open in Reflex, and is shut here."""

import httpx
import pytest
import reflex as rx
from reflex.state import State
from reflex_base.utils.format import json_dumps
from sqlalchemy import event
from sqlmodel import select
from tab import states

from mbp_claims.db.engine import engine, reading
from mbp_claims.domain.client import Client
from tests.doors.house import COLLEAGUE, MARKS, OWNER, WHO_ASK
from tests.doors.line import STATE, Line
from tests.doors.place import Place, marked
from tests.state.stranger import CLIENT

CHART = f"/clients/{CLIENT}/claim-center"


def opened(place: Place) -> Line:
    """The tab of the client's own clinician, who has the chart before her."""
    line = place.line(OWNER)
    for name in ("chart_state.load", "claims_state.load_chart", "plans_state.load"):
        line.say(_named(place, name), {}, CHART)
    line.settle()
    assert marked(line.take(), place)
    return line


def _named(place: Place, short: str) -> str:
    (name,) = (name for name in place.handlers if name.endswith(f"____{short}"))
    return name


def _asks_for_all(line: Line, place: Place) -> list[str]:
    """What whoever holds a tab's token is sent."""
    for name, payload in (("hydrate_and_load", {"vars": {}}), ("hydrate", {}), ("hydrate_and_load", {})):
        line.say(f"{STATE}.{name}", payload, CHART)
    line.say(_named(place, "shell_state.load"), {}, CHART)
    line.settle()
    return marked(line.take(), place)


@pytest.mark.parametrize("who", WHO_ASK)
def test_an_upload_with_anothers_tab_does_not_run_there(place: Place, who: str):
    """Before: Reflex took the tab's token from a header of the upload, and ran the handler under the headers that the
    tab's own socket had stored: a gate that looked at the stored cookie let in whoever sent the token."""
    line, before = opened(place), place.rows()
    cookie = place.house.cookie(who, place.port)
    for name in ("import_state.take", "plan_form_state.choose_front"):
        told = httpx.post(
            f"http://127.0.0.1:{place.port}/_upload", files={"files": ("a.835", b"ISA*00*", "text/plain")},
            headers={
                "reflex-client-token": line.token, "reflex-event-handler": _named(place, name),
                "Origin": f"http://127.0.0.1:{place.port}", **({"Cookie": cookie} if cookie else {}),
            },
        )  # fmt: skip
        assert told.status_code == 401
    line.settle()
    line.close()
    assert place.rows() == before


@pytest.mark.parametrize("who", WHO_ASK)
def test_a_tabs_token_is_no_key_to_what_is_kept_for_it(place: Place, who: str):
    """Before: once its browser was gone, whoever connected with a tab's token was sent the whole kept state on
    hydrate, and so was the next person at that tab."""
    owners = opened(place)
    owners.close()
    thief = Line(place.port, place.house.cookie(who, place.port), owners.token)
    assert _asks_for_all(thief, place) == []
    thief.close()
    again = Line(place.port, place.house.cookie(OWNER, place.port), owners.token)
    again.say(f"{STATE}.hydrate", {}, CHART)
    again.settle()
    assert marked(again.take(), place), "its own person finds it as it was"
    again.close()


def test_what_one_person_set_off_is_not_sent_to_another_with_the_same_token(place: Place):
    """Before: what runs in the background sent its changes to whatever socket held the token by then."""
    owners = opened(place)
    owners.say(_named(place, "clearinghouse_state.sync"), {}, "/clearinghouse")
    owners.close()
    thieves = [Line(place.port, place.house.cookie(who, place.port), owners.token) for who in WHO_ASK]
    again = Line(place.port, place.house.cookie(OWNER, place.port), owners.token)
    again.say(_named(place, "clearinghouse_state.load"), {}, "/clearinghouse")
    again.settle()
    assert "clearinghouse_state" in again.take()
    for thief in thieves:
        thief.settle()
        assert "clearinghouse_state" not in thief.take()
        thief.close()
    again.close()


def test_the_next_person_at_a_tab_is_given_a_token_of_her_own(place: Place):
    """Or she would be left with a page that answers nothing."""
    owners = opened(place)
    owners.close()
    following = Line(place.port, place.house.cookie(COLLEAGUE, place.port), owners.token)
    following.say(_named(place, "clients_state.load"), {}, "/clients")
    following.settle()
    heard = following.take()
    assert '"new_token"' in heard
    assert "clients_state" in heard
    following.close()


def test_what_is_built_into_the_pages_is_of_nobody(place: Place, monkeypatch: pytest.MonkeyPatch):
    """Before: a computed variable's first value was baked into the public scripts and sent to anybody on hydrate; one
    that read the database published a member id."""
    from dataclasses import replace

    from mbp_claims.db import engine as door

    url = f"sqlite:///{place.database}"
    monkeypatch.setattr(door, "settings", replace(door.settings, database_url=url))
    asked: list[str] = []
    event.listen(engine(url), "before_cursor_execute", lambda _c, _u, statement, *_: asked.append(statement))
    assert len(states()) > 20
    built = json_dumps(State(_reflex_internal_init=True).dict(initial=True)).lower()  # type: ignore[call-arg]
    assert [mark for mark in MARKS if mark in built] == []
    assert asked == [], "first values are computed without the database"


def test_a_value_that_is_baked_in_would_be_noticed(place: Place):
    class Baked(rx.State):
        @rx.var
        def name(self) -> str:
            with reading(f"sqlite:///{place.database}") as db:
                return db.exec(select(Client).where(Client.number == CLIENT)).one().name

    built = json_dumps(Baked(_reflex_internal_init=True, parent_state=State(_reflex_internal_init=True)).dict())  # type: ignore[call-arg]
    assert "zeph" in built.lower()
