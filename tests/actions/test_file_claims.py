"""Filing many claims at once: one file, one number; a claim that cannot go holds nobody else up."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from mbp_claims.actions.complete_claim import complete_by_hand
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.file_claims import ALREADY, CHANGED, GONE, check_batch, file_batch, file_claims, read_batch
from mbp_claims.actions.put_away_claim import mark_not_billable
from mbp_claims.db import claims
from mbp_claims.db.trail import record_claim
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.x12.finding import Finding
from mbp_claims.x12.gate import gate
from mbp_claims.x12.written_claim import WrittenFile
from tests import builders
from tests.builders import entry
from tests.desk import Desk, as_another


@pytest.fixture
def ready(desk: Desk, client: Client) -> list[str]:
    """Three secondaries of one client that add up, and a primary claim of the same client."""
    desk.do(builders.both, client)
    seconds = [desk.do(builders.completed, client)[1].number for _ in range(3)]
    return [*seconds, desk.do(builders.started, client).number]


def statuses(desk: Desk, numbers: list[str]) -> list[str]:
    return [desk.one(Claim, Claim.number == number).status for number in numbers]


def test_claims_that_are_ready_go_in_one_file(desk: Desk, ready: list[str]):
    filed = desk.sent(file_claims, ready)
    assert ([claim.number for claim in filed.claims], filed.left, filed.control_number) == (ready, {}, 1)
    assert filed.to_bill_cents == 3 * 2320 + 16000
    file = desk.one(ClaimFile)
    assert (file.name, file.control_number) == ("claims-1.837p", 1)
    assert gate(file.content) == []
    written = WrittenFile.read(file.content)
    assert [claim.claim.find("CLM").element(1) for claim in written.claims] == [n.removesuffix("-S") for n in ready]
    rows = desk.rows(FiledClaim)
    assert [(row.position, row.set_number, row.frequency) for row in rows] == [(n, 1, "1") for n in (1, 2, 3, 4)]
    assert [row.to_bill_cents for row in rows] == [2320, 2320, 2320, 16000]
    assert statuses(desk, ready) == ["filed"] * 4
    assert [what for what, *_ in desk.trail[-4:]] == [
        f"{n} filed to {'Cigna' if '-S' in n else 'Aetna'}" for n in ready
    ]


def test_one_that_cannot_go_says_why_and_stays_as_it_was(desk: Desk, client: Client, ready: list[str]):
    other = desk.do(builders.filed, client).number
    desk.do(complete_by_hand, other, entry({1: "92.80"}), builders.eob(), later=True)
    desk.sent(file_claim, ready[1])
    desk.do(mark_not_billable, ready[2])
    filed = desk.sent(file_claims, [*ready, f"{other}-S", "C-9999", ready[0]])
    assert [claim.number for claim in filed.claims] == [ready[0], ready[3]]
    assert filed.left == {
        ready[1]: ALREADY, ready[2]: "It is not ready to file: Not billable.",
        f"{other}-S": "It is not ready to file: Needs adjustments.", "C-9999": GONE,
    }  # fmt: skip
    assert statuses(desk, [ready[1], ready[2], f"{other}-S"]) == ["filed", "not_billable", "pending"]
    assert len(desk.rows(ClaimFile)) == 2


def test_what_is_missing_is_told_claim_by_claim(desk: Desk, ready: list[str]):
    def new_client(db, who):  # type: ignore[no-untyped-def]
        return builders.new_client(db, who, "R-0500", address="")

    homeless = desk.do(new_client)
    desk.do(builders.both, homeless)
    second = desk.do(builders.completed, homeless)[1].number
    filed = desk.sent(file_claims, [second, ready[0]])
    assert filed.left == {second: "Add the client’s address"}
    assert [claim.number for claim in filed.claims] == [ready[0]]


def test_nothing_left_to_bill_is_not_filed_by_the_way(desk: Desk, client: Client):
    desk.do(builders.both, client)
    number = desk.do(builders.filed, client).number
    desk.do(complete_by_hand, number, entry({1: "116"}, (1, "CO", "45", "44")), builders.eob(), later=False)
    assert "Nothing is left to bill." in desk.sent(file_claims, [f"{number}-S"]).left[f"{number}-S"]


def test_a_batch_of_which_nothing_can_go_changes_nothing(desk: Desk, ready: list[str]):
    desk.sent(file_claims, ready)
    before = desk.everything()
    assert desk.sent(file_claims, ready) == desk.sent(file_claims, []).__class__((), dict.fromkeys(ready, ALREADY))
    assert desk.everything() == before


def test_a_claim_with_a_finding_is_left_behind_and_the_rest_is_checked_anew(desk: Desk, ready: list[str]):
    answers: Iterator[list[Finding]] = iter([[Finding(2, "Line 1 is over."), Finding(2, "Second")], []])
    batch = check_batch(desk.look(read_batch, ready), lambda text: next(answers))
    assert (list(batch.written), batch.left) == ([ready[0], *ready[2:]], {ready[1]: "Line 1 is over."})
    assert next(answers, None) is None


def test_a_fault_of_the_file_as_a_whole_files_nothing(desk: Desk, ready: list[str]):
    batch = desk.look(read_batch, ready)
    assert "SE01" in str(desk.refused(lambda db, who: check_batch(batch, lambda text: [Finding(0, "SE01 is wrong.")])))


def diagnosed(db: Session, clinician: Clinician, number: str) -> None:
    """As somebody's change of a claim does it."""
    claim = claims.claim(db, clinician, number)
    claim.diagnoses = "F331"
    record_claim(db, clinician, f"{number} was changed", claim)


def test_what_was_changed_while_it_was_checked_is_not_filed(desk: Desk, client: Client, ready: list[str]):
    batch = check_batch(desk.look(read_batch, ready))
    desk.sent(file_claim, ready[0])
    desk.do(diagnosed, ready[3])
    filed = desk.do(file_batch, batch)
    assert filed.left == {ready[0]: ALREADY, ready[3]: CHANGED}
    assert ([claim.number for claim in filed.claims], filed.control_number) == (ready[1:3], 2)
    assert gate(desk.rows(ClaimFile)[-1].content) == []


def test_a_practice_that_moved_while_it_was_checked_files_nothing(desk: Desk, ready: list[str]):
    batch = check_batch(desk.look(read_batch, ready))
    desk.do(lambda db, who: setattr(db.get_one(Practice, who.practice_id), "address", "1 Elsewhere"))
    assert desk.do(file_batch, batch).left == dict.fromkeys(ready, CHANGED)
    assert desk.rows(ClaimFile) == []


def test_the_same_batch_twice_files_once(desk: Desk, ready: list[str]):
    batch = check_batch(desk.look(read_batch, ready))
    desk.do(file_batch, batch)
    assert desk.do(file_batch, batch).left == dict.fromkeys(ready, ALREADY)
    assert len(desk.rows(ClaimFile)) == 1


def test_the_ready_ones_are_found(desk: Desk, ready: list[str]):
    desk.do(mark_not_billable, ready[0])
    assert desk.look(claims.ready_numbers) == ready[1:]


def test_another_practices_claims_are_not_there(desk: Desk, ready: list[str]):
    other = as_another(desk, builders.stranger)
    assert other.do(file_claims, ready).left == dict.fromkeys(ready, GONE)
    assert desk.rows(ClaimFile) == []
