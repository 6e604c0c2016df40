"""Superbills: what can be billed, how one would look, and one that is made, kept and printed again as it was."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session

from mbp_claims.actions.open_file import OpenFile
from mbp_claims.actions.superbill_lines import Service, bill_of, services_of
from mbp_claims.clock import local, now, today
from mbp_claims.db import claims, clients, superbills
from mbp_claims.db.clinicians import one_at_a_time, practice_of
from mbp_claims.db.trail import record
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.reading import Seen
from mbp_claims.domain.superbill import Bill, Superbill
from mbp_claims.domain.superbill_rules import Days, Missing, missing_from_parties, missing_from_services
from mbp_claims.domain.superbill_sheet import sheet
from mbp_claims.domain.violation import RuleViolation
from mbp_claims.paper.printing import print_superbill
from mbp_claims.words import _

CHOOSE = _("Choose at least one session")
CHANGED = _("Something changed since the preview. Look at it again before you give it away.")


@dataclass(frozen=True)
class Superbills:
    """The services of the days that were asked for, what is missing whichever are chosen, and what was made before."""

    client: Client
    days: Days
    services: tuple[Service, ...]
    missing: tuple[Missing, ...]
    made: tuple[Superbill, ...]


@dataclass(frozen=True)
class Preview:
    """How it would look; where something is missing, that alone."""

    missing: tuple[Missing, ...]
    bill: Bill | None = None


def open_superbills(db: Session, clinician: Clinician, number: str, form: object = None) -> Superbills:
    """Without a form the month of the last session. NotFound when there is no such client; RuleViolation by field."""
    client = clients.client(db, clinician, number)
    if form is None:
        latest = claims.latest_claim(db, client)
        days = Days.usual(latest.service_from if latest else None, today())
    else:
        days = Days.parse(form, today())
    return Superbills(
        client, days, services_of(db, clinician, client, days),
        tuple(missing_from_parties(practice_of(db, clinician), client)), tuple(superbills.of_client(db, client)),
    )  # fmt: skip


def preview_superbill(
    db: Session, clinician: Clinician, number: str, form: object, chosen: Collection[int]
) -> Preview:
    """Of the services with these ids. RuleViolation by field."""
    opened = open_superbills(db, clinician, number, form)
    picked = tuple(one for one in opened.services if one.line.service_id in chosen)
    if not picked:
        raise RuleViolation.of({"sessions": CHOOSE})
    days = [one.line.day for one in picked]
    stands_on = {one.claim.number: (one.claim, one.provider) for one in picked}
    missing = (*opened.missing, *missing_from_services(opened.client, days, stands_on.values()))
    if missing:
        return Preview(missing)
    return Preview((), bill_of(practice_of(db, clinician), opened.client, opened.days, picked))


def make_superbill(
    db: Session, clinician: Clinician, number: str, form: object, chosen: Collection[int], previewed: str
) -> Superbill:
    """Keeps what was looked at, known by its digest, under the practice's next number. RuleViolation when it would look
    otherwise now."""
    one_at_a_time(db, clinician)
    bill = preview_superbill(db, clinician, number, form, chosen).bill
    if bill is None or bill.digest != previewed:
        raise RuleViolation(CHANGED)
    client, totals = clients.client(db, clinician, number), bill.totals
    made = Superbill(
        practice_id=clinician.practice_id, client_id=client.id or 0, number=superbills.next_number(db, clinician),
        first_day=bill.first, last_day=bill.last, services=len(bill.lines), charge_cents=totals.fee,
        paid_cents=totals.paid, said=bill.text, made_at=now(), made_by=clinician.signature,
    )  # fmt: skip
    db.add(made)
    db.flush()
    record(db, clinician, f"Superbill {made.name} made", client_id=client.id)
    return made


def open_superbill(db: Session, clinician: Clinician, superbill_id: int) -> Superbill:
    """One that was made. NotFound when it is not hers."""
    return superbills.superbill(db, clinician, superbill_id)


def open_superbill_pdf(db: Session, clinician: Clinician, superbill_id: int) -> OpenFile:
    """The same as a PDF; its own title names no person."""
    made = superbills.superbill(db, clinician, superbill_id)
    seen = Seen(f"Superbill {made.name} downloaded", made.client_id)
    return OpenFile(f"{made.name}.pdf", "application/pdf", superbill_pdf(made), seen=seen)


def superbill_pdf(made: Superbill) -> bytes:
    return print_superbill(sheet(made.bill, made.name, local(made.made_at), made.made_by))
