"""Test mode over HTTP: practices of one's own, their clocks and payers. There is none of it in a practice's program."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient, Cookies, Response
from sqlmodel import Session, select
from starlette.applications import Starlette

from mbp_claims import api, clock, routes
from mbp_claims.actions.load_scenario import ABOUT, SCENARIOS
from mbp_claims.actions.test_mode import alone, practices
from mbp_claims.actions.who_asks import who_asks
from mbp_claims.api import http
from mbp_claims.api.test_mode.document import openapi
from mbp_claims.api.test_mode.endpoints import ENDPOINTS
from mbp_claims.db.clinicians import one_of_each_practice
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.practice import Practice
from mbp_claims.domain.remittance import Remittance
from mbp_claims.domain.standing import standing

HOME = "http://127.0.0.1:3000"
COINSURED = [
    {"group": "CO", "reason": "45", "amount": "44.00"}, {"group": "PR", "reason": "2", "amount": "23.20"},
]  # fmt: skip


class Here:
    """Asks as a program of that machine; keeps cookies."""

    def __init__(self, app: Starlette, machine: str = "127.0.0.1") -> None:
        self.way = ASGITransport(app, client=(machine, 50000))
        self.cookies = Cookies()

    def request(self, method: str, path: str, **how: Any) -> Response:
        async def asked() -> Response:
            async with AsyncClient(transport=self.way, base_url=HOME, cookies=self.cookies) as opened:
                return await opened.request(method, path, **how)

        answer = asyncio.run(asked())
        self.cookies.update(answer.cookies)
        return answer

    def get(self, path: str, **how: Any) -> Response:
        return self.request("GET", path, **how)

    def post(self, path: str, **how: Any) -> Response:
        return self.request("POST", path, **how)


class Bed:
    """A program that asks over HTTP from this machine."""

    def __init__(self, app: Starlette, machine: str = "127.0.0.1") -> None:
        self.client = Here(app, machine)

    def ask(self, what: str, method: str = "POST", **told: Any) -> Any:
        path = f"{routes.TEST_MODE}/{what}"
        if method == "GET":
            return self.client.get(path, params=told)
        return self.client.post(path, content=json.dumps(told))

    def done(self, what: str, method: str = "POST", **told: Any) -> Any:
        answer = self.ask(what, method, **told)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def refused(self, what: str, **told: Any) -> str:
        answer = self.ask(what, **told)
        assert answer.status_code == 422, answer.text
        return answer.json()["problem"]


@pytest.fixture
def test_mode(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As MBP_TEST_MODE=1 does it, on the test's own database."""
    told = replace(clock.settings, test_mode=True, database_url=database_url)
    for module in (api, clock, alone):
        monkeypatch.setattr(module, "settings", told)
    alone._kept.cache_clear()
    clock.move_all_back()


@pytest.fixture
def bed(test_mode: None) -> Bed:
    return Bed(http())


def stands(db: Session, practice_id: int) -> dict[str, str]:
    """The practice's claims and how each stands."""
    claims = db.exec(select(Claim).where(Claim.practice_id == practice_id).order_by(Claim.number))
    return {one.number: standing(one).words for one in claims}


def practice_of(name: str) -> int:
    with reading() as db:
        return practices.owner_of(db, name).practice_id


def claims_of(name: str) -> dict[str, str]:
    with reading() as db:
        return stands(db, practice_of(name))


def test_outside_of_test_mode_there_is_no_such_route(database_url: str):
    program = http()
    assert not [route for route in program.routes if getattr(route, "path", "").startswith(routes.TEST_MODE)]
    client = Here(program)
    for one in ENDPOINTS:
        assert client.request(one.method, f"{routes.TEST_MODE}/{one.name}").status_code == 404
    assert client.get(routes.TEST_MODE).status_code == 404


@pytest.mark.parametrize("open_to", [{"host": "192.0.2.7"}, {"addresses": ("https://claims.example.org",)}])
def test_a_server_that_others_reach_has_none_either(test_mode: None, monkeypatch: pytest.MonkeyPatch, open_to: dict):
    monkeypatch.setattr(api, "settings", replace(api.settings, **open_to))
    assert not [route for route in http().routes if getattr(route, "path", "").startswith(routes.TEST_MODE)]


def test_only_programs_of_this_machine_are_answered(test_mode: None):
    assert Bed(http(), "192.0.2.7").ask("reset").status_code == 403
    passed_on = Bed(http()).client.post(f"{routes.TEST_MODE}/reset", headers={"X-Forwarded-For": "192.0.2.7"})
    assert passed_on.status_code == 403


def test_a_database_with_a_practice_that_bills_is_left_alone(bed: Bed, practice: Practice):
    with transaction() as db:
        db.get_one(Practice, practice.id).usage = "P"
    assert "files claims to be paid" in bed.refused("reset", scenario="empty", alone=True)
    assert "files claims to be paid" in bed.refused("reset", scenario="empty")
    with reading() as db:
        assert [one.id for one in db.exec(select(Practice))] == [practice.id]


