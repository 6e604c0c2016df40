"""Every golden acknowledgement says what its `expected.json` says."""

import json
from pathlib import Path
from typing import Any

import pytest

from mbp_claims.domain.ack_codes import claim_word, say_statuses, words
from mbp_claims.domain.ack_faults import say_faults
from mbp_claims.domain.acknowledgement import BatchAck, GroupAck, InterchangeAck
from mbp_claims.domain.money import x12_cents
from mbp_claims.x12.ack_kind import sort
from mbp_claims.x12.acknowledgements import read_acknowledgements
from mbp_claims.x12.sent_file import sent_transactions

ACKS = Path(__file__).parent / "files" / "golden" / "acks"
EXPECTED: dict[str, Any] = json.loads((ACKS / "expected.json").read_text())["files"]
SENT = (ACKS.parent / "ex1" / "secondary.837p").read_bytes()


def read(name: str) -> Any:
    (found,) = read_acknowledgements((ACKS / name).read_bytes(), name)
    return found


def of_kind(kind: str) -> list[str]:
    return [name for name, told in EXPECTED.items() if told.get("kind") == kind]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_file_is_told_by_what_is_in_it(name: str):
    assert sort((ACKS / name).read_bytes(), "a.txt") == EXPECTED[name]["kind"]


@pytest.mark.parametrize("name", of_kind("TA1"))
def test_a_ta1_says_whether_the_envelope_was_taken(name: str):
    told, ack = EXPECTED[name], read(name)
    assert isinstance(ack, InterchangeAck)
    assert ack.control_number == told["interchange"]
    assert [ack.result, ack.note] == told["codes"]
    assert ack.word == told["state"]
    assert words("interchange", ack.note, "").split()[:2] == told["say"].removeprefix(
        "the whole file was refused: "
    ).replace("its test", "The test").replace("the envelope", "The envelope").split()[:2]


@pytest.mark.parametrize("name", of_kind("999"))
def test_a_999_says_which_transactions_were_taken_and_what_is_wrong_with_the_others(name: str):
    told, ack = EXPECTED[name], read(name)
    assert isinstance(ack, GroupAck)
    assert (ack.control_number, ack.result) == (told["group"], told["group_result"])
    if "counts" in told:
        assert {"included": ack.included, "received": ack.received, "accepted": ack.accepted} == told["counts"]
    assert [one.control_number for one in ack.transactions] == list(told["transactions"])
    for one in ack.transactions:
        expected = told["transactions"][one.control_number]
        assert (one.result, list(one.codes)) == (expected["result"], expected.get("codes", []))
        assert one.word == expected["state"]
        faults = [
            {
                "segment": fault.segment, "position": fault.position, "loop": fault.loop, "segment_code": fault.code,
                "element": element.element if element else None,
                "component": element.component if element else None,
                "element_code": element.code if element else None, "bad": element.bad if element else None,
            }
            for fault in one.faults
            for element in fault.elements or (None,)
        ]  # fmt: skip
        told_faults = [{k: v for k, v in error.items() if k not in ("say", "our_text")} for error in expected["errors"]]
        assert faults == told_faults
        assert {fault.claim_number for fault in one.faults} <= set(expected["claims"])


def test_a_fault_of_a_999_is_said_about_the_segment_that_we_sent():
    ack = read("999_rejected.999").transactions[0]
    ours = sent_transactions(SENT)[ack.control_number]
    errors = EXPECTED["999_rejected.999"]["transactions"]["0001"]["errors"]
    meant = {fault.position: ours.at(fault.position) for fault in ack.faults}
    assert [meant[error["position"]].text for error in errors] == [error["our_text"] for error in errors]
    assert list(ours.claims) == ["CHC-2026-0001"] == [ours.claim_at(fault.position) for fault in ack.faults][:1]
    assert say_faults(ack, meant) == [
        "The ZIP code of the subscriber does not have the form that is asked for (“041020000”)",
        "The amount the client still owes was sent where this receiver does not take it",
    ]


@pytest.mark.parametrize(
    ("transaction", "said"),
    [
        (1, ["The reference number was sent where this receiver does not take it"]),
        (2, ["The first diagnosis does not have the form that is asked for (“F41.1”)"]),
    ],
)
def test_without_the_file_that_was_sent_a_fault_still_has_words(transaction: int, said: list[str]):
    assert say_faults(read("999_partial.999").transactions[transaction], {}) == said


@pytest.mark.parametrize("name", of_kind("277CA"))
def test_a_277ca_says_what_became_of_each_claim(name: str):
    told, ack = EXPECTED[name], read(name)
    assert isinstance(ack, BatchAck)
    assert (ack.sender, ack.batch) == (told["from"], told["batch"])
    assert ack.from_payer == (told["from_is"] == "payer")
    found = {
        claim.claim_number: {
            "state": claim_word(ack, claim),
            "codes": [str(code) for code in claim.statuses],
            "payer_claim_control_number": claim.payer_control_number or None,
        }
        for claim in ack.claims
    }
    assert found == {
        number: {key: claim[key] for key in ("state", "codes", "payer_claim_control_number")}
        for number, claim in told["claims"].items()
    }


def test_a_batch_of_claims_has_its_counts_and_amounts():
    ack, told = read("277ca_batch.277"), EXPECTED["277ca_batch.277"]
    assert (ack.counts["90"], ack.counts["AA"]) == (told["accepted"], told["rejected"])
    assert x12_cents(ack.amounts["YU"]) == told["accepted_amount"].removesuffix(".00")
    assert x12_cents(ack.amounts["YY"]) == told["rejected_amount"].removesuffix(".00")


SAID = {
    "277ca_clearinghouse.277": ["Passed on to the payer"],
    "277ca_accepted.277": ["Taken in, to be decided on"],
    "277ca_rejected.277": ["NPI of the billing provider is not right"],
    "277ca_batch.277": [
        "Taken in, to be decided on",
        "The amounts do not add up; first payer’s answer is not right",
        "Member ID not found",
        "Taken in, to be decided on",
        "First payer’s answer is missing; frequency code does not fit the rest of the claim",
    ],
}


@pytest.mark.parametrize("name", SAID)
def test_the_codes_are_said_in_words(name: str):
    assert [say_statuses(claim.statuses) for claim in read(name).claims] == SAID[name]
