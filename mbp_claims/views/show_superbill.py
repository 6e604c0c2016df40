"""Superbills told in words."""

from collections.abc import Collection, Iterable
from typing import Any

from mbp_claims import routes
from mbp_claims.clock import local
from mbp_claims.domain.claim import PUT_AWAY
from mbp_claims.domain.codes import procedure_words
from mbp_claims.domain.days import show_day
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.roles import Task, why_not
from mbp_claims.domain.superbill import Superbill
from mbp_claims.domain.superbill_rules import Mend, Missing
from mbp_claims.domain.superbill_sheet import Sheet, period, sheet
from mbp_claims.views.superbill import MadeRow, MendRow, SessionRow, SuperbillsView
from mbp_claims.words import _, ngettext

TASKS = {Mend.SETTINGS: Task.SETTINGS, Mend.PEOPLE: Task.PEOPLE}


def superbills_view(opened: Any, role: str, key: str, chosen: Collection[int] | None = None) -> SuperbillsView:
    """Of Superbills. At first everything is chosen that is on none yet; `chosen` are the ids that a person chose."""
    stands_on: dict[int, list[str]] = {}
    for one in opened.made:
        for line in one.bill.lines:
            stands_on.setdefault(line.service_id, []).append(one.name)
    number = opened.client.number
    sessions = [_session(one, stands_on.get(one.line.service_id, []), chosen) for one in opened.services]
    return SuperbillsView(
        number, key, show_day(opened.days.first), show_day(opened.days.last),
        sessions, all(one.ticked for one in sessions), [_made(one) for one in opened.made],
        mend_rows(opened.missing, number, role),
    )  # fmt: skip


def mend_rows(missing: Iterable[Missing], number: str, role: str) -> list[MendRow]:
    """For the client of that number, and a person of that role."""
    return [_mend(one, number, role) for one in missing]


def made_sheet(made: Superbill) -> Sheet:
    """As it was made."""
    return sheet(made.bill, made.name, local(made.made_at), made.made_by)


def _session(service: Any, on: list[str], chosen: Collection[int] | None) -> SessionRow:
    line = service.line
    notes = [_("On {superbills}", superbills=", ".join(on))] if on else []
    if service.claim.status in PUT_AWAY:
        notes.append(_("Not billable to the plan"))
    return SessionRow(
        str(line.service_id), show_day(line.day), " ".join((line.procedure, *line.modifiers)),
        procedure_words(line.procedure), line.claim, routes.claim(line.claim), format_cents(line.fee_cents),
        format_cents(line.paid_cents), ". ".join(notes), not notes if chosen is None else line.service_id in chosen,
    )  # fmt: skip


def _made(one: Superbill) -> MadeRow:
    return MadeRow(
        str(one.id), one.name, period(one.first_day, one.last_day),
        ngettext("{count} session", "{count} sessions", one.services), format_cents(one.charge_cents),
        format_cents(one.paid_cents), show_day(local(one.made_at).date()), one.made_by,
        routes.file_superbill(one.id or 0),
    )  # fmt: skip


def _mend(one: Missing, number: str, role: str) -> MendRow:
    if one.where in TASKS and (why := why_not(role, TASKS[one.where])):
        return MendRow(one.sentence, "", why)
    where = {
        Mend.SETTINGS: routes.SETTINGS, Mend.PEOPLE: routes.PEOPLE, Mend.CONTACT: routes.contact(number),
        Mend.CLAIM: routes.claim(one.claim),
    }  # fmt: skip
    return MendRow(one.sentence, where[one.where])
