"""Reads 835 files from beginning to end and tells what is in them; the files and nothing else are opened."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from mbp_claims.cli.era_detail import Detail
from mbp_claims.cli.era_json import JsonReport
from mbp_claims.cli.era_text import TextReport
from mbp_claims.cli.progress import Progress
from mbp_claims.cli.saying import say
from mbp_claims.domain.remit import UnreadableClaim
from mbp_claims.domain.remit_claim import RemitClaim
from mbp_claims.domain.remit_payment import PaymentEnd
from mbp_claims.x12.era_reader import EraReader, Part
from mbp_claims.x12.error import X12Error
from mbp_claims.x12.intake import Intake
from mbp_claims.x12.tape import UNLIMITED

GOOD, TO_REVIEW, REFUSED = 0, 1, 2
STANDARD_INPUT = "-"


class Report(Protocol):
    """Each method answers what is to be said at once, line by line."""

    def begin(self, name: str) -> Iterable[str]: ...
    def part(self, part: Part) -> Iterable[str]: ...
    def refuse(self, error: X12Error) -> Iterable[str]: ...
    def end(self, status: int) -> Iterable[str]: ...
    def close(self, status: int) -> Iterable[str]: ...


def check(files: list[str], as_json: bool, detail: Detail) -> int:
    """The worst status of them all."""
    report: Report = JsonReport(detail) if as_json else TextReport(detail)
    worst = max(_check(name, report) for name in files)
    for line in report.close(worst):
        say(line)
    return worst


def _check(name: str, report: Report) -> int:
    """Status of one file, told."""
    title, status = "The standard input" if name == STANDARD_INPUT else Path(name).name, GOOD
    _say(report.begin(title))
    try:
        with _opened(name) as (file, size), Progress(size) as progress:
            reader = EraReader(file, Intake(title, largest=UNLIMITED, keep_unreadable=True))
            for part in reader:
                status = max(status, _status(part))
                for line in report.part(part):
                    progress.clear()
                    say(line)
                progress.show(reader.bytes_read, f"claims read: {reader.claims_read:,}")
    except X12Error as error:
        status = REFUSED
        _say(report.refuse(error))
    except OSError as error:
        status = REFUSED
        _say(report.refuse(X12Error(f"{title} cannot be opened: {error.strerror}.")))
    _say(report.end(status))
    return status


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)


def _status(part: Part) -> int:
    match part:
        case RemitClaim():
            return GOOD if part.is_balanced else TO_REVIEW
        case PaymentEnd():
            return TO_REVIEW if part.imbalance else GOOD
        case UnreadableClaim():
            return TO_REVIEW
    return GOOD


@contextmanager
def _opened(name: str) -> Iterator[tuple[BinaryIO, int | None]]:
    """The file and its size, as far as it has one."""
    if name == STANDARD_INPUT:
        yield sys.stdin.buffer, None
    else:
        with Path(name).open("rb") as file:
            yield file, Path(name).stat().st_size or None
