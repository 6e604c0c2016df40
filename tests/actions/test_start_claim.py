"""A claim for a session: which plan it goes to, its number, its lines."""

from datetime import date

import pytest

from mbp_claims.actions.end_plan import end_plan
from mbp_claims.actions.remove_plan import remove_plan
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import Claim, ServiceLine
from mbp_claims.domain.client import Client
from tests import builders
from tests.desk import Desk, as_another

ONE = ("1",)


def start(desk: Desk, client: Client, **changes: object) -> Claim:
    return desk.do(start_claim, client.number, builders.claim_form(desk.clinician) | changes, ONE, ONE)


def refusal(desk: Desk, client: Client, lines: tuple[str, ...] = ONE, **changes: object) -> dict[str, str]:
    form = builders.claim_form(desk.clinician) | changes
    return desk.refused(start_claim, client.number, form, lines, ONE).fields


def test_a_claim_waits_under_pending_for_the_primary(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    claim = start(desk, client)
    assert (claim.number, claim.status, claim.rank, claim.plan_id) == ("C-1001", "pending", "primary", plan.id)
    assert (claim.charge_cents, claim.to_bill_cents, claim.diagnoses) == (16000, 16000, "F411")
    assert desk.trail[-1] == ("C-1001 was created", "", "pending")
    line = desk.one(ServiceLine)
    assert (line.position, line.control, line.procedure, line.units, line.pointers) == (1, "1", "90837", 1, "1")


def test_numbers_follow_one_another_also_within_one_transaction(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    both = desk.do(lambda db, who: [builders.started(db, who, client).number for _ in range(2)])
    assert [*both, start(desk, client).number] == ["C-1001", "C-1002", "C-1003"]


def test_the_plan_is_the_one_that_covers_the_day(desk: Desk, client: Client):
    old = desk.do(builders.primary, client, ends="6/30/2026")
    new = desk.do(builders.primary, client, name="Cigna", effective="7/1/2026")
    assert start(desk, client, service_date="6/30/2026").plan_id == old.id
    assert start(desk, client, service_date="7/1/2026").plan_id == new.id


def test_a_plan_that_was_ended_since_still_has_its_days(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(end_plan, plan.id, {"ends": "11/10/2026"})
    assert start(desk, client).plan_id == plan.id


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (None, "No primary plan covers 11/03/2026. Add the primary plan first."),
        ({"effective": "11/4/2026"}, "No primary plan covers 11/03/2026. Aetna is effective 11/04/2026."),
        (
            {"ends": "11/2/2026"},
            "No primary plan covers 11/03/2026. Aetna is effective 01/01/2026, ends 11/02/2026.",
        ),
    ],
)
def test_without_a_plan_for_the_day_there_is_no_claim(desk: Desk, client: Client, form: dict | None, sentence: str):
    if form is not None:
        desk.do(builders.primary, client, **form)
    assert refusal(desk, client) == {"service_date": sentence}


def test_a_deleted_plan_covers_no_day(desk: Desk, client: Client):
    desk.do(remove_plan, desk.do(builders.primary, client).id)
    assert refusal(desk, client)["service_date"].endswith("Add the primary plan first.")


def test_one_claim_goes_to_one_plan(desk: Desk, client: Client):
    desk.do(builders.primary, client, ends="6/30/2026")
    desk.do(builders.primary, client, name="Cigna", effective="7/1/2026")
    days = {"procedure-2": "90834", "charge-2": "130", "date-1": "6/30/2026", "date-2": "7/1/2026"}
    assert refusal(desk, client, ("1", "2"), **days) == {
        "service_date": "Two primary plans cover these days. Make one claim for each plan."
    }


def test_the_days_of_a_claim_are_those_of_its_lines(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    days = {"procedure-2": "90834", "charge-2": "130", "date-2": "11/10/2026", "place-2": "10", "modifiers-2": "95"}
    form = builders.claim_form(desk.clinician) | days
    claim = desk.do(start_claim, client.number, form, ("1", "2"), ONE)
    assert (claim.service_from, claim.service_to, claim.charge_cents) == (
        date(2026, 11, 3), date(2026, 11, 10), 29000,
    )  # fmt: skip
    first, second = desk.rows(ServiceLine)
    assert (first.place_of_service, second.place_of_service, second.modifiers) == ("", "10", "95")


@pytest.mark.parametrize("rendering", ["0", "999", "9" * 100, "June", "-1"])
def test_whoever_rendered_works_in_the_practice(desk: Desk, client: Client, rendering: str):
    desk.do(builders.primary, client)
    assert refusal(desk, client, rendering=rendering) == {"rendering": "Choose who rendered the service"}


def test_a_clinician_of_another_practice_did_not_render_it(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    other = as_another(desk, builders.stranger)
    wrong = refusal(desk, client, rendering=str(other.clinician.id))
    assert wrong == {"rendering": "Choose who rendered the service"}
    with pytest.raises(NotFound):
        start(other, client)
