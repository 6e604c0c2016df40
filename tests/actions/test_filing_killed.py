"""A process that files many claims is killed in the middle: nothing is half done; done again it ends the same."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import Session, select, text

from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.load_scenario import ready_secondaries
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.domain.claim import Claim
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.practice import Practice
from mbp_claims.x12.written_claim import WrittenFile

ROOT = Path(__file__).parents[2]
CLAIMS = 40
FILES = """
import sys
from mbp_claims.actions import file_claims, send_file
from mbp_claims.db.claims import ready_numbers
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import transaction

url, moment = sys.argv[1:]

def here(name):
    if name == moment:
        print("here", flush=True)
        sys.stdin.read()

def after(module, name):
    does = getattr(module, name)
    def and_wait(*told):
        value = does(*told)
        here(name)
        return value
    setattr(module, name, and_wait)

for module, name in ((file_claims, "keep_written"), (send_file, "record_all"), (file_claims, "hand_over")):
    after(module, name)
with transaction(url) as db:
    who = first_clinician(db)
    batch = file_claims.read_batch(db, who, ready_numbers(db, who))
here("read")
batch = file_claims.check_batch(batch, lambda text: [])
with transaction(url) as db:
    file_claims.file_batch(db, who, batch)
here("committed")
"""


@pytest.fixture
def numbers(database_url: str) -> list[str]:
    with transaction(database_url) as db:
        return ready_secondaries(db, CLAIMS)


def killed_at(moment: str, url: str) -> None:
    """Runs the filing until that moment, and no further."""
    program = [sys.executable, "-c", FILES, url, moment]
    running = subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert running.stdout and running.stdin
    assert running.stdout.readline() == "here\n"
    os.kill(running.pid, signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    running.stdin.close()
    running.stdout.close()


def state(db: Session, numbers: list[str]) -> tuple[set[str], int, int, int]:
    """Statuses, files, claims in files, and the next control number."""
    found = db.exec(select(Claim.status).where(Claim.number.in_(numbers))).all()  # type: ignore[attr-defined]
    files, inside = len(db.exec(select(ClaimFile.id)).all()), len(db.exec(select(FiledClaim.id)).all())
    return set(found), files, inside, db.exec(select(Practice.next_control)).one()


@pytest.mark.parametrize("moment", ["read", "keep_written", "record_all", "hand_over", "committed"])
def test_killed_in_the_middle_nothing_is_half_done(database_url: str, numbers: list[str], moment: str):
    killed_at(moment, database_url)
    done = moment == "committed"
    with reading(database_url) as db:
        assert db.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert state(db, numbers) == (({"waiting"}, 1, CLAIMS, 2) if done else ({"pending"}, 0, 0, 1))
    with transaction(database_url) as db:
        who = first_clinician(db)
        again = file_batch(db, who, check_batch(read_batch(db, who, numbers), lambda text: []))
        assert len(again.claims) == (0 if done else CLAIMS)
    with reading(database_url) as db:
        assert state(db, numbers) == ({"waiting"}, 1, CLAIMS, 2)
        (file,) = db.exec(select(ClaimFile)).all()
        written = WrittenFile.read(file.content)
        named = [claim.claim.find("CLM").element(1) for claim in written.claims]
        assert sorted(named) == sorted(number.removesuffix("-S") for number in numbers)
    engine(database_url).dispose()
