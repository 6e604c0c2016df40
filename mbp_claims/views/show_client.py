"""Clients and the frame, told in words."""

from collections.abc import Iterable
from datetime import date

from mbp_claims.domain.client import Client
from mbp_claims.domain.client_line import ClientLine
from mbp_claims.domain.contact import shown_phone, shown_zip
from mbp_claims.domain.days import age_on, show_day
from mbp_claims.domain.ledger import ClientBalance
from mbp_claims.domain.money import format_cents
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.roles import Task, why_not
from mbp_claims.domain.shell import Shell
from mbp_claims.views.client import ClientHeader, ClientRow
from mbp_claims.views.client_form import ClientFormView
from mbp_claims.views.contact import ContactView
from mbp_claims.views.form import Option
from mbp_claims.views.shell import ShellView
from mbp_claims.words import _, ngettext

SEXES = {"F": _("Female"), "M": _("Male"), "U": _("Unknown")}


def initials(client: Client) -> str:
    return f"{client.first_name[:1]}{client.last_name[:1]}".upper()


def client_row(line: ClientLine) -> ClientRow:
    client = line.client
    words, tone, icon = _pending(line)
    return ClientRow(
        client.number, client.name, initials(client), show_day(client.born), "".join(line.letters),
        "" if line.letters else (_("No active plan") if line.has_plans else _("No plan yet")), words, tone, icon,
        format_cents(line.to_bill_cents) if line.pending + line.rejected else "", show_day(line.last_service),
    )  # fmt: skip


def _pending(line: ClientLine) -> tuple[str, str, str]:
    if line.rejected:
        return _("{rejected} rejected", rejected=line.rejected), "danger", "circle-x"
    if line.pending:
        return ngettext("{count} claim", "{count} claims", line.pending), "ready", "file-check"
    return "", "ready", "file-check"


def client_header(client: Client, balance: ClientBalance | None, today: date) -> ClientHeader:
    """Without a balance where it could not be read."""
    born = f"{show_day(client.born)} ({age_on(client.born, today)})"
    owed = format_cents(balance.owed) if balance else ""
    held = format_cents(balance.held) if balance and balance.held else ""
    return ClientHeader(client.number, client.name, initials(client), born, client.pronouns, owed, held)


def client_form(client: Client | None, key: str, choices: Iterable[Clinician] = (), chosen: int = 0) -> ClientFormView:
    """The form over a client, or an empty one; `chosen` is the id of the clinician among those to choose from."""
    whose = {"clinician": str(chosen), "clinicians": [Option(str(one.id), one.signature) for one in choices]}
    if client is None:
        return ClientFormView(key=key, **whose)  # type: ignore[arg-type]
    return ClientFormView(
        key, client.number, client.first_name, client.middle_name, client.last_name, show_day(client.born), client.sex,
        client.pronouns, client.address, client.city, client.state, shown_zip(client.zip), shown_phone(client.phone),
        client.email, **whose,  # type: ignore[arg-type]
    )  # fmt: skip


def contact_view(client: Client) -> ContactView:
    place = f"{client.city}, {client.state} {shown_zip(client.zip)}".strip(" ,")
    full_name = " ".join(filter(None, (client.first_name, client.middle_name, client.last_name)))
    return ContactView(
        full_name, show_day(client.born), SEXES.get(client.sex, ""), client.pronouns, client.address, place,
        shown_phone(client.phone), client.email,
    )  # fmt: skip


def shell_view(shell: Shell, test_mode: bool, today: date) -> ShellView:
    who = shell.clinician
    return ShellView(
        who.signature, f"{who.first_name[:1]}{who.last_name[:1]}".upper(),
        _("Solo practice") if shell.colleagues == 1 else shell.practice.name,
        shown_count(shell.pending), shown_count(shell.to_review), shown_count(shell.to_send), test_mode,
        not why_not(who.role, Task.PAYMENTS), not why_not(who.role, Task.PEOPLE),
        _("Printed {day} by {signature}", day=show_day(today), signature=who.signature),
    )  # fmt: skip


def shown_count(count: int) -> str:
    """In the navigation nothing stands for none."""
    return str(count) if count else ""
