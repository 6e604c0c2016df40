"""The clearinghouse told in words."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from mbp_claims import routes
from mbp_claims.clock import local
from mbp_claims.domain.ack_file import AckFile, ClaimAcknowledgement, Leftover
from mbp_claims.domain.acknowledgement import Word
from mbp_claims.domain.claim_file import ClaimFile
from mbp_claims.domain.clearinghouse import Clearinghouse
from mbp_claims.domain.connection import AfterFetch, Connection, KeptIn, SignIn
from mbp_claims.domain.delivery import Delivery
from mbp_claims.views.clearinghouse import AckRow, ClearinghouseView, ConnectionForm, LeftRow, SaidRow, WaitingRow
from mbp_claims.words import _, ngettext

WORDS = {
    Word.ACCEPTED: (_("Accepted"), "info", "inbox"),
    Word.RECEIVED: (_("Received"), "neutral", "check"),
    Word.REJECTED: (_("Rejected"), "danger", "circle-x"),
}
AFTER = {AfterFetch.ARCHIVE: _("Moved to the archive"), AfterFetch.DELETE: _("Deleted once a copy is kept here")}


def clearinghouse_view(shown: Clearinghouse, every: int) -> ClearinghouseView:
    """`every` are the minutes after which it is synced by itself; 0 for never."""
    connection, waiting = shown.connection, len(shown.waiting)
    return ClearinghouseView(
        way="SFTP" if connection.is_sftp else _("Folder"), facts=_facts(connection, shown.folder),
        synced=_("Last sync {moment}",
            moment=_moment(connection.synced_at)) if connection.synced_at else _("Not synced yet"),
        brought=connection.synced, automatic=_automatic(connection, every), problem=connection.problem,
        waiting_words=_("{files} to be sent", files=_files(waiting)) if waiting else "",
        waiting=[_waiting(delivery, file) for delivery, file in shown.waiting],
        left=[_left(one) for one in shown.leftovers],
        acknowledgements=[_ack(file, said, shown.numbers) for file, said in shown.acknowledgements],
        can_edit=not shown.fixed,
    )  # fmt: skip


def _automatic(connection: Connection, every: int) -> str:
    if not every:
        return _("It is not synced by itself: use Sync now, or the command for cron.")
    usual = ngettext("Synced by itself every minute.", "Synced by itself every {count} minutes.", every)
    if not connection.failures or connection.synced_at is None:
        return usual
    again = connection.next_sync(timedelta(minutes=every), connection.synced_at)
    times = ngettext("once", "{count} times", connection.failures)
    return _("{usual} It failed {times}; next try {moment}.", usual=usual, times=times, moment=_moment(again))


def connection_form(connection: Connection, key: str) -> ConnectionForm:
    told = {name: str(getattr(connection, name)) for name in FIELDS}
    return ConnectionForm(key=key, **told)


def typed_form(
    form: Mapping[str, object], key: str, errors: dict[str, str], shown_key: str = "", failure: str = ""
) -> ConnectionForm:
    """What was typed, as it was typed."""
    told = {name: str(form.get(name, getattr(ConnectionForm, name))) for name in FIELDS}
    return ConnectionForm(key=key, **told, errors=errors, shown_key=shown_key, failure=failure)


FIELDS = (
    "way", "host", "port", "username", "sign_in", "kept_in", "secret_name", "host_key", "outbox", "inbox", "archive",
    "after_fetch",
)  # fmt: skip


def _facts(connection: Connection, folder: str) -> list[tuple[str, str]]:
    after = AFTER[AfterFetch(connection.after_fetch)]
    if not connection.is_sftp:
        return [
            (_("Outbox"), f"{folder}/outbox"), (_("Inbox"), f"{folder}/inbox"), (_("Files taken in"), f"{after}"),
        ]  # fmt: skip
    kind = _("Key") if connection.sign_in == SignIn.KEY else _("Password")
    where = _("environment variable") if connection.kept_in == KeptIn.ENVIRONMENT else _("secret file")
    return [
        (_("Server"), connection.place), (_("User"), connection.username), (kind, f"{where} {connection.secret_name}"),
        (_("Host key"), _short_key(connection.host_key)), (_("Outbox"), connection.outbox),
        (_("Inbox"), connection.inbox),
        (_("Files taken in"),
            after if connection.after_fetch == AfterFetch.DELETE else _("moved to {archive}",
                archive=connection.archive)),
    ]  # fmt: skip


def _short_key(key: str) -> str:
    """`ssh-ed25519 …q4Zk7w, pinned`."""
    words = key.split()
    return _("{kind} …{end}, pinned", kind=words[0], end=words[1][-8:]) if words[1:] else _("{key}, pinned", key=key)


def _waiting(delivery: Delivery, file: ClaimFile) -> WaitingRow:
    if not delivery.attempts:
        tries = _("Not tried yet")
    else:
        count = ngettext("{count} try", "{count} tries", delivery.attempts)
        tries = _("{count}, next {moment}", count=count, moment=_moment(delivery.next_try_at))
    return WaitingRow(delivery.name, _moment(file.created_at), tries, delivery.problem)


def _left(one: Leftover) -> LeftRow:
    size = _("{size:,} bytes", size=one.size) if one.size < 1000 else _("{size:,} kB", size=round(one.size / 1000))
    return LeftRow(one.name, size, one.why)


def _ack(file: AckFile, said: tuple[ClaimAcknowledgement, ...], numbers: dict[int, str]) -> AckRow:
    return AckRow(
        str(file.id), file.kind, _moment(file.received_at), file.sender, file.said, routes.file_ack(file.id or 0),
        [_said(one, numbers) for one in said],
    )  # fmt: skip


def _said(one: ClaimAcknowledgement, numbers: dict[int, str]) -> SaidRow:
    words, tone, icon = WORDS[Word(one.word)]
    number = numbers.get(one.claim_id or 0, "")
    return SaidRow(number or one.claim_number, number, words, tone, icon, one.said, one.mend, one.codes)


def _files(count: int) -> str:
    return ngettext("1 file waits", "{count:,} files wait", count)


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    moment = local(at)
    return f"{moment:%m/%d/%Y} {moment.hour % 12 or 12}:{moment:%M %p}"
