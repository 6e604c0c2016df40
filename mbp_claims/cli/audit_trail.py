"""Checks every trail of the database, against heads that were kept elsewhere too, and says what is broken."""

import re
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import mbp_claims.domain.tables  # noqa: F401
from mbp_claims.actions.verify_trail import Checked, trail_heads, verify_trails
from mbp_claims.cli.progress import Progress
from mbp_claims.cli.saying import json_text, refuse, say
from mbp_claims.clock import now
from mbp_claims.db.engine import reading

WHOLE, BROKEN, NOT_CHECKED = 0, 1, 2
HEAD = re.compile(r"(\d{1,9}):(\d{1,9}):([0-9a-f]{64})(?:\s+#.*)?")
STANDARD_INPUT = "-"


def verify(heads: list[str], file: str | None, as_json: bool) -> int:
    """The exit status, as `audit verify --help` tells it."""
    try:
        kept = read_heads([*heads, *(_lines(file) if file else [])])
    except OSError as wrong:
        return refuse(f"{file} cannot be opened: {wrong.strerror}.", NOT_CHECKED)
    except ValueError as wrong:
        return refuse(f"{wrong}", NOT_CHECKED)
    with Progress() as progress, reading() as db:
        found = list(verify_trails(db, kept, lambda _, done, of: progress.show(done, f"Checked {done:,} of {of:,}")))
    if as_json:
        say(json_text([_document(one) for one in found]))
    else:
        for one in found:
            _say(one)
    return BROKEN if any(one.broken for one in found) else WHOLE


def print_heads(as_json: bool) -> int:
    """One line for each practice."""
    with reading() as db:
        found = trail_heads(db)
    if as_json:
        say(json_text([{"practice": one, "name": name} | asdict(head) for one, name, head in found]))
        return WHOLE
    for one, name, head in found:
        if head.place:
            say(f"{one}:{head.place}:{head.digest}  # {name}, {now():%Y-%m-%d %H:%M}")
    return WHOLE


def read_heads(lines: Iterable[str]) -> dict[int, dict[int, str]]:
    """ValueError with the line that is none."""
    kept: dict[int, dict[int, str]] = {}
    for line in filter(None, map(str.strip, lines)):
        told = HEAD.fullmatch(line)
        if told is None:
            raise ValueError(f"This is not a line that audit head prints: {line[:100]}")
        practice, place, digest = told.groups()
        if kept.setdefault(int(practice), {}).setdefault(int(place), digest) != digest:
            raise ValueError(f"Two lines say different things of entry {place} of practice {practice}.")
    return kept


def _lines(file: str) -> list[str]:
    return (sys.stdin.read() if file == STANDARD_INPUT else Path(file).read_text()).splitlines()


def _say(checked: Checked) -> None:
    if not checked.broken:
        say(f"{checked.practice}: the trail is whole, {checked.entries:,} entries.")
        return
    for one in checked.broken:
        say(f"{checked.practice}: entry {one.place} {one.why}.")
    refuse(f"{checked.practice}: the trail is broken, in {len(checked.broken):,} places. Keep a copy of the database.")


def _document(checked: Checked) -> dict[str, object]:
    return {
        "practice": checked.practice_id, "name": checked.practice, "entries": checked.entries,
        "whole": not checked.broken, "head": asdict(checked.head), "broken": [asdict(one) for one in checked.broken],
    }  # fmt: skip
