"""`python -m bench.posting`: an ERA of 10,000 matched claims is posted, beside a bare executemany of the same rows.

The statements that posting sends are written down, with their rows; each round replays them on another copy of the
same database with the driver alone, in one transaction. Posting and replay take turns within a round.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import event

from bench.databases import Place, PostgresServer, SqliteFiles, Took, Written, timed
from mbp_claims.actions.import_era import keep_era
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.read_era import read_era
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.practice import Clinician
from tests.many_claims import answers_to, busy_practice

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--url", help="a PostgreSQL server, as postgresql+psycopg://me@localhost/postgres")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mbp-bench-") as folder:
        place = PostgresServer(told.url) if told.url else SqliteFiles(Path(folder))
        found = measure(place, told.claims, told.rounds)
    print(table(found))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"posting-{place.name.lower()}.json").write_text(json.dumps(found, indent=1))


def measure(place: Place, count: int, rounds: int) -> dict[str, Any]:
    """Seconds of each round, and of reading and keeping the file once."""
    clinician, era, before = _prepare(place, count)
    posting, bare, rows = [], [], 0
    for _ in range(rounds):
        with written_down(place.copy("posting")) as (url, written):
            posting.append(_post(url, clinician, era))
        engine(url).dispose()
        rows = sum(len(parameters) for _, parameters in written)
        bare.append(place.replay("bare", written))
    return {"database": place.name, "claims": count, "rows": rows, "posting": posting, "bare": bare} | before


def _prepare(place: Place, count: int) -> tuple[Clinician, int, dict[str, float]]:
    from alembic import command
    from alembic.config import Config

    url = place.base
    config = Config("alembic.ini")
    config.attributes["url"] = url
    command.upgrade(config, "head")
    with transaction(url) as db:
        clinician = busy_practice(db, count)
        content = answers_to(db, clinician)
    start = time.perf_counter()
    read = read_era("aetna.835", content)
    middle = time.perf_counter()
    with transaction(url) as db:
        era = keep_era(db, clinician, read).remittance_id
    before = {"reading": middle - start, "keeping": time.perf_counter() - middle, "megabytes": len(content) / 1e6}
    place.settled()
    return clinician, era, before


@contextmanager
def written_down(url: str) -> Iterator[tuple[str, Written]]:
    """Every statement that changes something, with its rows as the driver gets them."""
    written: Written = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.split(None, 1)[0] in ("INSERT", "UPDATE", "DELETE"):
            written.append((statement, list(parameters) if many else [parameters]))

    event.listen(engine(url), "before_cursor_execute", note)
    try:
        yield url, written
    finally:
        event.remove(engine(url), "before_cursor_execute", note)


def _post(url: str, clinician: Clinician, era: int) -> Took:
    with timed() as took, transaction(url) as db:
        posted = post_era(db, clinician, era)
    assert posted.left == 0
    return took


def table(found: dict[str, Any]) -> str:
    """In Markdown: medians with their range; the ratio is taken within its round."""
    rounds = list(zip(found["posting"], found["bare"], strict=True))
    ratios, own = ([ours[how] / bare[how] for ours, bare in rounds] for how in ("clock", "own"))
    posting, bare = ([one["clock"] for one in found[what]] for what in ("posting", "bare"))
    speeds = [found["claims"] / one for one in posting]
    rows = (
        ("Posting, claims per second", _spread(speeds, "{:,.0f}"), ""),
        ("Posting, seconds", _spread(posting, "{:.2f}"), ""),
        (f"Bare executemany of the same {found['rows']:,} rows, seconds", _spread(bare, "{:.2f}"), ""),
        ("Posting over bare executemany, by the clock", _spread(ratios, "{:.2f}"), "at most 3"),
        ("The same, of the process's own time", _spread(own, "{:.2f}"), "at most 3"),
        (f"Reading the file ({found['megabytes']:.1f} MB), seconds", f"{found['reading']:.2f}", ""),
        ("Keeping and matching it, seconds", f"{found['keeping']:.2f}", ""),
    )
    head = f"| {found['database']}: {found['claims']:,} claims, all matched | Median (range) | Target |"
    lines = [head, "|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _spread(values: list[float], shape: str) -> str:
    low, high = shape.format(min(values)), shape.format(max(values))
    return f"{shape.format(median(values))} ({low} to {high})"


if __name__ == "__main__":
    main()
