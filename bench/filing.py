"""Filing many secondary claims in one file: `python -m bench.filing [CLAIMS]`: claims per second, peak memory, by step.

Each step as the program does it: claims are read and written; the file is checked by our own checks and by pyx12 in a
process of its own; it is kept and its claims are filed in one transaction. Beside it how fast the text alone is made.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from alembic import command
from alembic.config import Config

from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
from mbp_claims.actions.load_scenario import ready_secondaries
from mbp_claims.actions.open_shell import who_is_the_clinician
from mbp_claims.clock import now
from mbp_claims.db.claims import claims_by_number
from mbp_claims.db.engine import reading, transaction
from mbp_claims.db.filings import filings_of
from mbp_claims.x12.check_837 import findings
from mbp_claims.x12.claim_837 import write_837p
from mbp_claims.x12.written_claim import WrittenFile

CLAIMS = 10_000
MEGABYTE = 1_000_000


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/bench.db"
        config = Config(Path(__file__).parents[1] / "alembic.ini")
        config.attributes["url"] = url
        command.upgrade(config, "head")
        with transaction(url) as db:
            numbers = ready_secondaries(db, count)
        print(f"{count:,} secondary claims, one line each; memory before: {_peak():.0f} MB")
        with reading(url) as db:
            who = who_is_the_clinician(db)
            found = claims_by_number(db, who, numbers)
            filings = _timed("load", count, lambda: filings_of(db, who, found, now()))
            text = _timed("write the text", count, lambda: write_837p(*filings))
            print(f"  {len(text) / MEGABYTE:.1f} MB of 837P")
            _timed("our own checks", count, lambda: findings(WrittenFile.read(text)))
        with reading(url) as db:
            batch = _timed("1 read and write", count, lambda: read_batch(db, who, numbers))
        checked = _timed("2 check, pyx12 apart", count, lambda: check_batch(batch))
        with transaction(url) as db:
            filed = _timed("3 keep and file", count, lambda: file_batch(db, who, checked))
        assert len(filed.claims) == count, dict(list(filed.left.items())[:3])


def _timed(what, count, does):  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    value = does()
    took = time.perf_counter() - began
    apart = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(f"  {what:22} {took:7.2f} s {count / took:10,.0f} claims/s   peak {_peak():.0f} MB, apart {apart:.0f} MB")
    return value


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS)
