"""The program is killed (SIGKILL) in the middle of posting a long ERA: nothing is half done, and again is the same."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mbp_claims.actions.import_era import import_era
from mbp_claims.actions.post_era import post_era
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.practice import Clinician
from tests.conftest import ROOT
from tests.desk import Desk, fresh_copy
from tests.many_claims import answers_to, busy_practice

CLAIMS = 10_000
POSTER = """
import sys
from mbp_claims.actions.post_era import post_era
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import transaction

def step(what, done, of):
    assert what == "posted"
    print(done, flush=True)
    if done >= of // 2:
        sys.stdin.readline()

with transaction(sys.argv[1]) as db:
    post_era(db, first_clinician(db), int(sys.argv[2]), step=step)
"""


@pytest.fixture
def busy(migrated_file: Path) -> tuple[Desk, int]:
    url = fresh_copy(migrated_file, "busy.db")
    with transaction(url) as db:
        clinician: Clinician = busy_practice(db, CLAIMS)
        content = answers_to(db, clinician)
    desk = Desk(url, clinician)
    yield desk, desk.do(import_era, "aetna.835", content).remittance_id
    engine(url).dispose()


def test_killed_in_the_middle_nothing_is_half_done_and_doing_it_again_gives_the_same_end(busy: tuple[Desk, int]):
    desk, era = busy
    before = counts(desk)
    poster = subprocess.Popen(
        [sys.executable, "-c", POSTER, desk.url, str(era)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    done = [int(poster.stdout.readline()) for _ in range(5)]
    assert done[-1] == CLAIMS // 2
    poster.send_signal(signal.SIGKILL)
    assert poster.wait() == -signal.SIGKILL
    assert counts(desk) == before
    posted = desk.do(post_era, era)
    assert (posted.posted, posted.left, len(posted.secondaries)) == (CLAIMS, 0, CLAIMS)
    after = counts(desk)
    assert after["claim"] == [("completed", CLAIMS, CLAIMS * 9280), ("pending", CLAIMS, None)]
    assert after["ledger_entry"] == [
        ("charge", CLAIMS, CLAIMS * 16000), ("paid", CLAIMS, CLAIMS * 9280), ("patient", CLAIMS, CLAIMS * 2320),
        ("written_off", CLAIMS, CLAIMS * 4400),
    ]  # fmt: skip
    assert after["adjudication"] == [("era", CLAIMS, CLAIMS * 9280)]
    assert after["posting"] == [("post", 1, CLAIMS)]


SUMS = {
    "claim": ("status", "paid_cents"), "ledger_entry": ("account", "cents"), "adjudication": ("source", "paid_cents"),
    "adjustment": ("reason_code", "amount_cents"), "posting": ("kind", "claims"), "posting_line": ("made", "version"),
    "remittance_claim": ("outcome", "paid_cents"), "activity": ("after", "claim_id"),
}  # fmt: skip


def counts(desk: Desk) -> dict[str, list[tuple]]:
    """How many rows of each kind, and their sums."""
    with engine(desk.url).connect() as connection:
        return {
            table: [tuple(row) for row in connection.exec_driver_sql(
                f"SELECT {kind}, count(*), sum({amount}) FROM {table} GROUP BY {kind} ORDER BY {kind}"
            )]
            for table, (kind, amount) in SUMS.items()
        }  # fmt: skip
