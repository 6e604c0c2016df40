"""Acknowledgements move claims, never complete them, and may come in any order and twice."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from mbp_claims.actions.acknowledge import Acknowledged, acknowledge
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.actions.send_file import hand_over, keep_file
from mbp_claims.clock import now
from mbp_claims.db import claims
from mbp_claims.db.clinicians import practice_of
from mbp_claims.db.filings import filings_of
from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.x12.error import X12Error
from tests import builders
from tests.desk import Desk, as_another
from tests.golden import golden_era, golden_practice

ACKS = Path(__file__).parent.parent / "x12" / "files" / "golden" / "acks"
EXPECTED: dict[str, Any] = json.loads((ACKS / "expected.json").read_text())["files"]
NUMBER = "CHC-2026-0001-S"


def golden(name: str) -> bytes:
    return (ACKS / name).read_bytes()


@pytest.fixture
def harbor(desk: Desk) -> Desk:
    """The golden secondary, filed as interchange 000000201."""
    golden_desk = as_another(desk, lambda db: golden_practice(db, "ex1"))
    golden_desk.do(import_and_post, "primary.835", golden_era("ex1"))
    golden_desk.do(lambda db, who: setattr(practice_of(db, who), "next_control", 201))
    golden_desk.do(file_claim, NUMBER)
    golden_desk.send()
    return golden_desk


def take(desk: Desk, name: str, content: bytes | None = None) -> Acknowledged:
    return desk.do(acknowledge, name, content or golden(name))


def stands(desk: Desk, number: str = NUMBER) -> tuple[str, str, str]:
    kept: Claim = desk.look(claims.claim, number)
    return kept.status, kept.note, kept.payer_control_number


ONE_CLAIM = {
    "ta1_accepted.ta1": ("filed", "Received, 11/23/2026", ""),
    "ta1_rejected.ta1": ("rejected", "The test or production mark (ISA15) was not accepted", ""),
    "999_accepted.999": ("filed", "Received, 11/23/2026", ""),
    "999_rejected.999": (
        "rejected",
        "The ZIP code of the subscriber does not have the form that is asked for (“041020000”); The amount the client "
        "still owes was sent where this receiver does not take it",
        "",
    ),
    "277ca_clearinghouse.277": ("filed", "Passed on to the payer, 02/10/2026", ""),
    "277ca_accepted.277": ("accepted", "By the payer, 02/11/2026", "NWM26021100017"),
    "277ca_rejected.277": ("rejected", "NPI of the billing provider is not right", ""),
}
STATES = {"received": "filed", "accepted": "accepted", "rejected": "rejected"}


def told_state(name: str) -> str:
    told = EXPECTED[name]
    if "transactions" in told:
        return told["transactions"]["0001"]["state"]
    return told["state"] if "state" in told else told["claims"]["CHC-2026-0001"]["state"]


@pytest.mark.parametrize("name", ONE_CLAIM)
def test_the_claim_stands_where_the_golden_file_says(harbor: Desk, name: str):
    take(harbor, name)
    assert stands(harbor) == ONE_CLAIM[name]
    assert stands(harbor)[0] == STATES[told_state(name)]
    kept = harbor.one(AckFile)
    assert (kept.kind, kept.name, kept.content) == (EXPECTED[name]["kind"], name, golden(name))
    assert harbor.trail[-1][0].startswith(f"{NUMBER} {told_state(name)}")


@pytest.mark.parametrize("name", ONE_CLAIM)
def test_the_same_file_again_changes_nothing(harbor: Desk, name: str):
    take(harbor, name)
    before = harbor.everything()
    assert take(harbor, name).again
    assert harbor.everything() == before


@pytest.mark.parametrize("order", list(itertools.permutations(
    ("999_accepted.999", "277ca_clearinghouse.277", "277ca_accepted.277")
)), ids=lambda order: "-".join(name.split(".")[0] for name in order))  # fmt: skip
def test_in_any_order_the_payers_word_stands(harbor: Desk, order: tuple[str, ...]):
    for name in order:
        take(harbor, name)
    assert stands(harbor) == ("accepted", "By the payer, 02/11/2026", "NWM26021100017")


@pytest.mark.parametrize("late", ["999_rejected.999", "ta1_rejected.ta1"])
def test_a_late_refusal_of_the_file_does_not_take_back_what_the_payer_accepted(harbor: Desk, late: str):
    take(harbor, "277ca_accepted.277")
    take(harbor, late)
    assert stands(harbor)[0] == "accepted"
    assert not harbor.rows(ClaimAcknowledgement)[-1].took_effect


def test_the_payers_later_word_counts_and_its_earlier_does_not(harbor: Desk):
    moment = b"NWM20260211002*20260211*1115"
    later = golden("277ca_rejected.277").replace(moment, b"NWM20260212002*20260212*0900")
    take(harbor, "277ca_accepted.277")
    take(harbor, "later.277", later)
    assert stands(harbor)[0] == "rejected"
    take(harbor, "copy.277", golden("277ca_accepted.277").replace(b"000000411", b"000000499").replace(b"~\n", b"~"))
    assert stands(harbor)[0] == "rejected"


def test_an_answered_claim_stays_answered_and_keeps_the_number_of_its_answer(harbor: Desk):
    take(harbor, "277ca_accepted.277")
    charges = {1: "250", 2: "200"}
    answer = builders.entry(dict.fromkeys(charges, "0"), *((n, "OA", "23", cents) for n, cents in charges.items()))
    day = {"eob_date": "11/20/2026", "control_number": "NWM-ANSWER"}
    harbor.do(complete_by_hand, NUMBER, answer, day, later=False)
    before = stands(harbor)
    for name in ("277ca_rejected.277", "999_rejected.999"):
        take(harbor, name)
    assert stands(harbor) == before
    assert before[0] in ("completed", "denied") and before[2] == "NWM-ANSWER"


def test_a_rejection_is_no_answer_and_the_claim_is_sent_again_as_an_original(harbor: Desk):
    take(harbor, "277ca_rejected.277")
    opened = harbor.look(open_claim, NUMBER)
    assert opened.facts.actions[0] == "refile"
    assert opened.facts.claim.completed_at is None
    again = harbor.do(file_claim, NUMBER)
    harbor.send()
    assert stands(harbor)[:2] == ("filed", "")
    assert again.claim.number == NUMBER
    assert [one.frequency for one in harbor.rows(FiledClaim)] == ["1", "1"]
    assert "*11:B:1*" in harbor.rows(ClaimFile)[-1].content


def test_what_is_said_of_an_earlier_file_does_not_touch_the_one_that_was_sent_after_it(harbor: Desk):
    take(harbor, "999_rejected.999")
    harbor.do(file_claim, NUMBER)
    harbor.send()
    take(harbor, "ta1_rejected.ta1")
    assert stands(harbor)[:2] == ("filed", "")
    assert harbor.trail[-1][0].endswith("It speaks of an earlier file.")


def test_an_acknowledgement_of_a_file_that_was_sent_and_not_marked_marks_it(desk: Desk, client: Client):
    desk.do(builders.primary, client)
    number = desk.do(builders.started, client).number
    desk.do(file_claim, number)
    assert stands(desk, number)[0] == "waiting"
    take(desk, "ta1_accepted.ta1", golden("ta1_accepted.ta1").replace(b"TA1*000000201", b"TA1*000000001"))
    assert stands(desk, number)[0] == "filed"
    assert desk.send().sent == 0


def test_what_is_none_of_ours_is_kept_and_moves_nothing(harbor: Desk):
    taken = take(harbor, "277ca_batch.277")
    assert taken.moved == ()
    rows = harbor.rows(ClaimAcknowledgement)
    assert [(row.claim_id, row.claim_number) for row in rows] == [(None, f"CHC-2026-040{n}") for n in range(1, 6)]
    assert stands(harbor)[0] == "filed"
    assert taken.file.said == "2 accepted, 3 rejected"


def test_a_file_that_is_no_acknowledgement_leaves_nothing(harbor: Desk):
    before = harbor.everything()
    with pytest.raises(X12Error):
        take(harbor, "cut.277", golden("277ca_accepted.277")[:400])
    assert harbor.everything() == before


def test_the_claim_of_another_practice_is_not_found(harbor: Desk):
    other = as_another(harbor, builders.stranger)
    take(other, "277ca_rejected.277")
    assert stands(harbor)[0] == "filed"
    assert other.rows(ClaimAcknowledgement)[-1].claim_id is None


def test_a_rejected_claim_says_what_to_mend(harbor: Desk):
    take(harbor, "277ca_rejected.277")
    said = harbor.rows(ClaimAcknowledgement)[-1]
    assert (said.codes, said.mend) == ("A3:21, A7:562:85", "Correct that entry of the billing provider, then refile.")


def test_a_999_that_blames_one_claim_sends_the_others_back_too(desk: Desk, client: Client):
    """Two claims in one transaction; the fault stands in the second."""
    desk.do(builders.primary, client)
    numbers = [desk.do(builders.started, client).number for _ in range(2)]

    def batch(db: Any, who: Any) -> None:
        found = [claims.claim(db, who, number) for number in numbers]
        hand_over(db, who, keep_file(db, who, filings_of(db, who, found, now())))

    desk.do(batch)
    desk.send()
    lines = [line for line in desk.one(ClaimFile).content.splitlines() if not line.startswith(("ISA", "GS"))]
    position = [n for n, line in enumerate(lines, 1) if line.startswith("HI*")][1]
    envelope = golden("999_rejected.999").decode().split("ST*")[0]
    body = (
        "ST*999*0001*005010X231A1", "AK1*HC*1*005010X222A1", "AK2*837*0001*005010X222A1", f"IK3*HI*{position}*2300*8",
        "IK4*1:2*1271*I12*F41.1", "IK5*R*5", "AK9*R*1*1*0", "SE*8*0001", "GE*1*402", "IEA*1*000000402", "",
    )  # fmt: skip
    content = envelope + "~\n".join(body)
    take(desk, "batch.999", content.encode())
    assert stands(desk, numbers[0])[:2] == ("rejected", "Sent back together with another claim of the same file")
    assert stands(desk, numbers[1])[:2] == (
        "rejected", "The first diagnosis does not have the form that is asked for (“F41.1”)"
    )  # fmt: skip
