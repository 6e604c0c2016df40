"""What is not imported, and what is kept but not posted: bad files with the exact reason, and what came before."""

from dataclasses import replace

import pytest

from mbp_claims.actions import read_era
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.import_era import AlreadyImported
from mbp_claims.actions.open_file import open_835
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.adjudication import Adjudication
from mbp_claims.domain.remittance import Remittance
from tests.actions.inbox import HOUR, TWO, waiting
from tests.desk import Desk
from tests.golden import AUTHORED, authored_era

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
