"""Clients added and changed, and the pictures of their cards."""

import pytest

from mbp_claims.actions.add_client import add_client
from mbp_claims.actions.edit_client import edit_client
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.actions.list_clients import list_clients
from mbp_claims.actions.open_file import open_card
from mbp_claims.actions.remove_plan import remove_plan
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.card import Card
from mbp_claims.domain.client import Client
from mbp_claims.domain.violation import RuleViolation
from tests import builders
from tests.desk import Desk, as_another

LIOR = {"first_name": "Lior", "last_name": "Vance", "born": "10/23/1998", "sex": "M"}
PNG = builders.picture("PNG")


def test_a_client_has_the_practices_next_number(desk: Desk):
    made = [desk.do(add_client, LIOR).number for _ in range(2)]
    assert made == ["R-0401", "R-0402"]
    assert desk.trail == [("Client added", "", "")] * 2


def test_a_client_that_cannot_stand_is_not_added(desk: Desk):
    wrong = desk.refused(add_client, LIOR | {"born": "", "zip": "1"})
    assert wrong.fields == {"born": "Enter the date of birth", "zip": "ZIP code must be 5 or 9 digits"}


@pytest.mark.parametrize("form", [None, [], "text", 7, {"first_name": ["Lior"]}, {1: 2}])
def test_a_form_that_is_none_is_told_what_to_enter(desk: Desk, form: object):
    assert desk.refused(add_client, form).fields["first_name"] == "Enter the first name"


def test_what_changed_is_on_the_trail_from_what_to_what(desk: Desk, client: Client):
    form = LIOR | {"phone": "2075550133"}
    changed = desk.do(edit_client, client.number, form)
    assert (changed.name, changed.number, changed.phone) == ("Lior Vance", "R-0412", "2075550133")
    what, before, after = desk.trail[-1]
    assert what == "Contact info changed"
    assert before == (
        "first name: Rowan; last name: Ellis; born: 03/14/1988; sex: F; address: 27 Thistledown Row; city: Portland; "
        "state: ME; zip: 04101; phone: —"
    )
    assert after.startswith("first name: Lior; last name: Vance; born: ") and after.endswith("; phone: 2075550133")


def test_saving_what_is_there_changes_nothing(desk: Desk, client: Client):
    form = {
        "first_name": "Rowan", "last_name": "Ellis", "born": "3/14/1988", "sex": "F", "address": "27 Thistledown Row",
        "city": "Portland", "state": "ME", "zip": "04101",
    }  # fmt: skip
    before = desk.everything()
    desk.do(edit_client, client.number, form)
    assert desk.everything() == before


def test_the_list_is_the_practices_own(desk: Desk, client: Client):
    other = as_another(desk, builders.stranger)
    assert desk.look(list_clients, "", False).total == 1
    assert other.look(list_clients, "", False).total == 0
    with pytest.raises(NotFound):
        other.do(edit_client, client.number, LIOR)


def test_a_card_is_kept_and_the_next_one_takes_its_place(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    desk.do(keep_card, plan.id, "front", read_card(b"%PDF-1.7"))
    kept = desk.do(keep_card, plan.id, "front", read_card(PNG))
    desk.do(keep_card, plan.id, "back", read_card(b"%PDF-1.7"))
    assert [(card.side, card.media_type) for card in desk.rows(Card)] == [
        ("front", "image/png"), ("back", "application/pdf"),
    ]  # fmt: skip
    opened = desk.look(open_card, kept.id)
    assert (opened.content, opened.media_type, opened.inline) == (read_card(PNG).content, "image/png", True)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg/>", "The file must be a JPG, PNG, HEIC or PDF"),
        (PNG.ljust(10 * 1024 * 1024 + 1), "The file must be smaller than 10 MB"),
        (PNG[:40], "The picture is damaged. Take it again, or save it as another file"),
    ],
)
def test_anything_else_is_no_card(content: bytes, sentence: str):
    with pytest.raises(RuleViolation, match=sentence):
        read_card(content)


def test_a_card_has_two_sides(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    assert str(desk.refused(keep_card, plan.id, "inside", read_card(PNG))) == "A card has a front and a back"


def test_a_deleted_plan_takes_no_card_and_another_practices_neither(desk: Desk, client: Client):
    plan = desk.do(builders.primary, client)
    card = desk.do(keep_card, plan.id, "front", read_card(PNG))
    other = as_another(desk, builders.stranger)
    for verb, told in ((keep_card, (plan.id, "front", read_card(PNG))), (open_card, (card.id,))):
        with pytest.raises(NotFound):
            other.do(verb, *told)
    desk.do(remove_plan, plan.id)
    desk.refused(keep_card, plan.id, "front", read_card(PNG))
