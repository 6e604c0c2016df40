"""What left the practice about a client: recorded, marked as wrong, and told in an accounting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from mbp_claims.actions.open_file import OpenStream
from mbp_claims.clock import now, today
from mbp_claims.db import clients, disclosures
from mbp_claims.db.clinicians import one_at_a_time, practice_of
from mbp_claims.db.trail import record
from mbp_claims.domain.activity import Kind
from mbp_claims.domain.client import Client
from mbp_claims.domain.days import show_day
from mbp_claims.domain.disclosure import EXEMPT, WORDS, YEARS, Disclosed, Disclosure, DisclosureDraft
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Seen
from mbp_claims.domain.sheet import csv_line
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.words import _

HEADINGS = (
    "Date", "Received by", "Address", "What was disclosed", "What for", "Purpose", "In the accounting", "Recorded by"
)  # fmt: skip


@dataclass(frozen=True)
class Accounting:
    """Of one client, newest first, back to `since`."""

    client: Client
    practice: str
    since: date
    lines: tuple[Disclosed, ...]


def record_disclosure(db: Session, clinician: Clinician, number: str, form: object) -> Disclosure:
    """RuleViolation with a sentence for each field."""
    one_at_a_time(db, clinician)
    client = clients.client(db, clinician, number)
    return keep_disclosure(db, clinician, client, DisclosureDraft.parse(form, today()))


def keep_disclosure(db: Session, clinician: Clinician, client: Client, draft: DisclosureDraft) -> Disclosure:
    kept = Disclosure(
        practice_id=clinician.practice_id, client_id=client.id or 0, day=draft.day, recipient=draft.recipient,
        address=draft.address, what=draft.what, why=draft.why, purpose=draft.purpose, recorded_at=now(),
        recorded_by=clinician.signature,
    )  # fmt: skip
    db.add(kept)
    told = f"Disclosed to {draft.recipient}: {draft.what}"
    record(db, clinician, told, kind=Kind.DISCLOSURE, client_id=client.id)
    db.flush()
    return kept


def mark_wrong(db: Session, clinician: Clinician, disclosure_id: int) -> Disclosure:
    """It stays, and does not count. RuleViolation when it is marked already."""
    one_at_a_time(db, clinician)
    kept = disclosures.disclosure(db, clinician, disclosure_id)
    if kept.wrong_at:
        raise RuleViolation(_("This is marked as recorded by mistake already."))
    kept.wrong_at = now()
    told = f"Recorded by mistake: disclosed to {kept.recipient} on {show_day(kept.day)}"
    record(db, clinician, told, kind=Kind.DISCLOSURE, client_id=kept.client_id)
    return kept


def mark_right(db: Session, clinician: Clinician, disclosure_id: int) -> Disclosure:
    """The way back."""
    one_at_a_time(db, clinician)
    kept = disclosures.disclosure(db, clinician, disclosure_id)
    if kept.wrong_at:
        kept.wrong_at = None
        told = f"Counts again: disclosed to {kept.recipient} on {show_day(kept.day)}"
        record(db, clinician, told, kind=Kind.DISCLOSURE, client_id=kept.client_id)
    return kept


def open_accounting(db: Session, clinician: Clinician, number: str) -> Accounting:
    """NotFound when there is no such client."""
    client, day = clients.client(db, clinician, number), today()
    # The last day of February of a year that has none.
    since = day.replace(year=day.year - YEARS, day=min(day.day, 28) if day.month == 2 else day.day)
    found = [
        *disclosures.recorded(db, client), *disclosures.sent_files(db, client), *disclosures.sent_forms(db, client),
    ]  # fmt: skip
    lines = sorted((one for one in found if one.day >= since), key=lambda one: (one.day, one.id), reverse=True)
    return Accounting(client, practice_of(db, clinician).name, since, tuple(lines))


def open_accounting_sheet(db: Session, clinician: Clinician, client_id: int) -> OpenStream:
    """The same as CSV."""
    client = clients.client_by_id(db, clinician, client_id)
    found = open_accounting(db, clinician, client.number)
    return OpenStream(
        f"{client.number}-disclosures-{today():%Y-%m-%d}.csv", "text/csv; charset=utf-8", _lines(found),
        Seen("Accounting of disclosures downloaded", client.id),
    )  # fmt: skip


def _lines(accounting: Accounting) -> Iterator[bytes]:
    yield b"\xef\xbb\xbf" + csv_line(HEADINGS)
    for one in accounting.lines:
        why_not = "recorded by mistake" if one.is_wrong else EXEMPT.get(one.purpose, "")
        yield csv_line((
            show_day(one.day), one.recipient, one.address, one.what, one.why, WORDS[one.purpose],
            "Yes" if one.counts else f"No, {why_not}", one.by,
        ))  # fmt: skip
