"""Clients, plans and the frame, told in words."""

from dataclasses import replace
from datetime import date

import pytest
from nouns import JANUARY, JUNE_30, ROWAN, TODAY, plan, secondary

from mbp_claims.domain.chart import Chart
from mbp_claims.domain.client import Client
from mbp_claims.domain.client_line import ClientLine
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.practice import Practice
from mbp_claims.domain.shell import Shell
from mbp_claims.views.show_client import client_header, client_row, contact_view, initials, shell_view
from mbp_claims.views.show_plan import new_plan_form, plan_form, plan_view, plans_view, spaced
from tests.views.open_claims import AETNA, CIGNA, JUNE

LINE = ClientLine(ROWAN, ("P", "S"), True, 0, 0, 0, None)


def chart(*plans: InsurancePlan, **changes: object) -> Chart:
    told = Chart(ROWAN, plans, {1: AETNA, 2: CIGNA}, (), None, (), "")
    return replace(told, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "words", "tone"),
    [
        (LINE, "", "ready"), (replace(LINE, pending=1), "1 claim", "ready"),
        (replace(LINE, pending=3), "3 claims", "ready"),
        (replace(LINE, pending=3, rejected=1), "1 rejected", "danger"),
    ],
)  # fmt: skip
def test_what_waits_for_a_client(line: ClientLine, words: str, tone: str):
    assert (client_row(line).pending, client_row(line).pending_tone) == (words, tone)


def test_an_amount_stands_only_where_something_waits():
    assert client_row(replace(LINE, to_bill_cents=2320)).to_bill == ""
    assert client_row(replace(LINE, pending=1, to_bill_cents=2320)).to_bill == "$23.20"
    assert client_row(replace(LINE, rejected=1)).to_bill == "$0.00"


def test_without_an_active_plan_it_is_told_apart_from_none_at_all():
    assert client_row(replace(LINE, letters=())).no_plan == "No active plan"
    assert client_row(replace(LINE, letters=(), has_plans=False)).no_plan == "No plan yet"


@pytest.mark.parametrize(
    ("today", "age"), [(date(2026, 3, 13), 37), (date(2026, 3, 14), 38), (TODAY, 38), (date(1988, 3, 14), 0)]
)
def test_the_age_changes_on_the_birthday(today: date, age: int):
    assert client_header(ROWAN, None, today).born == f"03/14/1988 ({age})"


def test_initials_of_any_name():
    assert initials(ROWAN) == "RE"
    assert initials(Client(**{**ROWAN.model_dump(), "first_name": "", "last_name": "øst"})) == "Ø"


def test_contact_info_leaves_out_what_is_not_on_file():
    empty = Client(practice_id=1, number="R-1", first_name="Rowan", last_name="Ellis", born=date(1988, 3, 14))
    assert (contact_view(empty).place, contact_view(empty).phone) == ("", "")
    full = Client(**{**ROWAN.model_dump(), "zip": "041010014", "phone": "2075550100"})
    assert (contact_view(full).place, contact_view(full).phone) == ("Portland, ME 04101-0014", "(207) 555-0100")


def test_the_frame_counts_only_what_there_is():
    practice = Practice(name="Quiet Cove", npi="1", tax_id="1", taxonomy="1", address="", city="", state="", zip="")
    alone = shell_view(Shell(JUNE, practice, 1, 0, 0), False, TODAY)
    assert (alone.practice, alone.pending, alone.to_review) == ("Solo practice", "", "")
    group = shell_view(Shell(JUNE, practice, 3, 12, 2), True, TODAY)
    assert (group.practice, group.pending, group.to_review, group.test_mode) == ("Quiet Cove", "12", "2", True)


