"""Three ways around a gate that only asks who sends an event: each stands open where the gate is alone (`before`), and
is shut here."""

from dataclasses import replace

import httpx
import pytest
import reflex as rx
from reflex.compiler.compiler import compile_contexts
from reflex.state import State
from reflex_base.registry import RegistrationContext
from sqlalchemy import event
from sqlmodel import select
from tab import states

from mbp_claims.db import engine as door
from mbp_claims.db.engine import engine, reading
from mbp_claims.domain.client import Client
from tests.doors.house import COLLEAGUE, MARKS, OWNER, WHO_ASK
from tests.doors.line import STATE, Line
from tests.doors.place import Place, marked
from tests.state.stranger import CLIENT

NOT_IMPORTED = "the era was not imported"
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


def uploads_into(place: Place, line: Line, who: str) -> list[int]:
    """Somebody sends files to two handlers with the token of another's tab; gives how it was answered."""
    cookie = place.house.cookie(who, place.port)
    told = [
        httpx.post(
            f"http://127.0.0.1:{place.port}/_upload", files={"files": ("a.835", b"ISA*00*", "text/plain")},
            headers={
                "reflex-client-token": line.token, "reflex-event-handler": _named(place, name),
                "Origin": f"http://127.0.0.1:{place.port}", **({"Cookie": cookie} if cookie else {}),
            },
        )
        for name in ("import_state.take", "plan_form_state.choose_front")
    ]  # fmt: skip
    return [answer.status_code for answer in told]


@pytest.mark.parametrize("who", WHO_ASK)
def test_an_upload_with_anothers_tab_does_not_run_there(place: Place, who: str):
    line, before = opened(place), place.rows()
    assert uploads_into(place, line, who) == [401, 401]
    line.settle()
    assert NOT_IMPORTED not in line.take()
    line.close()
    assert place.rows() == before


@pytest.mark.parametrize("who", WHO_ASK)
def test_before_it_ran_there(before: Place, who: str):
    """Reflex takes the tab's token from a header of the upload, and runs the handler under the headers that the tab's
    own socket has stored: a gate that looks at the stored cookie lets in whoever sends the token."""
    line = opened(before)
    assert uploads_into(before, line, who) == [200, 200]
    line.settle()
    assert NOT_IMPORTED in line.take(), "the victim's own screen is told of a file that somebody else has sent"
    line.close()


def taken_over(place: Place, who: str) -> list[str]:
    """What whoever holds the token of a tab is sent, once its own browser is gone."""
    owners = opened(place)
    owners.close()
    thief = Line(place.port, place.house.cookie(who, place.port), owners.token)
    seen = _asks_for_all(thief, place)
    thief.close()
    again = Line(place.port, place.house.cookie(OWNER, place.port), owners.token)
    again.say(f"{STATE}.hydrate", {}, CHART)
    again.settle()
    assert marked(again.take(), place), "its own person finds it as it was"
    again.close()
    return seen


@pytest.mark.parametrize("who", WHO_ASK)
def test_a_tabs_token_is_no_key_to_what_is_kept_for_it(place: Place, who: str):
    assert taken_over(place, who) == []


@pytest.mark.parametrize("who", WHO_ASK)
def test_before_it_was_the_key(before: Place, who: str):
    """Whoever connected with a tab's token was sent the whole kept state on hydrate, and so was the next person at that
    tab."""
    assert "zeph" in taken_over(before, who)


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


def built(place: Place, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[str]]:
    """The script that Reflex builds into the public pages, while the database holds the victim; and what was asked of
    the database meanwhile."""
    url = f"sqlite:///{place.database}"
    monkeypatch.setattr(door, "settings", replace(door.settings, database_url=url))
    asked: list[str] = []

    def note(_c: object, _u: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(engine(url), "before_cursor_execute", note)
    try:
        _, script = compile_contexts(State, None)
    finally:
        event.remove(engine(url), "before_cursor_execute", note)
    return script.lower(), asked


def test_what_is_built_into_the_pages_is_of_nobody(place: Place, monkeypatch: pytest.MonkeyPatch):
    """tests/e2e/test_bundle.py asks the same of what was really built."""
    assert len(states()) > 20
    script, asked = built(place, monkeypatch)
    assert "claims_state" in script
    assert [mark for mark in MARKS if mark in script] == []
    assert asked == [], "first values are computed without the database"


def test_before_a_computed_value_was_built_in(place: Place, monkeypatch: pytest.MonkeyPatch):
    """Its first value is baked into the public scripts, and sent to anybody on hydrate: one that reads the database
    publishes what it finds. Computed values read the state alone since."""

    with RegistrationContext.ensure_context().fork():

        class Baked(rx.State):
            @rx.var
            def name(self) -> str:
                with reading() as db:
                    return db.exec(select(Client).where(Client.number == CLIENT)).one().name

        script, asked = built(place, monkeypatch)
    assert "zephyrine" in script and asked
