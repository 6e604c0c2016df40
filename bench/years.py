"""`python -m bench.years`: what a person looks at, in a practice of one year and in one of many years.

Each year is 10,000 answered claims of 500 clients, and as many secondary claims; those of the last year wait, the
others are completed. Both databases take turns within a round; milliseconds are of the processor.
"""

import argparse
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlmodel import select

from bench.databases import SqliteFiles, timed
from bench.posting import RESULTS, _prepare
from mbp_claims.actions.list_claims import count_claims, list_claims
from mbp_claims.actions.list_clients import list_clients
from mbp_claims.actions.open_chart import open_chart
from mbp_claims.actions.open_money import open_money
from mbp_claims.actions.open_overview import open_overview
from mbp_claims.actions.open_today import open_today
from mbp_claims.actions.post_era import post_era
from mbp_claims.actions.put_away_claim import mark_billable, mark_not_billable
from mbp_claims.clock import today
from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.claim import Claim, ClaimStatus
from mbp_claims.domain.claim_facts import ClaimQuery
from mbp_claims.domain.client import Client
from mbp_claims.domain.money_over_time import MoneyQuery
from mbp_claims.domain.practice import Clinician

YEAR = 10_000_000
"""Added to every id of a year before."""
COPIED = (
    "client", "plan", "claim", "service_line", "adjudication", "line_answer", "adjustment", "ledger_entry", "activity"
)  # fmt: skip
OLDER = {
    "number": "{} || '-{year}'", "control": "{} || '-{year}'", "digest": "{} || '-{year}'", "id": "{} + {ids}",
    "place": "{} + {ids}", "status": "'completed'", "service_from": "date({}, '-{year} years')",
    "service_to": "date({}, '-{year} years')", "service_date": "date({}, '-{year} years')",
    "completed_at": "datetime(coalesce({}, created_at), '-{year} years')",
}  # fmt: skip
Look = Callable[[Any, Clinician], Any]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=10_000, help="answered in a year")
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mbp-bench-") as folder:
        found = measure(Path(folder), told.claims, told.years, told.rounds)
    print(table(found, told.claims * 2, told.years))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "years.json").write_text(json.dumps(found, indent=1))


def measure(folder: Path, claims: int, years: int, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """By what is looked at, seconds of each round: with one year, and with all of them."""
    place = SqliteFiles(folder)
    clinician, era, _ = _prepare(place, claims)
    with transaction(place.base) as db:
        post_era(db, clinician, era)
        number = db.exec(select(Client.number)).first() or ""
        claim = db.exec(select(Claim.number).where(Claim.status == ClaimStatus.PENDING)).first() or ""
    place.settled()
    urls = place.copy("one"), place.copy("many")
    _grow(folder / "many.db", years)
    found: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        for what, look in _looks(number, claim).items():
            one, many = (_took(url, clinician, look) for url in urls)
            found.setdefault(what, []).append((one, many))
    for url in urls:
        engine(url).dispose()
    return found


def _looks(number: str, claim: str) -> dict[str, Look]:
    year = MoneyQuery((today() - timedelta(days=334)).replace(day=1), today().replace(day=1))
    return {
        "a chart": lambda db, who: open_chart(db, who, number),
        "its Overview": lambda db, who: open_overview(db, who, number),
        "a row action": lambda db, who: [verb(db, who, claim) for verb in (mark_not_billable, mark_billable)],
        "the counts after it": lambda db, who: count_claims(db, who),
        "Today": open_today,
        "Claims, Pending": lambda db, who: list_claims(db, who, ClaimQuery("pending")),
        "Claims, Completed": lambda db, who: list_claims(db, who, ClaimQuery("completed")),
        "Clients": lambda db, who: list_clients(db, who, "", False),
        "Money, twelve months": lambda db, who: open_money(db, who, year),
    }


def _took(url: str, clinician: Clinician, look: Look) -> float:
    with transaction(url) as db, timed() as took:
        look(db, clinician)
    return took["own"]


def _grow(file: Path, years: int) -> None:
    """The rows again for each year before, with their own clients."""
    raw = sqlite3.connect(file, isolation_level=None)
    for pragma in ("foreign_keys=OFF", "synchronous=OFF"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("BEGIN")
    for year in range(1, years):
        for table in COPIED:
            names, values = zip(*_columns(raw, table, year), strict=True)
            taken = f"SELECT {', '.join(values)} FROM {table} WHERE id < {YEAR}"
            raw.execute(f"INSERT INTO {table} ({', '.join(names)}) {taken}")
    raw.execute("COMMIT")
    raw.close()


def _columns(raw: sqlite3.Connection, table: str, year: int) -> Iterator[tuple[str, str]]:
    """The name of each, and what it holds in that year."""
    pointing = {row[3] for row in raw.execute(f"PRAGMA foreign_key_list({table})") if row[2] in COPIED}
    for row in raw.execute(f"PRAGMA table_info({table})").fetchall():
        name = row[1]
        older = OLDER["id"] if name in pointing else OLDER.get(name, "{}")
        yield name, older.format(name, year=year, ids=year * YEAR)


def table(found: dict[str, list[tuple[float, float]]], claims: int, years: int) -> str:
    """In Markdown: medians with their range; the ratio is taken within its round."""
    sizes = f"{claims:,} claims, one year | {claims * years:,} claims, {years} years"
    lines = [f"| Milliseconds of the processor | {sizes} | ratio |", "|---|---|---|---|"]
    for what, rounds in found.items():
        one, many = (f"{median(side) * 1000:.1f}" for side in zip(*rounds, strict=True))
        ratios = [long / short for short, long in rounds]
        lines.append(f"| {what} | {one} | {many} | {median(ratios):.1f} ({min(ratios):.1f}–{max(ratios):.1f}) |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
