"""The test that counts: whoever should not, asks at every handler and at every address, over a real connection.

Handlers and addresses are those that the running program names; their arguments come from their signatures. Two doors
stand open on purpose (tests/doors/server.py) and are found: a third would be, too.
"""

import sqlite3
from contextlib import closing
from itertools import islice
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from mbp_claims import routes
from mbp_claims.domain.refusing import UNFIT
from tests.doors.arguments import FIELDS, pages, plausible, wrong
from tests.doors.house import COLLEAGUE, DISABLED, ELSEWHERE, NOBODY, OWNER, WHO_ASK
from tests.doors.line import Line
from tests.doors.place import Place, Rows, marked
from tests.state.stranger import CLIENT

OPEN = "____left_open"
OPENED = {"look": "seen", "change": "changed", "look_unasked": "seen"}


def ours(place: Place) -> dict[str, dict[str, str]]:
    """Handlers of ours, and those that were left open."""
    return {
        name: arguments for name, arguments in place.handlers.items()
        if ("mbp_claims___" in name or OPEN in name) and not name.endswith(".setvar")
    }  # fmt: skip


def knock(place: Place, line: Line, name: str, arguments: dict[str, str], as_pages_do: bool = False) -> str:
    """Asks as a page would and as no page would; gives all that was heard."""
    addresses = pages(place.house)
    for payload in islice(plausible(place.house, arguments), 3 if as_pages_do else None):
        for path in addresses if not arguments else addresses[:1]:
            line.say(name, payload, path)
    for payload in () if as_pages_do else wrong(arguments):
        line.say(name, payload, addresses[0])
    line.settle()
    return line.take()


@pytest.mark.parametrize("who", WHO_ASK)
def test_no_handler_gives_or_changes_anything(place: Place, who: str, subtests: pytest.Subtests):
    """But those two that were left open, which are found."""
    before, line = place.rows(), place.line(who)
    found = {}
    for name, arguments in ours(place).items():
        heard = knock(place, line, name, arguments)
        after = place.rows()
        if marks := marked(heard, place):
            found[name] = f"seen: {marks}"
        if not _kept(before, after, place, who):
            found[name] = "changed"
        before = after
    line.close()
    left_open = {name.rpartition(".")[2]: how.partition(":")[0] for name, how in found.items() if OPEN in name}
    expected = {"look_unasked": "seen"} if who in (NOBODY, DISABLED) else OPENED
    assert left_open == expected, "what stands open is found"
    assert {name: how for name, how in found.items() if OPEN not in name} == {}
    if who in (NOBODY, DISABLED):
        asked = {_short(name) for name in ours(place) if OPEN not in name}
        assert len(asked) > 90
        assert asked - place.refusals(who, asked) == set(), "each refusal is in the trail"


def _kept(before: Rows, after: Rows, place: Place, who: str) -> bool:
    """Whether every row of others is there as it was, and none came; a practice of one's own may change."""
    if who != ELSEWHERE:
        return before == after
    lost = {name: rows - after[name] for name, rows in before.items()}
    with closing(sqlite3.connect(place.database)) as db:
        own = db.execute("SELECT practice_id FROM clinician WHERE id = ?", (place.house.people[who],)).fetchone()[0]
    return all(_is_of(db_row, name, own, place) for name, rows in lost.items() for db_row in rows)


def _is_of(row: tuple[Any, ...], table: str, practice: int, place: Place) -> bool:
    with closing(sqlite3.connect(place.database)) as db:
        names = [column[1] for column in db.execute(f'PRAGMA table_info("{table}")')]
    key = "id" if table == "practice" else "practice_id"
    return key in names and row[names.index(key)] == practice


@pytest.mark.parametrize("who", WHO_ASK)
def test_no_address_gives_or_changes_anything(place: Place, who: str):
    """Every address with every method that it knows, with the victim's ids and with nonsense; uploads among them."""
    before, found = place.rows(), {}
    with httpx.Client(base_url=f"http://127.0.0.1:{place.port}", headers=_headers(place, who), timeout=30) as web:
        for path, methods in place.addresses:
            for address in _filled(path, place):
                for method in methods:
                    for said in _forms(place) if method == "POST" else (None,):
                        if marks := marked(_ask(web, method, address, said), place):
                            found[method, path] = marks
    assert found == {}
    assert place.rows() == before
    of_somebody = [path for path, _ in place.addresses if path.startswith("/files/") and "{id}" in path]
    files = {f"GET {path.partition('/{')[0]}" for path in of_somebody}
    assert len(files) > 6
    assert files - place.refusals(who, files) == set(), "each refusal is in the trail"


