"""A file of several payments is posted at once: all that can be, in one transaction, and taken back at once."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from mbp_claims.actions import prepared as preparing
from mbp_claims.actions.end_plan import end_plan
from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.post_era import post_era, post_file, post_prepared
from mbp_claims.actions.prepare_posting import NOTHING, prepare_file
from mbp_claims.actions.prepare_undo import prepare_undo
from mbp_claims.actions.preview_era import preview_era
from mbp_claims.actions.preview_file import payments_of_file
from mbp_claims.actions.reconcile import reconcile
from mbp_claims.actions.undo_posting import take_back_prepared, undo_postings
from mbp_claims.clock import now
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.plan import InsurancePlan
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.progress import Cancelled
from mbp_claims.domain.remittance import Remittance
from tests import builders
from tests.actions.posting_desk import standings
from tests.conftest import ROOT
from tests.desk import Desk, fresh_copy
from tests.many_claims import busy_practice, payments_of


@pytest.fixture
def practice(migrated_file: Path) -> Iterator[Desk]:
    """Nine claims are with Aetna."""
    url = fresh_copy(migrated_file, "busy.db")
    with transaction(url) as db:
        clinician = busy_practice(db, 9)
    yield Desk(url, clinician)
    engine(url).dispose()


def file_of(practice: Desk, *counts: int, off: int | None = None) -> list[int]:
    """Ids of its payments, each of so many claims."""
    content = practice.look(payments_of, *counts, off=off)
    return [one.id for one in practice.do(import_era, "remits.835", content).remittances]


def outcomes(practice: Desk) -> list[tuple[int, int]]:
    """Of each payment: posted, waiting."""
    return [(one.posted, one.waiting) for one in practice.rows(Remittance)]


def test_one_post_posts_every_payment_that_adds_up_and_the_rest_stays(practice: Desk):
    eras = file_of(practice, 2, 3, 4, off=1)
    assert practice.look(payments_of_file, eras[2]) == eras
    posted = practice.do(post_file, eras)
    assert [(one.posted, one.paid_cents, len(one.secondaries)) for one in posted] == [(2, 18560, 2), (4, 37120, 4)]
    assert outcomes(practice) == [(2, 0), (0, 3), (4, 0)]
    assert [practice.look(reconcile, one).difference for one in (eras[0], eras[2])] == [0, 0]


def test_the_page_of_each_says_what_the_whole_file_would_post_and_take_back(practice: Desk):
    eras = file_of(practice, 2, 3, 4, off=1)
    whole = practice.look(preview_era, eras[1]).whole
    assert [one.remittance.trace for one in whole.payments] == ["88120000", "88120001", "88120002"]
    assert (whole.ready, whole.ready_cents, whole.ready_eras, whole.undo) == (6, 55680, 2, ())
    posted = practice.do(post_file, eras)
    whole = practice.look(preview_era, eras[1]).whole
    assert (whole.ready, whole.undo) == (0, tuple(one.posting_id for one in posted))


def test_a_file_of_one_payment_is_no_whole_file(practice: Desk):
    (era,) = file_of(practice, 2)
    assert practice.look(preview_era, era).whole.payments == ()


def test_a_line_that_was_left_out_stays(practice: Desk):
    eras = file_of(practice, 2, 3)
    line = practice.look(preview_era, eras[0]).lines[0].row.id
    assert [one.posted for one in practice.do(post_file, eras, left_out=[line])] == [1, 3]
    assert outcomes(practice) == [(1, 1), (3, 0)]


def test_with_nothing_to_post_it_is_refused(practice: Desk):
    eras = file_of(practice, 2, 3)
    practice.do(post_file, eras)
    assert str(practice.refused(post_file, eras)) == str(NOTHING)


@pytest.mark.parametrize("most", [preparing.MOST, 0], ids=["worked out before", "as it is written"])
def test_what_was_worked_out_before_is_what_is_written(
    practice: Desk, monkeypatch: pytest.MonkeyPatch, most: int
):
    monkeypatch.setattr(preparing, "MOST", most)
    eras = file_of(practice, 2, 1)
    apart = practice.look(prepare_file, eras)
    assert [len(one.parts) for one in apart.payments] == ([1, 1] if most else [0, 0])
    assert [one.posted for one in practice.do(post_prepared, apart)] == [2, 1]


def test_a_payment_of_which_nothing_can_be_posted_any_more_keeps_no_posting(practice: Desk):
    eras = file_of(practice, 1, 2)
    first = practice.rows(Claim)[0]
    practice.do(lambda db, who: setattr(db.get(Claim, first.id), "charge_cents", 1))
    assert [one.posted for one in practice.do(post_file, eras)] == [2]
    assert [one.remittance_id for one in practice.rows(Posting)] == [eras[1]]
    assert outcomes(practice) == [(0, 1), (2, 0)]


def test_somebody_else_s_change_of_one_payment_has_all_of_it_worked_out_anew(practice: Desk):
    eras = file_of(practice, 2, 2)
    ready = practice.look(prepare_file, eras)
    practice.do(post_era, eras[1])
    before = practice.everything()
    assert practice.do(post_prepared, ready) is None
    assert practice.everything() == before


def test_called_off_in_the_second_payment_nothing_is_posted(practice: Desk):
    eras = file_of(practice, 2, 3)
    before = practice.everything()

    def stop(_what: str, done: int, of: int) -> None:
        assert of == 5
        if done > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        practice.do(post_file, eras, step=stop)
    assert practice.everything() == before


def test_undo_takes_the_whole_file_back_at_once(practice: Desk):
    eras = file_of(practice, 2, 3)
    before = standings(practice)
    postings = [one.posting_id for one in practice.do(post_file, eras)]
    taken = practice.do(undo_postings, postings)
    assert [(one.takes_back_id, one.kind) for one in taken] == [(one, Kind.UNDO) for one in reversed(postings)]
    assert [one for one in standings(practice) if one[1] != "withdrawn"] == before
    assert outcomes(practice) == [(0, 2), (0, 3)]
    assert [one.posted for one in practice.do(post_file, eras)] == [2, 3], "and it may be posted again"


def test_once_a_claim_of_one_was_filed_the_whole_file_stays_posted(practice: Desk):
    eras = file_of(practice, 2, 3)
    posted = practice.do(post_file, eras)
    number = posted[1].secondaries[0]
    practice.do(went_out, number)
    refused = practice.refused(undo_postings, [one.posting_id for one in posted])
    assert str(refused) == f"{number} was filed since. Reverse the posting instead."


def went_out(db: Session, _clinician: Clinician, number: str) -> None:
    claim = db.exec(select(Claim).where(Claim.number == number)).one()
    claim.status, claim.filed_at, claim.version = "filed", now(), claim.version + 1


def test_undo_that_was_worked_out_before_is_not_written_over_another_s_change(practice: Desk):
    eras = file_of(practice, 2, 3)
    postings = [one.posting_id for one in practice.do(post_file, eras)]
    ready = practice.look(prepare_undo, postings)
    plan = practice.rows(InsurancePlan, InsurancePlan.rank == "primary")[0]
    practice.do(end_plan, plan.id, {"ends": "12/01/2026"})
    before = practice.everything()
    assert practice.do(take_back_prepared, ready) is None
    assert practice.everything() == before
    assert len(practice.do(take_back_prepared, practice.look(prepare_undo, postings))) == 2


KILLED = """
import sys
from mbp_claims.actions.post_era import post_file
from mbp_claims.actions.undo_posting import undo_postings
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.absence import NotFound

