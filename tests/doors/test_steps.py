"""What leads in by several steps: signing in with a code, choosing a password by a link, setting up, and signing out.
Asked by those who should get nothing, in whatever order, with whatever fields."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from mbp_claims.clock import now
from mbp_claims.db.engine import transaction
from mbp_claims.domain.user_session import Stage, UserSession, session_key
from tests.doors.house import OWNER, WHO_ASK
from tests.doors.line import Line
from tests.doors.place import Place, marked
from tests.doors.test_every_door import OPEN, _filled, knock, ours

OWNERS_EMAIL = "otis.vale.2@example.com"
FIELDS = ("email", "password", "old", "code", "link", "back", "practice", "name", "")
VALUES: tuple[Any, ...] = (
    OWNERS_EMAIL, "123456", "x" * 43, "//evil.example", "\x00\ud7ff", "x" * 9000, ["1", "2"],
)  # fmt: skip


@pytest.fixture(autouse=True)
def sessions_as_they_were(place: Place) -> Iterator[None]:
    """Somebody signs out of her own here, and is asked as again elsewhere."""
    yield
    with closing(sqlite3.connect(place.database)) as db, db:
        db.execute("UPDATE session SET ended_at = NULL, ended = ''")


def steps(place: Place) -> list[str]:
    found = [path for path, methods in place.addresses if path.startswith("/session/") and "POST" in methods]
    assert len(found) > 12
    return found


def web(place: Place, cookie: str) -> httpx.Client:
    told = {"Origin": f"http://127.0.0.1:{place.port}", **({"Cookie": cookie} if cookie else {})}
    return httpx.Client(base_url=f"http://127.0.0.1:{place.port}", headers=told, timeout=60)


def half_way(place: Place, person: int, stage: Stage = Stage.CODE) -> str:
    """The cookie of a browser in which that person's password was typed, and nothing after it."""
    session_id = f"half-way-{stage}-{person}"
    with transaction(f"sqlite:///{place.database}") as db:
        db.add(UserSession(
            key=session_key(session_id), account_id=person, stage=stage, started_at=now(), last_seen_at=now()
        ))  # fmt: skip
    return f"mbp-session-{place.port}={session_id}"


def open_sessions(place: Place, person: int) -> set[int]:
    with closing(sqlite3.connect(place.database)) as db:
        asked = "SELECT s.id FROM session s JOIN account a ON a.id = s.account_id "
        found = db.execute(f"{asked} WHERE a.clinician_id = ? AND ended_at IS NULL AND stage = 'in'", (person,))
        return {number for (number,) in found}


@pytest.mark.parametrize("who", WHO_ASK)
def test_no_step_gives_or_changes_anything(place: Place, who: str):
    """Every form, with the same in each of its fields; then the same from the middle of another's sign-in."""
    before, owners = place.rows(), open_sessions(place, place.house.people[OWNER])
    assert owners
    with web(place, place.house.cookie(who, place.port)) as asking:
        for path in steps(place):
            for value in VALUES:
                told = asking.post(path, data=dict.fromkeys(FIELDS, value))
                assert told.status_code < 500, (path, value)
                heard = (told.text + str(told.headers)).lower()
                assert not marked(heard, place), path
                assert '"codes"' not in heard and '"key"' not in heard, path
                assert path.endswith(("sign-out", "out-everywhere")) or "set-cookie" not in told.headers, path
    assert place.rows() == before
    assert open_sessions(place, place.house.people[OWNER]) == owners, "nobody else's session ends"


@pytest.mark.parametrize("stage", [Stage.CODE, Stage.SET_UP])
def test_who_has_shown_a_password_alone_is_nobody(place: Place, stage: Stage):
    """At every handler, every address and every file; the victim's own password is known."""
    cookie, before = half_way(place, place.house.people[OWNER], stage), place.rows()
    line = Line(place.port, cookie)
    for name, arguments in ours(place).items():
        if OPEN not in name:
            assert not marked(knock(place, line, name, arguments, as_pages_do=True), place), name
    line.close()
    with web(place, cookie) as asking:
        for path, methods in place.addresses:
            if not path.startswith("/session"):
                for address in _filled(path, place) if "GET" in methods else ():
                    told = asking.get(address)
                    assert not marked(told.text.lower(), place), address
                    assert not path.startswith("/files/") or told.status_code in (401, 404), address
                    assert told.status_code == 401 or not address.startswith(f"/files/837/{place.house.ids[0]}")
    assert place.rows() == before


def test_a_code_is_not_asked_for_without_a_password_nor_with_anothers(place: Place):
    """The step after the password is of the browser in which it was typed."""
    with web(place, "") as asking:
        told = asking.post("/session/code", data={"code": "123456"})
        assert (told.status_code, told.json()["step"]) == (422, "sign-in")
        told = asking.post("/session/set-up", data={"": ""})
        assert (told.status_code, told.json()["step"]) == (422, "sign-in")
    with web(place, half_way(place, place.house.people[WHO_ASK[1]])) as asking:
        assert asking.post("/session/set-up", data={"": ""}).json()["step"] == "sign-in"
        assert asking.get("/session").json()["over"]


@pytest.mark.parametrize("who", WHO_ASK)
def test_signing_out_ends_ones_own_session_and_no_other(place: Place, who: str):
    others = {name: open_sessions(place, person) for name, person in place.house.people.items() if name != who}
    with web(place, place.house.cookie(who, place.port)) as asking:
        assert asking.post("/session/sign-out", data={"session": "1", "id": "1"}).json()["out"]
        assert asking.get("/files/837/1").status_code == 401
    assert {name: open_sessions(place, place.house.people[name]) for name in others} == others
    assert not open_sessions(place, place.house.people.get(who, 0))
