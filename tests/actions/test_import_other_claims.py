"""An imported answer to another claim, to other services, or to a claim that was answered: told, and never guessed."""


import pytest

from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.open_claim import era_answer, open_claim
from mbp_claims.actions.open_era import list_eras
from mbp_claims.domain.adjudication import Adjudication
from tests import builders
from tests.actions.inbox import HOUR, LATER, TWO, codes, waiting
from tests.desk import Desk
from tests.golden import authored_era, service


def test_a_claim_that_is_none_of_ours_is_told_and_the_rest_is_posted(desk: Desk):
    inbox = waiting(desk, D2=[LATER])
    imported = inbox.take("03_denied_4.835")
    assert (imported.posted, imported.claims) == (1, 3)
    assert inbox.outcomes() == [
        ("CHC-D1", "not_matched", "No claim has control number CHC-D1"),
        ("CHC-D2", "posted", ""),
        ("CHC-D3", "not_matched", "No claim has control number CHC-D3"),
    ]
    (facts,), more = inbox.desk.look(list_eras)
    assert (facts.posted, facts.claims, more) == (1, 3, False)


@pytest.mark.parametrize(
    ("services", "why"),
    [
        ([service("90837", "2025-12-22", "201.00")], "The charge differs from that of CHC-X1"),
        ([service("90834", "2025-12-22", "200.00", control="9")], "No service line of ours is 90837"),
        ([service("90837", "2025-12-23", "200.00", control="9")], "No service line of ours is 90837"),
        ([service("90837", "2025-12-22", "100.00"), service("90837", "2025-12-22", "100.00", "2")], "No service line"),
    ],
)
def test_an_answer_about_other_services_is_not_posted(desk: Desk, services: list, why: str):
    inbox = waiting(desk, X1=services)
    assert inbox.take("01_crossover_19.835").posted == 0
    ((_, outcome, said),) = inbox.outcomes()
    assert outcome != "posted" and said.startswith(why)
    assert inbox.status("CHC-X1") == ("filed", "")


def test_a_line_is_found_by_its_service_where_the_payer_has_a_number_of_its_own(desk: Desk):
    inbox = waiting(desk, B1=[service("90837", "2025-12-22", "200.00", control="1")], A1=TWO)
    assert inbox.take("06_two_st_one_gs.835").posted == 2


def test_an_answer_that_leaves_a_line_out_is_not_posted(desk: Desk):
    inbox = waiting(desk, A1=TWO)
    text = authored_era("08_crlf_after_tilde.835").decode()
    head, second = text.split("SVC*HC:90834")
    cut = head.replace("*360*177.8*84.45*", "*360*280*30*").replace("SVC*HC:90837*200*120*", "SVC*HC:90837*360*280*")
    cut = cut.replace("BPR*I*177.8*", "BPR*I*280*") + second[second.index("SE*26") :].replace("SE*26", "SE*21")
    inbox.desk.do(import_and_post, "cut.835", cut.encode())
    ((_, outcome, why),) = inbox.outcomes()
    assert (outcome, why) == ("problem", "No service line of ours is 90837 for this amount and day")


def test_a_completed_claim_is_not_answered_again_by_another_file(desk: Desk):
    inbox = waiting(desk, A1=TWO)
    inbox.take("08_crlf_after_tilde.835")
    other = authored_era("08_crlf_after_tilde.835").replace(b"CHK900001", b"CHK900009")
    assert inbox.desk.do(import_and_post, "b.835", other).posted == 0
    assert inbox.outcomes()[-1] == ("CHC-A1", "problem", "CHC-A1 is completed already. Its answer was not changed.")
    assert len(inbox.desk.rows(Adjudication)) == 1


def test_what_the_era_said_is_still_known_after_the_form_said_otherwise(desk: Desk):
    inbox = waiting(desk, B1=[HOUR], A1=TWO)
    inbox.take("06_two_st_one_gs.835")
    changed = builders.entry({1: "127.12"}, (1, "CO", "45", "40"), (1, "PR", "2", "32.88"))
    inbox.desk.do(file_claim, "CHC-B1-S", changed)
    said = inbox.desk.look(era_answer, "CHC-B1-S")
    assert codes(said) == [(1, "CO-45", 4110), (1, "PR-2", 3178)]
    assert codes(inbox.desk.look(open_claim, "CHC-B1-S").primary.answer) == [(1, "CO-45", 4000), (1, "PR-2", 3288)]