def test_workers_have_practices_of_their_own_on_one_server(bed: Bed):
    first = bed.done("reset", practice="worker-1", scenario="secondary-ready")
    second = bed.done("reset", practice="worker-2", scenario="primary-filed")
    assert first["cookie"]["value"] != second["cookie"]["value"]
    assert claims_of("worker-1") == {"C-1042": "Completed", "C-1042-S": "Ready to file"}
    bed.done("reset", practice="worker-2", scenario="empty")
    assert claims_of("worker-1") == {"C-1042": "Completed", "C-1042-S": "Ready to file"}
    assert claims_of("worker-2") == {}


def test_a_cookie_is_good_for_the_next_scenario_too_and_the_practice_before_is_left(bed: Bed):
    before = bed.done("reset", practice="worker-1", scenario="demo")
    gone = practice_of("worker-1")
    after = bed.done("reset", practice="worker-1", scenario="golden-ex1")
    assert before["cookie"] == after["cookie"]
    assert (before["person"], after["person"]) == ("June Marlow", "Lena Okafor")
    with reading() as db:
        assert who_asks(db, after["cookie"]["value"]).practice_id == practice_of("worker-1") != gone
        assert gone not in [one.practice_id for one in one_of_each_practice(db)], "nothing is sent for it any more"


def test_an_answer_sets_the_cookie_that_it_tells(bed: Bed):
    cookie = bed.done("reset", practice="worker-1", scenario="empty")["cookie"]
    assert bed.client.cookies[cookie["name"]] == cookie["value"]


def test_anybody_of_the_practice_can_be_signed_in_by_name_or_role(bed: Bed):
    bed.done("reset", practice="worker-1", scenario="demo")
    theo = bed.done("sign-in", practice="worker-1", person="Theo Banks")
    assert theo["role"] == "biller"
    assert bed.done("sign-in", practice="worker-1", person="biller")["cookie"] == theo["cookie"]
    assert "There are: " in bed.refused("sign-in", practice="worker-1", person="Nobody")
    assert bed.refused("sign-in", practice="worker-9") == "There is no practice 'worker-9'. Reset it first."


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_beside_others_is_what_it_is_alone(bed: Bed, scenario: str):
    bed.done("reset", scenario=scenario, alone=True)
    whole = claims_of("main")
    bed.done("reset", practice="worker-1", scenario=scenario)
    assert claims_of("worker-1") == claims_of("main") == whole


def test_alone_a_scenario_begins_with_the_same_ids_each_time(bed: Bed, database_url: str):
    def rows() -> list[tuple]:
        engine(database_url).dispose()
        with reading() as db:
            return [(one.id, one.number, one.plan_id, one.created_at) for one in db.exec(select(Claim))]

    bed.done("reset", scenario="era-mismatch", alone=True)
    loaded = rows()
    bed.done("reset", practice="worker-1", scenario="demo")
    bed.done("reset", scenario="era-mismatch", alone=True)
    assert rows() == loaded
    assert bed.refused("reset", practice="worker-1", alone=True).startswith("A scenario that is alone")


def test_every_practice_has_its_own_clock_which_only_moves_forward(bed: Bed):
    for name in ("worker-1", "worker-2"):
        bed.done("reset", practice=name, scenario="secondary-ready")
    began = bed.done("clock", "GET", practice="worker-2")["now"]
    moved = bed.done("clock", practice="worker-1", days=3, hours=1)["now"]
    assert (began, moved) == ("2026-11-23T21:40:00-05:00", "2026-11-26T22:40:00-05:00")
    assert bed.done("clock", "GET", practice="worker-2")["now"] == began
    assert "only moves forward" in bed.refused("clock", practice="worker-1", now=began)
    assert "Tell either" in bed.refused("clock", practice="worker-1")
    assert "offset" in bed.refused("clock", practice="worker-1", now="2026-12-01T08:00:00")
    assert bed.done("reset", practice="worker-1", scenario="empty")["now"] == began, "a new practice begins anew"


@pytest.mark.parametrize("signed_in", [True, False])
def test_who_is_signed_in_stays_so_unless_her_session_is_what_is_tested(bed: Bed, signed_in: bool):
    cookie = bed.done("reset", practice="worker-1", scenario="empty")["cookie"]["value"]
    bed.done("clock", practice="worker-1", days=2, signed_in=signed_in)
    with reading() as db:
        assert (who_asks(db, cookie) is not None) == signed_in


def test_who_signs_in_later_is_in_at_the_practices_own_time(bed: Bed):
    bed.done("reset", practice="worker-1", scenario="empty")
    bed.done("clock", practice="worker-1", days=40)
    cookie = bed.done("sign-in", practice="worker-1")["cookie"]["value"]
    with reading() as db:
        assert who_asks(db, cookie)


def test_no_clock_moves_outside_of_test_mode():
    with pytest.raises(RuntimeError):
        clock.move(1, clock.now())


