"""Forms and dialogs as drawn: what they submit, what they are called, what travels with the page."""

import re

import pytest
import reflex as rx
from reflex_components_core.el.elements.forms import Form

from mbp_claims import testids
from mbp_claims.domain.plan import SECONDARY_FIRST
from mbp_claims.gallery import form_cast as cast
from mbp_claims.gallery.form_specimens import SPECIMENS
from mbp_claims.gallery.specimen import Specimen
from mbp_claims.gallery.staged import REASONS
from mbp_claims.ui.combobox import option_list
from mbp_claims.views.form import Option

BY_NAME = {specimen.name: specimen for specimen in SPECIMENS}
ADDRESS = {"address", "city", "state", "zip"}
PLAN = {
    "payer", "name", "member_id", "group_number", "copay", "relationship", "effective", "ends", "secondary",
    "msp_type", "plan_id",
}  # fmt: skip
SUBSCRIBER = {"sub_first", "sub_last", "sub_born", "sub_sex", "sub_same_address", *(f"sub_{part}" for part in ADDRESS)}
CLIENT = {"first_name", "middle_name", "last_name", "born", "sex", "pronouns", "phone", "email", "number", *ADDRESS}
SESSION = {"service_date", "place", "rendering", "prior_authorization"}


def drawn(name: str) -> rx.Component:
    return BY_NAME[name].draw()


def names(component: rx.Component) -> set[str]:
    """The names of the inputs, as far as they are known before the page is in a browser."""
    return set(re.findall(r'\bname:"([^"]+)"', str(component)))


def forms(component: rx.Component) -> list[Form]:
    below = [form for child in component.children if isinstance(child, rx.Component) for form in forms(child)]
    return [component, *below] if isinstance(component, Form) else below


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: specimen.name)
def test_every_state_of_every_form_can_be_drawn(specimen: Specimen):
    assert "jsx(" in str(specimen.draw())


def test_no_two_specimens_have_one_name():
    assert len(BY_NAME) == len(SPECIMENS)


@pytest.mark.parametrize(
    ("form", "asked"),
    [("plan_form/add", PLAN | SUBSCRIBER), ("client_form/add", CLIENT), ("new_claim_form/session", SESSION)],
)
def test_a_form_submits_what_its_draft_reads(form: str, asked: set[str]):
    assert asked <= names(drawn(form))


@pytest.mark.parametrize("form", ["plan_form/add", "client_form/add", "new_claim_form/session", "adjustment_form/off"])
def test_no_field_is_submitted_a_second_time_under_its_id(form: str):
    found = forms(drawn(form))
    assert found
    assert [one._get_form_refs() for one in found] == [{}] * len(found)


def test_the_reason_codes_travel_once_however_many_rows_there_are():
    listed = [option_list(REASONS, cast.REASONS), option_list(REASONS, cast.REASONS)]
    assert len(rx.fragment(*listed)._get_all_custom_code()) == 1
    assert "Part of another service" not in str(drawn("adjustment_form/several-lines"))


def test_a_list_is_written_without_what_is_empty():
    (code,) = option_list("payers", [Option("2", "Cigna", note="62308")])._get_all_custom_code()
    assert code == 'defineOptions("payers", [{"value":"2","label":"Cigna","note":"62308"}], {});'


def test_the_refusal_to_delete_a_primary_is_the_rule_s_own_sentence():
    assert SECONDARY_FIRST in str(drawn("delete_plan_alert/blocked"))


@pytest.mark.parametrize(
    ("form", "dialog", "name"),
    [
        ("plan_form/add", testids.PLAN_DIALOG, "Add Insurance Plan"),
        ("adjustment_form/ready", testids.FILE_CLAIM_DIALOG, "File Claim"),
        ("complete_form/typed", testids.COMPLETE_DIALOG, "Complete Claim"),
        ("new_claim_form/session", testids.NEW_CLAIM_DIALOG, "New Claim"),
        ("client_form/add", testids.CLIENT_DIALOG, "Add Client"),
    ],
)
def test_a_dialog_is_named_by_its_title_and_asks_before_typing_is_lost(form: str, dialog: str, name: str):
    text = str(drawn(form))
    assert f'"aria-labelledby":"{dialog}-title"' in text
    assert name in text
    assert f'"data-guard":"{testids.discard(dialog)}"' in text