def _headers(place: Place, who: str) -> dict[str, str]:
    cookie = place.house.cookie(who, place.port)
    return {"Origin": f"http://127.0.0.1:{place.port}", **({"Cookie": cookie} if cookie else {})}


def _filled(path: str, place: Place) -> list[str]:
    if "{" not in path:
        return [path]
    start = path.partition("{")[0]
    return [f"{start}{one}" for one in (*map(str, range(1, max(place.house.ids) + 1)), *NONSENSE)]


NONSENSE = ("0", "-1", "x", "1.0", "9" * 30, "%00", "%F0%9F", "..%2f..%2fetc%2fpasswd", "1%0d%0aX: y", "[]")


def _forms(place: Place) -> list[str]:
    """Nonsense, and every field that any form of ours has, filled with what is the victim's."""
    keys = (CLIENT, place.house.numbers[1], CALLED)
    return ["x=1", *(urlencode(dict.fromkeys(FIELDS, key)) for key in keys)]


CALLED = "ze"
"""How the client's name begins: to search by."""


def _ask(web: httpx.Client, method: str, address: str, said: str | None) -> str:
    # Signing out would end the session that asks.
    if "sign-out" in address:
        return ""
    form = {"Content-Type": "application/x-www-form-urlencoded"} if said else {}
    told = web.request(method, address, content=said, headers=form)
    assert told.status_code < 500, (method, address, told.status_code)
    return (told.text + str(told.headers)).lower()


@pytest.mark.parametrize("who", WHO_ASK)
def test_no_upload_gives_or_changes_anything(place: Place, who: str):
    """To every handler, whether it takes files or not, from a tab of one's own and with none."""
    before, line = place.rows(), place.line(who)
    line.settle()
    with httpx.Client(base_url=f"http://127.0.0.1:{place.port}", headers=_headers(place, who), timeout=30) as web:
        for name, arguments in place.handlers.items():
            takes = any("UploadFile" in kind for kind in arguments.values())
            for token in (line.token, "", "0" * 36) if takes else (line.token,):
                sent = {"reflex-client-token": token, "reflex-event-handler": name}
                told = web.post("/_upload", headers=sent, files={"files": ("card.png", b"x", "image/png")})
                assert not marked(told.text.lower(), place), name
                assert who in (ELSEWHERE, COLLEAGUE) or told.status_code == 401, name
    line.settle()
    assert not marked(line.take(), place)
    line.close()
    assert _kept(before, place.rows(), place, who)
    assert place.refusals(who, {"POST /_upload"}) >= {"POST /_upload"}


def test_who_belongs_to_the_client_sees_what_the_others_are_refused(place: Place):
    """Or none of the above would prove anything. Where a number or an id of the client's gives her something, the trail
    says that the others were refused."""
    line, given = place.line(OWNER), {}
    for name, arguments in ours(place).items():
        if marked(knock(place, line, name, arguments, as_pages_do=True), place) and OPEN not in name:
            given[name] = arguments
    line.close()
    with httpx.Client(base_url=f"http://127.0.0.1:{place.port}", headers=_headers(place, OWNER), timeout=30) as web:
        assert all(marked(_ask(web, "POST", routes.FOUND, said), place) for said in _forms(place)[1:])
    keyed = {name: arguments for name, arguments in given.items() if arguments}
    assert len(given) > 12
    assert len(keyed) > 4
    for who in (ELSEWHERE, COLLEAGUE):
        line = place.line(who)
        for name, arguments in keyed.items():
            assert not marked(knock(place, line, name, arguments, as_pages_do=True), place)
        line.close()
        # Many answer with a list of one's own, whatever they are given; those that open one thing are refused.
        wanted = {"AdjustmentState.open", "CompletionState.open"}
        assert wanted <= {_short(name) for name in keyed}
        assert wanted - place.refusals(who, wanted, but=UNFIT) == set(), who


def _short(name: str) -> str:
    state, _, handler = name.rpartition(".")
    words = state.rpartition("____")[2].split("_")
    return f"{''.join(word.title() for word in words)}.{handler}"
