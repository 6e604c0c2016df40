"""Filing many secondary claims in one file: `python -m bench.filing [CLAIMS]`: claims per second, peak memory, by step.

Each step as the program does it: claims are read and written; the file is checked by our own checks and by pyx12 in a
process of its own; it is kept and its claims are filed in one transaction.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config

from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.load_scenario import ready_secondaries
from mbp_claims.db.claims import ready_numbers
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import reading, transaction
from mbp_claims.x12.check_837 import findings
from mbp_claims.x12.claim_837 import claims_file
from mbp_claims.x12.written_claim import WrittenFile

CLAIMS = 10_000
MEGABYTE = 1_000_000
T = TypeVar("T")


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/bench.db"
        subprocess.run([sys.executable, "-m", "bench.filing", "--make", url, str(count)], check=True)
        with reading(url) as db:
            who = first_clinician(db)
            numbers = ready_numbers(db, who)
        print(f"{len(numbers):,} secondary claims, one line each; memory before: {_peak():.0f} MB")
        print(f"  {'':24} {'s':>7} {'claims/s':>9} {'CPU s':>7} {'claims/CPU s':>12} {'peak MB':>8} {'apart MB':>8}")
        with reading(url) as db:
            batch = _timed("read and write", count, lambda: read_batch(db, who, numbers))
        text = claims_file(batch.practice, 1, batch.at, list(batch.written.values()))
        _timed("(our own checks alone)", count, lambda: findings(WrittenFile.read(text)))
        checked = _timed("check, in its process", count, lambda: check_batch(batch))
        with transaction(url) as db:
            filed = _timed("keep and file", count, lambda: file_batch(db, who, checked))
        print(f"  {len(text) / MEGABYTE:.1f} MB of 837P; {len(filed.claims):,} filed, {len(filed.left):,} not")


def make(url: str, count: int) -> None:
    """The practice with its claims, in a process whose memory is not measured."""
    config = Config(Path(__file__).parents[1] / "alembic.ini")
    config.attributes["url"] = url
    command.upgrade(config, "head")
    with transaction(url) as db:
        ready_secondaries(db, count)


def _timed(what: str, count: int, does: Callable[[], T]) -> T:
    """Wall and CPU seconds, ours and the checking process's: on a busy machine the second tells more."""
    began, used = time.perf_counter(), _cpu()
    value = does()
    took, used = time.perf_counter() - began, _cpu() - used
    apart = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000 if "process" in what else 0
    print(f"  {what:24} {took:7.1f} {count / took:9,.0f} {used:7.1f} {count / used:12,.0f} {_peak():8.0f} {apart:8.0f}")
    return value


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(sys.argv[2], int(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS)
