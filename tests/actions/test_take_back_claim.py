"""A claim that waits to be sent is taken back: before it left, never after, whoever is faster."""

from pathlib import Path
from typing import Any

import pytest

from mbp_claims.actions import deliver
from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.deliver import begin_to_send, mark_failed, send_waiting, take_parcel
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.file_claims import file_claims
from mbp_claims.actions.open_claim import open_claim
from mbp_claims.actions.resend_claim import replace_claim
from mbp_claims.actions.take_back_claim import MAY_HAVE_LEFT, take_back_claim
from mbp_claims.db import claims
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.delivery import Delivery
from mbp_claims.domain.mail import MailProblem
from tests import builders
from tests.desk import Desk


@pytest.fixture
def started(desk: Desk, client: Client) -> str:
    desk.do(builders.primary, client)
    return desk.do(builders.started, client).number


@pytest.fixture
def number(desk: Desk, started: str) -> str:
    """It waits to be sent."""
    desk.do(file_claim, started)
    return started


def outbox(tmp_path: Path) -> list[str]:
    folder = tmp_path / "clearinghouse" / "1" / "outbox"
    return [path.name for path in folder.iterdir()] if folder.exists() else []


def stands(desk: Desk, number: str) -> tuple[str, str]:
    claim = desk.look(claims.claim, number)
    return claim.status, claim.note


def test_it_stands_as_it_did_and_nothing_is_sent(desk: Desk, number: str, tmp_path: Path):
    assert [claim.number for claim in desk.do(take_back_claim, number)] == [number]
    assert stands(desk, number) == ("pending", "")
    assert desk.send().sent == 0 and outbox(tmp_path) == []
    assert desk.trail[-1] == (f"{number} was taken back before it was sent", "waiting", "pending")


def test_the_file_stays_on_record_and_its_number_is_never_given_out_again(desk: Desk, number: str):
    desk.do(take_back_claim, number)
    desk.sent(file_claim, number)
    first, second = desk.rows(ClaimFile)
    assert (first.control_number, second.control_number) == (1, 2)
    assert first.taken_back_at and not second.taken_back_at
    assert [file.taken_back_at is None for file in desk.look(open_claim, number).files] == [True, False]
    assert stands(desk, number)[0] == "filed"


def test_a_claim_that_was_rejected_is_rejected_again_with_its_reason(desk: Desk, started: str):
    def reject(db: Any, clinician: Any) -> None:
        claim = claims.claim(db, clinician, started)
        claim.status, claim.note = "rejected", "Member ID not found"

    desk.do(reject)
    desk.do(file_claim, started)
    desk.do(take_back_claim, started)
    assert stands(desk, started) == ("rejected", "Member ID not found")


def test_the_others_of_its_file_come_back_too(desk: Desk, client: Client, started: str):
    other = desk.do(builders.started, client).number
    desk.do(file_claims, [started, other])
    assert [claim.number for claim in desk.do(take_back_claim, other)] == [other, started]
    assert {stands(desk, one)[0] for one in (started, other)} == {"pending"}


def test_a_replacement_that_was_taken_back_leaves_what_the_payer_has(desk: Desk, client: Client, started: str):
    desk.do(builders.secondary, client)
    desk.sent(file_claim, started)
    desk.do(complete_by_hand, started, builders.COINSURED, builders.eob(), later=False)
    second = f"{started}-S"
    desk.sent(file_claim, second)
    changed = builders.entry({1: "92.80"}, (1, "CO", "45", "40.00"), (1, "PR", "2", "27.20"))
    desk.do(replace_claim, second, "NWM1", changed)
    assert desk.look(claims.claim, second).frequency == "7"
    desk.do(take_back_claim, second)
    claim = desk.look(claims.claim, second)
    assert (claim.status, claim.frequency, claim.cob_changed) == ("filed", "1", True)


def test_what_was_sent_is_not_taken_back(desk: Desk, number: str):
    desk.send()
    refusal = desk.refused(take_back_claim, number)
    assert str(refusal) == f"{number} is filed. Only a claim that waits to be sent can be taken back."


def test_whoever_has_begun_to_send_it_is_faster(desk: Desk, number: str):
    parcel = desk.do(take_parcel)
    assert desk.do(begin_to_send, parcel)
    assert str(desk.refused(take_back_claim, number)) == MAY_HAVE_LEFT.format(number)


def test_whoever_has_only_taken_it_does_not_send_it_any_more(desk: Desk, number: str, tmp_path: Path):
    """Taken back while the connection is being opened."""

    def connect(connection: Connection) -> Any:
        desk.do(take_back_claim, number)
        return deliver.open_mailbox(connection)

    sending = send_waiting(desk.do, connect=connect)
    assert (sending.sent, sending.problem, outbox(tmp_path)) == (0, "", [])
    assert stands(desk, number) == ("pending", "")


def test_taken_back_while_the_connection_fails_it_says_nothing_of_it(desk: Desk, number: str):
    def connect(_connection: Connection) -> Any:
        desk.do(take_back_claim, number)
        raise MailProblem("It does not answer.")

    send_waiting(desk.do, connect=connect)
    assert stands(desk, number) == ("pending", "")
    assert [way.state for way in desk.rows(Delivery)] == ["taken_back"]


@pytest.mark.parametrize(
    ("begun", "unsure", "left"), [(False, True, False), (True, False, False), (True, True, True)]
)  # fmt: skip
def test_after_a_failure_it_depends_on_how_far_it_came(desk: Desk, number: str, begun: bool, unsure: bool, left: bool):
    """No connection, or a refusal before it had its name: it cannot be there. Broken off while writing: who knows."""
    parcel = desk.do(take_parcel)
    if begun:
        desk.do(begin_to_send, parcel)
    desk.do(mark_failed, parcel, MailProblem("It failed.", unsure=unsure), begun)
    if left:
        assert "may have left" in str(desk.refused(take_back_claim, number))
    else:
        desk.do(take_back_claim, number)
        assert stands(desk, number) == ("pending", "")


def test_a_crash_while_it_was_sent_is_remembered_however_the_next_try_ends(desk: Desk, number: str):
    class Killed(BaseException):
        pass

    class Crash:
        def __enter__(self) -> "Crash":
            return self

        def __exit__(self, *error: object) -> None:
            return None

        def deliver(self, _name: str, _content: bytes) -> None:
            raise Killed

    with pytest.raises(Killed):
        send_waiting(desk.do, connect=lambda _connection: Crash())
    desk.do(lambda db, _: setattr(db.get(Delivery, 1), "taken_until", None))
    again = desk.do(take_parcel)
    desk.do(mark_failed, again, MailProblem("It does not answer."), False)
    assert "may have left" in str(desk.refused(take_back_claim, number))


def test_a_file_of_which_a_claim_was_answered_has_left(desk: Desk, client: Client, started: str):
    other = desk.do(builders.started, client).number
    desk.do(file_claims, [started, other])

    def answered(db: Any, clinician: Any) -> None:
        claim = claims.claim(db, clinician, other)
        claim.status = "completed"

    desk.do(answered)
    assert "may have left" in str(desk.refused(take_back_claim, started))


def test_two_tabs_take_it_back_once(desk: Desk, number: str):
    desk.do(take_back_claim, number)
    before = desk.everything()
    assert "is pending" in str(desk.refused(take_back_claim, number))
    assert desk.everything() == before
    assert [claim.status for claim in desk.rows(Claim)] == ["pending"]