def test_a_payer_answers_and_the_secondary_claim_is_ready(bed: Bed):
    bed.done("reset", practice="worker-1", scenario="primary-filed")
    told = bed.done("answer", practice="worker-1", claims=[{"claim": "C-1042", "adjustments": COINSURED}])
    assert told["said"] == "1 ERA came in."
    assert "CLP*C-1042*1*160*92.8*23.2*12" in told["files"][0]["content"]
    with reading() as db:
        (came,) = db.exec(select(Remittance))
        assert (came.total_cents, came.is_balanced, came.practice_id) == (9280, True, practice_of("worker-1"))


def test_an_answer_that_does_not_balance_is_not_made(bed: Bed):
    bed.done("reset", practice="worker-1", scenario="primary-filed")
    said = bed.refused("answer", practice="worker-1", claims=[{"claim": "C-1042", "paid": "1.00"}])
    assert said.startswith("C-1042 does not balance: $1.00 + $0.00 is not $160.00")


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ({"kind": "999"}, "Filed"),
        ({"kind": "277CA"}, "Accepted"),
        ({"kind": "277CA", "taken": False}, "Rejected"),
        ({"kind": "999", "taken": False}, "Rejected"),
    ],
)
def test_the_clearinghouse_and_the_payer_acknowledge(bed: Bed, told: dict, stands: str):
    bed.done("reset", practice="worker-1", scenario="primary-filed")
    came = bed.done("answer", practice="worker-1", claims=[{"claim": "C-1042"}], **told)
    assert came["said"] == "1 acknowledgement came in."
    assert claims_of("worker-1")["C-1042"] == stands


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ({"claim": "C-9"}, "The practice has no claim C-9."),
        ({"claim": "C-1042-S"}, "C-1042-S is not with its payer: it is pending. File it first."),
        ({"claim": "C-1042", "adjustments": [{**COINSURED[0], "amount": "4.123"}]}, "claims.0.adjustments.0.amount: "),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(bed: Bed, claim: dict, sentence: str):
    bed.done("reset", practice="worker-1", scenario="secondary-ready")
    assert bed.refused("answer", practice="worker-1", claims=[claim]).startswith(sentence)


def test_a_file_that_is_none_stays_in_the_inbox_with_the_reason(bed: Bed):
    bed.done("reset", practice="worker-1", scenario="empty")
    told = bed.done("deliver", practice="worker-1", name="invoice.pdf", content="%PDF-1.7")
    assert told["left"][0].startswith("invoice.pdf: ")
    waits = bed.done("deliver", practice="worker-1", name="later.835", content="ISA", sync=False)
    assert waits["said"] == ""
    assert bed.ask("deliver", practice="worker-1", name="../x", content="").status_code == 422


def test_every_scenario_says_what_it_is_after(bed: Bed):
    assert list(ABOUT) == list(SCENARIOS) == [one["name"] for one in bed.done("scenarios", "GET")["scenarios"]]


def test_the_document_has_every_endpoint_and_its_examples_fit():
    document = openapi()
    schemas = document["components"]["schemas"]
    references = json.dumps(document).split("#/components/schemas/")[1:]
    assert {one.partition('"')[0] for one in references} <= schemas.keys()
    for one in ENDPOINTS:
        assert one.method.lower() in document["paths"][f"{routes.TEST_MODE}/{one.name}"]
        assert one.takes.model_validate(one.example) if one.method == "POST" else not one.example


def test_the_page_shows_every_endpoint_and_asks_nobody_else(bed: Bed):
    page = bed.client.get(routes.TEST_MODE)
    assert page.headers["content-type"].startswith("text/html")
    for one in ENDPOINTS:
        assert f"{one.method} {routes.TEST_MODE}/{one.name}" in page.text
    assert "//" not in page.text.replace("<!doctype", "").replace("https://", "")
    assert bed.client.get(f"{routes.TEST_MODE}/page.js").headers["content-type"].startswith("text/javascript")
    assert bed.client.get(f"{routes.TEST_MODE}/openapi.json").json()["openapi"] == "3.1.0"


@pytest.fixture
def refusal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What the program says instead of serving with these settings."""
    from mbp_claims import settings as module
    from mbp_claims.cli import main

    def told(**settings: object) -> str:
        monkeypatch.setattr(module, "settings", replace(module.settings, test_mode=True, **settings))
        assert main(["serve"]) == 1
        return capsys.readouterr().err

    return told


def test_a_server_that_others_reach_does_not_start_in_test_mode(refusal: Callable[..., str]):
    assert "MBP_TEST_MODE=1 lets every caller in" in refusal(addresses=("https://claims.example.org",))


def test_test_mode_does_not_start_on_a_practice_that_bills(refusal: Callable[..., str], practice: Practice):
    with transaction() as db:
        db.get_one(Practice, practice.id).usage = "P"
    assert "files claims to be paid" in refusal()