@pytest.mark.parametrize(
    ("of", "badge", "status", "tone"),
    [
        (plan(), "P", "Active", "success"),
        (plan(ends=date(2026, 12, 24)), "P", "Active", "success"),
        (plan(ends=date(2026, 12, 23)), "P", "Ends in 30 days", "warning"),
        (plan(ends=date(2026, 11, 24)), "P", "Ends in 1 day", "warning"),
        (plan(ends=TODAY), "P", "Ends today", "warning"),
        (plan(ends=JUNE_30), "", "Ended 06/30/2026", "neutral"),
        (plan(effective=date(2027, 1, 1), active=False), "", "Starts 01/01/2027", "neutral"),
        (secondary(), "S", "Active", "success"),
    ],
)  # fmt: skip
def test_how_a_plan_stands_today(of: InsurancePlan, badge: str, status: str, tone: str):
    shown = plan_view(chart(of), of, TODAY)
    assert (shown.badge, shown.status, shown.tone) == (badge, status, tone)


def test_a_member_id_is_spaced_so_that_it_can_be_read_aloud():
    assert [spaced(text) for text in ("", "W1", "W218640937", "W2186409371")] == [
        "",
        "W1",
        "W2186 40937",
        "W2186 40937 1",
    ]


def test_a_plan_of_somebody_else_names_the_subscriber():
    of = plan(relationship="spouse", subscriber_first="Dana", subscriber_last="Ellis", copay_cents=0)
    shown = plan_view(chart(of), of, TODAY)
    assert (shown.subscriber, shown.copay) == ("Dana Ellis (spouse)", "$0.00")
    assert plan_view(chart(plan()), plan(), TODAY).subscriber == "Rowan Ellis (self)"
    assert plan_view(chart(plan()), plan(), TODAY).copay == ""


def test_cards_are_shown_by_their_address():
    shown = plan_view(chart(plan(), cards=((9, 1, "front", "image/png"), (8, 5, "back", "image/png"))), plan(), TODAY)
    assert (shown.card_front, shown.card_back) == ("/files/card/9", "")


def test_ended_plans_lie_apart_with_their_number():
    old = plan(ends=JUNE_30, active=False, id=3)
    shown = plans_view(chart(plan(), old), TODAY)
    assert ([one.id for one in shown.active], [one.id for one in shown.past]) == (["1"], ["3"])
    assert shown.past_label == "Past plans (1)"


def test_the_chart_asks_who_is_primary_now():
    ended, behind = plan(ends=JUNE_30), secondary()
    shown = plans_view(chart(ended, behind, succession=(ended, behind)), TODAY)
    assert shown.question == "Aetna ended 06/30/2026. Is Cigna the primary now?"
    assert (shown.question_yes, shown.question_plan) == ("Make Cigna the primary", "2")


@pytest.mark.parametrize(
    ("missing", "offer", "yes"),
    [
        ((), "", ""),
        (("C-1",), "1 completed claim is covered by Cigna. Make its secondary claim?", "Make 1 secondary claim"),
        (("C-1", "C-2"), "2 completed claims are covered by Cigna. Make their secondary claims?",
         "Make 2 secondary claims"),
    ],
)  # fmt: skip
def test_the_chart_offers_missing_secondaries(missing: tuple[str, ...], offer: str, yes: str):
    shown = plans_view(chart(plan(), missing=missing, offered_by="Cigna"), TODAY)
    assert (shown.offer, shown.offer_yes) == (offer, yes)


def test_the_form_over_a_plan_says_what_is_kept():
    of = plan(effective=JANUARY, ends=JUNE_30, copay_cents=2500, subscriber_zip="041010014")
    shown = plan_form(chart(of), of, AETNA, "3")
    assert (shown.key, shown.plan_id, shown.payer, shown.payer_text) == ("3", "1", "1", "Aetna")
    assert (shown.copay, shown.effective, shown.ends, shown.secondary) == ("25.00", "01/01/2026", "06/30/2026", False)
    assert (shown.sub_same_address, shown.sub_zip) == (True, "04101-0014")


def test_the_form_over_a_new_plan_proposes_the_rank_that_is_free():
    assert new_plan_form(chart(), "1").no_primary
    assert new_plan_form(chart(plan()), "1").secondary
    assert not new_plan_form(chart(plan(), secondary()), "1").secondary
