"""Two people, one form: the second to save is told what the first did; saving again keeps hers."""

from collections.abc import Callable
from typing import Any

import pytest

from mbp_claims.actions.add_plan import edit_plan
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.connect_clearinghouse import connect_clearinghouse
from mbp_claims.actions.edit_claim import edit_claim
from mbp_claims.actions.edit_client import edit_client
from mbp_claims.actions.edit_practice import edit_practice
from mbp_claims.actions.end_plan import deactivate_plan, end_plan
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.start_claim import start_claim
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.connections import connection
from mbp_claims.domain.changed import ChangedSince
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.client import Client
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice_draft import Part
from tests import builders
from tests.desk import Desk, as_another

PERSON = {"first_name": "Rowan", "last_name": "Ellis", "born": "03/14/1988", "sex": "F"}
SENDING = {"submitter_id": "QC1", "receiver_name": "CLEARHOUSE", "receiver_id": "CLEARHOUSE1", "usage": "T"}
FOLDER = {"way": "folder", "after_fetch": "archive"}


@pytest.fixture
def theo(desk: Desk) -> Desk:
    """A colleague of the same practice."""
    same = {"first_name": "Theo", "last_name": "Vance"}
    return as_another(desk, lambda db: builders.new_clinician(db, desk.look(practice_of), **same))


def client_form(desk: Desk, client: Client) -> tuple[Any, ...]:
    return edit_client, client.number, PERSON


def plan_form(desk: Desk, client: Client) -> tuple[Any, ...]:
    plan = desk.do(builders.primary, client)
    return edit_plan, plan.id, desk.do(lambda db, _: builders.plan_form(db, "Aetna", member_id="W99"))


def end_form(desk: Desk, client: Client) -> tuple[Any, ...]:
    return end_plan, desk.do(builders.primary, client).id, {"ends": "12/31/2026"}


def claim_form(desk: Desk, client: Client) -> tuple[Any, ...]:
    desk.do(builders.primary, client)
    number = desk.do(builders.started, client).number
    return edit_claim, number, builders.claim_form(desk.clinician), ("1",), ("1",)


def filing(desk: Desk, client: Client) -> tuple[Any, ...]:
    desk.do(builders.primary, client)
    return file_claim, desk.do(builders.started, client).number, None, False


def answer_form(desk: Desk, client: Client) -> tuple[Any, ...]:
    desk.do(builders.both, client)
    return complete_by_hand, desk.do(builders.filed, client).number, builders.COINSURED, builders.eob(), False


def practice_form(desk: Desk, client: Client) -> tuple[Any, ...]:
    return edit_practice, Part.SENDING, SENDING


def connection_form(desk: Desk, client: Client) -> tuple[Any, ...]:
    desk.do(connect_clearinghouse, FOLDER)
    return connect_clearinghouse, FOLDER | {"after_fetch": "delete"}


def version_of(desk: Desk, verb: Callable[..., Any]) -> int:
    if verb in (edit_plan, end_plan):
        return desk.rows(InsurancePlan)[0].version
    if verb is edit_practice:
        return desk.look(practice_of).version
    if verb is connect_clearinghouse:
        return desk.look(connection).version
    return desk.one(Client if verb is edit_client else Claim).version


def changed_by(other: Desk, verb: Callable[..., Any], told: tuple[Any, ...]) -> str:
    """What somebody else does to the same thing, and the words that the trail has for it."""
    if verb is edit_client:
        other.do(edit_client, told[0], PERSON | {"phone": "(207) 555-0199"})
        return "Contact info changed"
    if verb in (edit_plan, end_plan):
        other.do(end_plan, told[0], {"ends": "12/30/2026"})
        return "Plan end date changed (no end date → 12/30/2026)"
    if verb is edit_practice:
        other.do(edit_practice, Part.SENDING, SENDING | {"submitter_id": "QC7"})
        return "Practice settings changed"
    if verb is connect_clearinghouse:
        other.do(connect_clearinghouse, FOLDER | {"after_fetch": "delete"})
        return "Clearinghouse connection changed"
    if verb is complete_by_hand:
        claim = other.one(Claim)
        other.do(lambda db, who: db.merge(claim).move(claim.status))
        return ""
    other.do(edit_claim, told[0], builders.claim_form(other.clinician, ("120.00",)), ("1",), ("1",))
    return "was changed ($160.00 → $120.00)"


FORMS = [client_form, plan_form, end_form, claim_form, filing, answer_form, practice_form, connection_form]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_the_second_to_save_is_told_who_did_what_and_may_save_hers(
    desk: Desk, theo: Desk, client: Client, form: Callable
):
    verb, *told = form(desk, client)
    seen = version_of(desk, verb)
    words = changed_by(theo, verb, tuple(told))
    refusal = desk.refused(verb, *told, seen=seen)
    assert isinstance(refusal, ChangedSince)
    assert refusal.sentence.startswith("Someone else changed this ") or not words
    assert "Reload to see it." in refusal.sentence and words in refusal.sentence
    assert ("Theo Vance" in refusal.sentence) == bool(words)
    assert refusal.version == version_of(desk, verb) > seen
    desk.do(verb, *told, seen=refusal.version)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_who_has_seen_how_it_stands_is_told_nothing(desk: Desk, client: Client, form: Callable):
    verb, *told = form(desk, client)
    desk.do(verb, *told, seen=version_of(desk, verb))


def test_the_same_person_in_another_tab_is_not_someone_else(desk: Desk, client: Client):
    desk.do(edit_client, client.number, PERSON | {"phone": "(207) 555-0199"})
    refusal = desk.refused(edit_client, client.number, PERSON, seen=client.version)
    assert refusal.sentence.startswith("You changed this client in another tab. Reload to see it.")


def test_what_no_form_shows_counts_for_nothing(desk: Desk, client: Client):
    """Numbers that were given out, a plan that holds its rank, a sync."""
    plan = desk.do(builders.primary, client)
    practice = desk.look(practice_of)
    desk.do(start_claim, client.number, builders.claim_form(desk.clinician), ("1",), ("1",))
    assert desk.look(practice_of).version == practice.version
    desk.do(deactivate_plan, plan.id)
    assert desk.one(InsurancePlan).version == plan.version + 1
