"""The codes of acknowledgements in words: known ones short and plain, unknown ones kept as they came."""

import pytest

from mbp_claims.domain.ack_codes import MEND, claim_word, mend_statuses, say_statuses, word_of
from mbp_claims.domain.acknowledgement import BatchAck, ClaimAck, StatusCode, Word
from mbp_claims.domain.codes import code_list


def codes(*texts: str) -> tuple[StatusCode, ...]:
    return tuple(StatusCode(*text.split(":")) for text in texts)


def test_at_least_a_hundred_statuses_have_words_and_something_to_mend():
    rows = code_list("ack_status")
    assert len(rows) >= 200
    assert {row[2] for row in rows} == {"n", "s"}
    assert {row[3] for row in rows} == set(MEND)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["A3:33:IL"], "Member ID not found"),
        (["A6:562:85"], "NPI of the billing provider is missing"),
        (["A7:500:IL"], "ZIP code of the subscriber is not right"),
        (["A3:21", "A7:562:82"], "NPI of the rendering provider is not right"),
        (["A3:21"], "Something is missing or not right"),
        (["A1:19:PR"], "Received by the payer"),
        (["A7:9999:ZZZ"], "Something is not right (A7:9999:ZZZ, entity ZZZ, not in our list)"),
        (["Z9:20"], "Taken in, to be decided on"),
        (["A7:254", "A1:19:PR"], "First diagnosis is not right"),
        (["A7:85:IL"], "The subscriber is not first to pay"),
    ],
)
def test_statuses_are_said_in_words(given: list[str], said: str):
    assert say_statuses(codes(*given)) == said


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        (["A3:33:IL"], MEND["plan"]),
        (["A7:500:IL"], MEND["plan"]),
        (["A7:158:QC"], MEND["client"]),
        (["A3:21", "A7:562:85"], "Correct that entry of the billing provider, then refile."),
        (["A7:400", "A7:286"], MEND["cob"]),
        (["A7:9999"], "Call the payer and name these codes, then refile."),
    ],
)
def test_a_rejection_says_what_to_mend(given: list[str], mend: str):
    assert mend_statuses(codes(*given)) == mend


def test_one_rejection_among_several_rejects():
    assert word_of(codes("A2:20", "A7:400")) is Word.REJECTED
    assert word_of(codes("A1:19")) is Word.RECEIVED


def test_only_the_payer_accepts_while_anybody_may_reject():
    def batch(kind: str) -> BatchAck:
        return BatchAck("WHO", kind, "1", "B1", None, (), ())

    accepted, rejected = (ClaimAck("C-1", codes(code)) for code in ("A2:20:PR", "A3:33:IL"))
    assert claim_word(batch("PR"), accepted) is Word.ACCEPTED
    assert claim_word(batch("AY"), accepted) is Word.RECEIVED
    assert claim_word(batch("AY"), rejected) is Word.REJECTED
