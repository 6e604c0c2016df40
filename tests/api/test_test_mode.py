"""Test mode over HTTP: practices of one's own, their clocks and payers. There is none of it in a practice's program."""

import json

import pytest
from bed import Bed, claims_of, practice_of
from sqlmodel import select

from mbp_claims import routes
from mbp_claims.actions.load_scenario import ABOUT, SCENARIOS
from mbp_claims.actions.who_asks import who_asks
from mbp_claims.api.test_mode.document import openapi
from mbp_claims.api.test_mode.endpoints import ENDPOINTS
from mbp_claims.db.clinicians import one_of_each_practice
from mbp_claims.db.engine import engine, reading
from mbp_claims.domain.claim import Claim


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
