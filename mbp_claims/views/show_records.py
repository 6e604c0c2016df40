"""The accounting of disclosures told in words."""

from datetime import date

from mbp_claims import routes
from mbp_claims.domain.client import Client
from mbp_claims.domain.days import show_day
from mbp_claims.domain.disclosure import EXEMPT, WORDS, Disclosed, Purpose
from mbp_claims.views.records import DisclosureForm, DisclosureRow, RecordsView
from mbp_claims.words import _, ngettext


def records_view(client: Client, since: date, lines: tuple[Disclosed, ...], sees_trail: bool) -> RecordsView:
    counted = sum(one.counts for one in lines)
    many = ngettext("{count:,} disclosure", "{count:,} disclosures", len(lines))
    counts = _(", {counted:,} must be told", counted=counted) if lines else ""
    return RecordsView(
        client.number, show_day(since), f"{many}{counts}", routes.file_accounting(client.id or 0),
        routes.audit_of(client.number) if sees_trail else "",
        [_row(place, one) for place, one in enumerate(lines, 1)],
    )  # fmt: skip


def _row(place: int, one: Disclosed) -> DisclosureRow:
    if one.is_wrong:
        standing = (_("Recorded by mistake"), "neutral", "undo-2")
    elif one.counts:
        standing = (_("Must be told"), "warning", "send")
    else:
        standing = (_("Not required, {exempt}", exempt=EXEMPT[one.purpose]), "neutral", "check")
    return DisclosureRow(
        str(place), show_day(one.day), one.recipient, one.address, one.what, one.why, WORDS[one.purpose], *standing,
        one.by, str(one.id) if one.id else "", one.is_wrong,
    )  # fmt: skip


def disclosure_form(client: Client, key: str, today: date) -> DisclosureForm:
    return DisclosureForm(key, False, client.name, show_day(today))


def export_form(client: Client, key: str) -> DisclosureForm:
    """As it mostly is: the client asks for it."""
    place = f"{client.city}, {client.state} {client.zip[:5]}".strip(" ,")
    address = ", ".join(filter(None, (client.address, place)))
    return DisclosureForm(key, True, client.name, "", client.name, address, purpose=Purpose.CLIENT.value)
