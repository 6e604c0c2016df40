"""The activity trail, for the owner of the practice: page by page, or all of it as a spreadsheet."""

from collections.abc import Iterator, Mapping

from sqlmodel import Session

from mbp_claims.actions.open_file import OpenStream
from mbp_claims.clock import local, today
from mbp_claims.db.clinicians import people
from mbp_claims.db.engine import reading
from mbp_claims.db.trail_pages import trail_lines, trail_page
from mbp_claims.domain.activity import kind_words
from mbp_claims.domain.asked import in_words
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Seen
from mbp_claims.domain.roles import Task, require
from mbp_claims.domain.sheet import csv_line
from mbp_claims.domain.trail_query import TrailLine, TrailQuery

HEADINGS = (
    "Entry", "When", "Who", "From where", "Kind", "What", "From", "To", "Client", "Client number", "Digest",
    "As recorded",
)  # fmt: skip


def read_trail(db: Session, clinician: Clinician, query: TrailQuery) -> tuple[list[TrailLine], bool]:
    """Fifty entries, newest first, and whether there are more. NotAllowed for all but an owner."""
    require(clinician.role, Task.TRAIL)
    return trail_page(db, clinician, query)


def list_people(db: Session, clinician: Clinician) -> list[Clinician]:
    """Everybody of the practice, those who come in no more included: what they did stays."""
    require(clinician.role, Task.TRAIL)
    return people(db, clinician)


def open_trail_sheet(db: Session, clinician: Clinician, told: Mapping[str, object]) -> OpenStream:
    """All that the page shows, as CSV. NotAllowed for all but an owner."""
    require(clinician.role, Task.TRAIL)
    chunks = _sheet(clinician, TrailQuery.parse(told, today()))
    return OpenStream(f"activity-{today():%Y-%m-%d}.csv", "text/csv; charset=utf-8", chunks, Seen("Activity exported"))


def _sheet(clinician: Clinician, query: TrailQuery) -> Iterator[bytes]:
    """Line by line, in a session of its own: whoever asks may be slow to take it."""
    yield b"\xef\xbb\xbf" + csv_line(HEADINGS)
    with reading() as db:
        for line in trail_lines(db, clinician, query):
            one, client = line.entry, line.client
            yield csv_line((
                str(one.place), f"{local(one.at):%Y-%m-%d %H:%M:%S %Z}", one.who, one.address, kind_words(one.kind),
                in_words(one.what), one.before, one.after, client.name if client else "",
                client.number if client else "", one.digest, one.what,
            ))  # fmt: skip