def step(what, done, of):
    print(what, done, flush=True)
    if what in ("posted", "undone") and done > of // 2:
        sys.stdin.readline()

with transaction(sys.argv[1]) as db:
    {"post": post_file, "undo": undo_postings}[sys.argv[2]](
        db, first_clinician(db), [int(one) for one in sys.argv[3:]], step=step
    )
"""


@pytest.mark.parametrize("deed", ["post", "undo"])
def test_killed_in_the_middle_of_a_file_none_of_its_payments_is_half_done(practice: Desk, deed: str):
    eras = file_of(practice, 2, 3, 4)
    of: Any = eras
    if deed == "undo":
        of = [one.posting_id for one in practice.do(post_file, eras)]
    before = practice.everything()
    worker = subprocess.Popen(
        [sys.executable, "-c", KILLED, practice.url, deed, *map(str, of)], cwd=ROOT, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    told = []
    while not told or told[-1] not in ("posted 5", "undone 5", "undone 4"):
        told.append(worker.stdout.readline().strip())
        assert told[-1], told
    worker.send_signal(signal.SIGKILL)
    assert worker.wait() == -signal.SIGKILL
    assert practice.everything() == before
    again = practice.do(post_file if deed == "post" else undo_postings, of)
    assert len(again) == 3
    assert sorted(outcomes(practice)) == ([(2, 0), (3, 0), (4, 0)] if deed == "post" else [(0, 2), (0, 3), (0, 4)])


def test_the_payments_of_another_practice_are_not_there(practice: Desk):
    eras = file_of(practice, 2, 3)
    with transaction(practice.url) as db:
        other = Desk(practice.url, builders.new_clinician(db, builders.new_practice(db)))
    for reader in (payments_of_file, preview_era):
        with pytest.raises(NotFound):
            other.look(reader, eras[0])
    with pytest.raises(NotFound):
        other.do(post_file, eras)
