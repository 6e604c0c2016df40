"""`python -m bench.at_rest`: what encryption at rest costs: the same work on the same rows, without a key and with.

The database work of a row action (put away and taken back, each in its own transaction), opening a chart, and posting
an ERA. Both take turns within a round; the figures are ratios.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from sqlmodel import select

from bench.databases import SqliteFiles, timed
from bench.posting import RESULTS, _prepare
from mbp_claims.actions.open_chart import open_chart
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.db import opening
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.reseal import reseal_database
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician

KEY = "a sentence for the measurement alone"
WAYS = {"plain": "", "sealed": KEY}
ACTIONS = 100
TARGETS = {"row action": 1.5, "opening a chart": 1.5, "posting": 1.3}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=7)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mbp-bench-") as folder:
        found = measure(Path(folder), told.claims, told.rounds)
    print(table(found))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "at-rest.json").write_text(json.dumps(found, indent=1))


def measure(folder: Path, count: int, rounds: int) -> dict[str, dict[str, list[float]]]:
    """Seconds of the processor, of each round by work and way: of one posting, of a hundred row actions and charts."""
    clinician, era, _ = _prepare(SqliteFiles(folder), count)
    base = next(path for path in folder.glob("*.db"))
    bases = {way: folder / f"base-{way}" for way in WAYS}
    for way, file in bases.items():
        shutil.copy(base, file)
        if WAYS[way]:
            reseal_database(file, "", WAYS[way])
    works: dict[str, Callable[[str], None]] = {
        # First, for the secondary claims that it makes are what is put away.
        "posting": lambda url: _post(url, clinician, era),
        "row action": lambda url: _act(url, clinician),
        "opening a chart": lambda url: _open(url, clinician),
    }
    found: dict[str, dict[str, list[float]]] = {work: {way: [] for way in WAYS} for work in works}
    for number in range(rounds):
        for way in list(WAYS) if number % 2 else list(WAYS)[::-1]:
            url = _begin(bases[way], folder / f"{way}-{number}.db", WAYS[way])
            for work, do in works.items():
                with timed() as took:
                    do(url)
                found[work][way].append(took["own"])
            engine(url).dispose()
    return found


def _begin(base: Path, file: Path, key: str) -> str:
    """A fresh copy, and its engine, made with that key."""
    shutil.copy(base, file)
    url, before = f"sqlite:///{file}", opening.settings
    opening.settings = replace(before, database_key=key)
    engine(url)
    opening.settings = before
    return url


def _act(url: str, clinician: Clinician) -> None:
    with transaction(url) as db:
        number = db.exec(select(Claim.number).where(Claim.status == ClaimStatus.PENDING)).first()
    for _ in range(ACTIONS):
        for verb in (mark_not_billable, mark_billable):
            with transaction(url) as db:
                verb(db, clinician, number)


def _open(url: str, clinician: Clinician) -> None:
    with reading(url) as db:
        numbers = list(db.exec(select(Client.number).limit(ACTIONS)))
    for number in numbers:
        with reading(url) as db:
            open_chart(db, clinician, number)


def _post(url: str, clinician: Clinician, era: int) -> None:
    with transaction(url) as db:
        post_era(db, clinician, era)


def table(found: dict[str, Any]) -> str:
    """In Markdown: medians with their range; the ratio is taken within its round."""
    lines = ["| With a key, its time of the processor over that without | Median (range) | Target |", "|---|---|---|"]
    for work, ways in found.items():
        ratios = [sealed / plain for plain, sealed in zip(ways["plain"], ways["sealed"], strict=True)]
        spread = f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        lines.append(f"| {work[0].upper()}{work[1:]} | {spread} | at most {TARGETS[work]} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
