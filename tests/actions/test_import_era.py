"""Importing an 835: each authored file does what it was written for, or is refused with the exact reason."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from mbp_claims.actions import read_era
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import ImportedAndPosted, import_and_post
from mbp_claims.actions.import_era import AlreadyImported
from mbp_claims.actions.open_claim import era_answer, open_claim
from mbp_claims.actions.open_era import list_eras
from mbp_claims.actions.open_file import open_835
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.answer import Answer
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.remittance import EraFile, Remittance, RemittanceClaim
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import AUTHORED, authored_era, authored_practice, service

HOUR = service("90837", "2025-12-22", "200.00")
LATER = service("90834", "2025-12-29", "160.00", control="2")
TWO = [HOUR, LATER]


@dataclass
class Inbox:
    """A practice that waits for the answers to its claims."""

    desk: Desk

    def take(self, name: str) -> ImportedAndPosted:
        return self.desk.do(import_and_post, name, authored_era(name))

    def status(self, number: str) -> tuple[str, str]:
        claim = self.desk.one(Claim, Claim.number == number)
        return claim.status, claim.note

    def answer(self, number: str) -> Answer:
        return self.desk.look(open_claim, number).primary.answer

    def outcomes(self) -> list[tuple[str, str, str]]:
        return [(row.claim_number, row.outcome, row.why) for row in self.desk.rows(RemittanceClaim)]


def waiting(desk: Desk, **claims: list) -> Inbox:
    return Inbox(as_another(desk, lambda db: authored_practice(db, {f"CHC-{n}": told for n, told in claims.items()})))


def codes(answer: Answer) -> list[tuple[int, str, int]]:
    return [(r.line, r.code, r.cents) for r in answer.reductions]


def test_01_a_crossover_is_not_to_be_filed_by_hand(desk: Desk):
    inbox = waiting(desk, X1=[HOUR])
    imported = inbox.take("01_crossover_19.835")
    assert (imported.posted, imported.claims, len(imported.secondaries)) == (1, 1, 1)
    assert inbox.status("CHC-X1") == ("completed", "")
    assert inbox.status("CHC-X1-S") == ("crossed_over", "Evergreen Health Plan sent it to Northwind Mutual")
    answer = inbox.answer("CHC-X1")
    assert codes(answer) == [(1, "CO-45", 5268), (1, "CO-253", 235), (1, "PR-2", 2946)]
    assert (answer.status_code, answer.moa) == ("19", ("", "", "MA18"))


def test_a_carrier_that_the_claim_was_sent_on_to_is_enough(desk: Desk):
    inbox = waiting(desk, X1=[HOUR])
    by_carrier = authored_era("01_crossover_19.835").replace(b"CHC-X1*19*", b"CHC-X1*1*")
    by_carrier = by_carrier.replace(b"MOA***MA18~\n", b"").replace(b"SE*23*", b"SE*22*")
    inbox.desk.do(import_and_post, "tt.835", by_carrier)
    assert inbox.status("CHC-X1-S")[0] == "crossed_over"


NOT_OURS = (
    "The payer takes back $120.00, and $139.50 was posted to CHC-R1, or its adjustments differ. "
    "Reopen the claim, enter what the payer had said, then look at this line again."
)


def test_02_a_correction_counts_and_not_what_it_takes_back(desk: Desk):
    inbox = waiting(desk, R1=[HOUR])
    imported = inbox.take("02_reversal_correction_22.835")
    assert (imported.posted, imported.claims) == (1, 2)
    answer = inbox.answer("CHC-R1")
    assert (answer.paid_cents, codes(answer)) == (13950, [(1, "CO-45", 5000), (1, "PR-3", 1050)])
    assert inbox.desk.one(Claim, Claim.number == "CHC-R1-S").to_bill_cents == 1050
    assert inbox.outcomes() == [
        ("CHC-R1", "problem", NOT_OURS),
        ("CHC-R1", "posted", ""),
    ]


def test_02_a_correction_renews_the_secondary_of_the_answer_it_replaces(desk: Desk):
    inbox = waiting(desk, R1=[HOUR])
    typed = builders.entry({1: "120"}, (1, "CO", "45", "50"), (1, "PR", "3", "30"))
    inbox.desk.do(_complete, "CHC-R1", typed)
    imported = inbox.take("02_reversal_correction_22.835")
    assert [claim.to_bill_cents for claim in imported.secondaries] == [1050]
    assert len(inbox.desk.rows(Claim)) == 2
    assert [kept.paid_cents for kept in inbox.desk.rows(Adjudication)] == [12000, -12000, 13950]


def _complete(db, clinician, number, typed):  # type: ignore[no-untyped-def]
    return complete_by_hand(db, clinician, number, typed, {"eob_date": "1/5/2026"}, later=False)


def test_03_a_denial_is_told_from_the_money_and_followed_where_the_next_plan_may_pay(desk: Desk):
    inbox = waiting(desk, D1=[HOUR], D2=[LATER], D3=[HOUR])
    imported = inbox.take("03_denied_4.835")
    assert [inbox.status(f"CHC-D{n}") for n in (1, 2, 3)] == [
        ("denied", "CO-197"), ("denied", "PR-204"), ("denied", "CO-29"),
    ]  # fmt: skip
    assert [claim.number for claim in imported.secondaries] == ["CHC-D2-S"]
    assert imported.secondaries[0].to_bill_cents == 16000


def test_04_an_answer_to_the_whole_claim_stays_at_claim_level(desk: Desk):
    inbox = waiting(desk, C1=TWO)
    inbox.take("04_claim_level_only.835")
    answer = inbox.answer("CHC-C1")
    assert (answer.by_line, answer.paid_cents) == (False, 12980)
    assert codes(answer) == [(0, "CO-45", 9775), (0, "PR-1", 10000), (0, "PR-2", 3245)]
    inbox.desk.do(file_claim, "CHC-C1-S")
    written = inbox.desk.one(ClaimFile).content.split("~\n")
    assert {"CAS*CO*45*97.75", "CAS*PR*1*100**2*32.45", "AMT*D*129.8", "AMT*EAF*132.45"} <= set(written)
    assert not [segment for segment in written if segment.startswith("SVD")]


@pytest.mark.parametrize("name", ["05_plb_many.835", "07_pipe_newline_delims.835", "08_crlf_after_tilde.835"])
def test_05_07_08_provider_adjustments_and_other_delimiters_change_nothing_of_a_claim(desk: Desk, name: str):
    inbox = waiting(desk, A1=TWO)
    inbox.take(name)
    assert codes(inbox.answer("CHC-A1")) == [
        (1, "CO-45", 5000), (1, "PR-3", 3000), (2, "CO-45", 4775), (2, "PR-1", 4000), (2, "PR-2", 1445),
    ]  # fmt: skip
    paid = inbox.desk.one(Remittance)
    withheld = {"05_plb_many.835": (15465, 2315)}.get(name, (17780, 0))
    assert (paid.total_cents, paid.provider_adjustments_cents) == withheld


def test_06_two_checks_in_one_file_are_two_payments(desk: Desk):
    inbox = waiting(desk, A1=TWO, B1=[HOUR])
    imported = inbox.take("06_two_st_one_gs.835")
    assert [(one.trace, one.total_cents) for one in imported.remittances] == [
        ("CHK900001", 17780), ("CHK900002", 12712),
    ]  # fmt: skip
    assert (imported.posted, len(imported.secondaries)) == (2, 2)
    assert len(inbox.desk.rows(EraFile)) == 1


def test_09_the_second_payers_answer_goes_to_the_secondary(desk: Desk):
    inbox = waiting(desk, S2=[HOUR])
    typed = builders.entry({1: "150"}, (1, "CO", "45", "20"), (1, "PR", "2", "30"))
    inbox.desk.do(_complete, "CHC-S2", typed)
    inbox.desk.do(file_claim, "CHC-S2-S")
    imported = inbox.take("09_secondary_2_oa23.835")
    assert (imported.posted, imported.secondaries) == (1, ())
    assert inbox.status("CHC-S2-S") == ("completed", "")
    opened = inbox.desk.look(open_claim, "CHC-S2")
    assert codes(opened.secondary.answer) == [(1, "OA-23", 15000), (1, "CO-45", 2000)]
    assert opened.primary.answer.paid_cents == 15000


def test_09_it_is_not_taken_for_the_first_payers(desk: Desk):
    inbox = waiting(desk, S2=[HOUR])
    inbox.take("09_secondary_2_oa23.835")
    assert inbox.status("CHC-S2") == ("filed", "")
    assert inbox.outcomes() == [
        ("CHC-S2", "not_matched", "CHC-S2 has no secondary claim: its primary payer has not answered yet")
    ]


def test_10_every_reason_quantity_and_sign_is_kept(desk: Desk):
    inbox = waiting(desk, T1=[service("90853", "2025-12-23", "480.00", units=4)])
    inbox.take("10_cas_six_triples_qty.835")
    answer = inbox.answer("CHC-T1")
    assert [(r.code, r.cents, r.quantity) for r in answer.reductions] == [
        ("CO-45", 10000, ""), ("CO-253", 310, ""), ("CO-59", 2000, "1"), ("CO-97", 1550, ""), ("CO-144", -500, ""),
        ("CO-B7", 640, "1"), ("CO-16", 700, ""), ("PR-1", 3000, ""), ("PR-2", 6100, ""),
    ]  # fmt: skip
    assert answer.payments[0].units == "4"
    inbox.desk.do(file_claim, "CHC-T1-S")
    written = inbox.desk.one(ClaimFile).content
    assert "CAS*CO*45*100**253*3.1**59*20*1*97*15.5**144*-5**B7*6.4*1~\nCAS*CO*16*7~" in written


REFUSED = {
    "bad_01_truncated.835": "Claim CHC-A1, segment 24 (CAS) on line 26: the file ends in the middle of it, before its"
    " IEA: it was cut short. No claim was read before it.",
    "bad_02_se_count.835": "Segment 26 (SE) on line 28, element 1: “27” segments are announced, 26 were found. The last"
    " good claim is CHC-A1.",
    "bad_05_isa_short.835": "Segment ISA on line 1, element 2: 9 characters were found, 10 expected, with “*” at"
    " position 18. No claim was read before it.",
    "bad_06_control_mismatch.835": "Segment GE on line 29, element 2: “500” is not the control number of GS06, “501”."
    " The last good claim is CHC-A1.",
}


QUARANTINED = {
    "bad_03_line_unbalanced.835": "Claim CHC-A1, line 1 (90837): $120.00 paid + $81.00 adjusted = $201.00, $1.00 over"
    " the $200.00 charged (segment 16).",
    "bad_04_bpr_unbalanced.835": "Payment CHK900001: $177.80 paid on claims + $0.00 provider adjustments = $177.80,"
    " $1,000.00 short of the $1,177.80 paid out (segment 2).",
    "bad_07_amount_letter_o.835": "Claim CHC-A1, segment 19 (CAS) on line 21, element 3: “3O” is not an amount such as"
    " 104 or 28.5.",
}


def test_every_bad_file_is_asked_here():
    assert {path.name for path in AUTHORED.glob("bad_*.835")} == REFUSED.keys() | QUARANTINED.keys()


@pytest.mark.parametrize("name", QUARANTINED)
def test_a_file_that_does_not_add_up_is_kept_and_posts_nothing_by_itself(desk: Desk, name: str):
    inbox = waiting(desk, A1=TWO)
    assert inbox.take(name).posted == 0
    assert inbox.desk.one(Remittance).imbalance == QUARANTINED[name]
    assert inbox.status("CHC-A1") == ("filed", "")
    assert inbox.desk.look(open_835, 1).content == authored_era(name)


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_changes_nothing_and_says_exactly_why(desk: Desk, name: str):
    inbox = waiting(desk, A1=TWO)
    assert str(inbox.desk.refused(import_and_post, name, authored_era(name))) == REFUSED[name]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "remit.835 is not an 835 file. It is empty."),
        (b"%PDF-1.7 ...", "remit.835 is not an 835 file. It is a PDF. Ask the payer for the electronic file."),
        (b"<html></html>", "remit.835 is not an 835 file."),
        (b"PK\x03\x04", "remit.835 is not an 835 file."),
        ("ISA".encode("utf-16"), "remit.835 is not an 835 file."),
    ],
)
def test_what_is_no_835_is_told_by_its_name(desk: Desk, content: bytes, said: str):
    assert said in str(desk.refused(import_and_post, "remit.835", content))


def test_test_data_is_refused_where_the_practice_takes_none(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(read_era, "settings", replace(read_era.settings, test_files=False))
    refusal = desk.refused(import_and_post, "remit.835", authored_era("08_crlf_after_tilde.835"))
    assert "“T” marks test data, which is not taken in here" in str(refusal)


def test_the_same_file_is_imported_once(desk: Desk):
    inbox = waiting(desk, A1=TWO)
    first = inbox.take("08_crlf_after_tilde.835")
    refusal = inbox.desk.refused(import_and_post, "again.835", authored_era("08_crlf_after_tilde.835"))
    assert isinstance(refusal, AlreadyImported)
    assert str(refusal) == "Already imported on 11/23/2026. Nothing was changed."
    assert refusal.remittance_id == first.remittance_id


def test_the_same_payment_in_another_file_is_imported_once(desk: Desk):
    inbox = waiting(desk, A1=TWO)
    first = inbox.take("08_crlf_after_tilde.835")
    refusal = inbox.desk.refused(import_and_post, "b.835", authored_era("07_pipe_newline_delims.835"))
    assert isinstance(refusal, AlreadyImported)
    assert str(refusal) == (
        "Payment CHK900001 of $177.80 was imported on 11/23/2026, in 08_crlf_after_tilde.835. Nothing was changed."
    )
    assert refusal.remittance_id == first.remittance_id


def test_of_a_file_with_one_payment_that_was_there_only_the_other_comes_in(desk: Desk):
    inbox = waiting(desk, A1=TWO, B1=[HOUR])
    first = inbox.take("08_crlf_after_tilde.835")
    both = inbox.take("06_two_st_one_gs.835")
    assert [one.id for one in both.imported.already] == [first.remittance_id]
    assert [one.trace for one in both.remittances] == ["CHK900002"]
    assert [inbox.status(f"CHC-{n}1")[0] for n in "AB"] == ["completed", "completed"]
    assert len(inbox.desk.rows(Adjudication)) == 2


def test_a_file_that_holds_a_payment_twice_is_refused(desk: Desk):
    inbox = waiting(desk, A1=TWO, B1=[HOUR])
    twice = authored_era("06_two_st_one_gs.835").replace(b"CHK900002", b"CHK900001").replace(b"127.12*", b"177.8*", 1)
    twice = twice.replace(b"*200*127.12", b"*200*177.8").replace(b"127.12**1", b"177.8**1")
    twice = twice.replace(b"CAS*CO*45*41.1~", b"CAS*CO*45*22.2~").replace(b"CAS*PR*2*31.78~\n", b"")
    twice = twice.replace(b"177.8*31.78", b"177.8*0").replace(b"SE*21*", b"SE*20*")
    refusal = inbox.desk.refused(import_and_post, "twice.835", twice)
    assert str(refusal) == "The file holds payment CHK900001 2 times. Nothing was changed."


def test_two_practices_may_each_import_their_own_copy(desk: Desk):
    inbox = waiting(desk, A1=TWO)
    inbox.take("08_crlf_after_tilde.835")
    assert desk.do(import_and_post, "a.835", authored_era("08_crlf_after_tilde.835")).posted == 0


def test_a_file_is_kept_byte_for_byte_for_its_practice(desk: Desk):
    inbox = waiting(desk, A1=TWO)
    kept = inbox.take("08_crlf_after_tilde.835").remittance_id
    assert inbox.desk.look(open_835, kept).content == authored_era("08_crlf_after_tilde.835")
    for reader in (open_835, preview_era):
        with pytest.raises(NotFound):
            desk.look(reader, kept)


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


def test_every_authored_file_is_asked_here():
    asked = Path(__file__).read_text()
    assert [path.name for path in AUTHORED.glob("*.835") if path.name not in asked] == []
