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

WORDS = {
    Word.ACCEPTED: ("Accepted", "info", "inbox"),
    Word.RECEIVED: ("Received", "neutral", "check"),
    Word.REJECTED: ("Rejected", "danger", "circle-x"),
}
AFTER = {AfterFetch.ARCHIVE: "moved to the archive", AfterFetch.DELETE: "deleted once a copy is kept here"}


def clearinghouse_view(shown: Clearinghouse, every: int) -> ClearinghouseView:
    """`every` are the minutes after which it is synced by itself; 0 for never."""
    connection, waiting = shown.connection, len(shown.waiting)
    return ClearinghouseView(
        way="SFTP" if connection.is_sftp else "Folder", facts=_facts(connection, shown.folder),
        synced=f"Last sync {_moment(connection.synced_at)}" if connection.synced_at else "Not synced yet",
        brought=connection.synced, automatic=_automatic(connection, every), problem=connection.problem,
        waiting_words=f"{_files(waiting)} to be sent" if waiting else "",
        waiting=[_waiting(delivery, file) for delivery, file in shown.waiting],
        left=[_left(one) for one in shown.leftovers],
        acknowledgements=[_ack(file, said, shown.numbers) for file, said in shown.acknowledgements],
        can_edit=not shown.fixed,
    )  # fmt: skip


def _automatic(connection: Connection, every: int) -> str:
    if not every:
        return "It is not synced by itself: use Sync now, or the command for cron."
    usual = f"Synced by itself every {every} minutes." if every > 1 else "Synced by itself every minute."
    if not connection.failures or connection.synced_at is None:
        return usual
    again = connection.next_sync(timedelta(minutes=every), connection.synced_at)
    times = "once" if connection.failures == 1 else f"{connection.failures} times"
    return f"{usual} It failed {times}; next try {_moment(again)}."


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
            ("Outbox", f"{folder}/outbox"), ("Inbox", f"{folder}/inbox"), ("Files taken in", f"{after}"),
        ]  # fmt: skip
    kind = "Key" if connection.sign_in == SignIn.KEY else "Password"
    where = "environment variable" if connection.kept_in == KeptIn.ENVIRONMENT else "secret file"
    return [
        ("Server", connection.place), ("User", connection.username), (kind, f"{where} {connection.secret_name}"),
        ("Host key", _short_key(connection.host_key)), ("Outbox", connection.outbox), ("Inbox", connection.inbox),
        ("Files taken in", after if connection.after_fetch == AfterFetch.DELETE else f"moved to {connection.archive}"),
    ]  # fmt: skip


def _short_key(key: str) -> str:
    """`ssh-ed25519 …q4Zk7w, pinned`."""
    words = key.split()
    return f"{words[0]} …{words[1][-8:]}, pinned" if len(words) > 1 else f"{key}, pinned"


def _waiting(delivery: Delivery, file: ClaimFile) -> WaitingRow:
    if not delivery.attempts:
        tries = "Not tried yet"
    else:
        count = f"{delivery.attempts} {'try' if delivery.attempts == 1 else 'tries'}"
        tries = f"{count}, next {_moment(delivery.next_try_at)}"
    return WaitingRow(delivery.name, _moment(file.created_at), tries, delivery.problem)


def _left(one: Leftover) -> LeftRow:
    size = f"{one.size:,} bytes" if one.size < 1000 else f"{round(one.size / 1000):,} kB"
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
    return "1 file waits" if count == 1 else f"{count:,} files wait"


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    moment = local(at)
    return f"{moment:%m/%d/%Y} {moment.hour % 12 or 12}:{moment:%M %p}"
