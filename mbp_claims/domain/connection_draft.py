"""What the form of a connection gives: values, or a sentence beside each field."""

import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from mbp_claims.domain.connection import AfterFetch, KeptIn, SignIn, Way
from mbp_claims.domain.draft import Entries
from mbp_claims.words import _

HOST = r"(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
FOLDER = r"/?[A-Za-z0-9._ -]+(?:/[A-Za-z0-9._ -]+)*"
KEY = re.compile(r"(?:\S+\s+)?(?:ssh|ecdsa|sk)-[a-z0-9@.-]+\s+AAAA[A-Za-z0-9+/]+={0,3}(?:\s.*)?", re.ASCII)
FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}=?", re.ASCII)
LARGEST_PORT = 65535
VARIABLE = r"MBP_SFTP_[A-Z0-9_]{1,60}"
SECRET_FILE = r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}"
LOCAL = frozenset({"169.254.169.254"})
"""Where cloud machines tell their own secrets."""


@dataclass(frozen=True)
class ConnectionDraft:
    """As in `Connection`. A folder connection has nothing but its way and what becomes of fetched files."""

    way: str
    after_fetch: str
    host: str = ""
    port: int = 22
    username: str = ""
    sign_in: str = SignIn.KEY
    kept_in: str = KeptIn.ENVIRONMENT
    secret_name: str = ""
    host_key: str = ""
    outbox: str = "outbox"
    inbox: str = "inbox"
    archive: str = "archive"

    @classmethod
    def read(cls, form: object, today: date) -> "ConnectionDraft":
        """RuleViolation with every sentence, in the order of the fields."""
        entries = Entries(form, today)
        way = entries.choice("way", tuple(Way), _("Choose how files travel"))
        after = entries.choice("after_fetch", tuple(AfterFetch), _("Choose what becomes of files that were fetched"))
        if way != Way.SFTP:
            entries.settle()
            return cls(way, after)
        draft = cls(
            way, after,
            host=entries.matching("host", HOST, _("Host must be a name, like sftp.example.com"), _("Enter the host")),
            port=_port(entries),
            username=entries.text("username", _("Enter the user name"), 100),
            sign_in=entries.choice("sign_in", tuple(SignIn), _("Choose how to sign in")),
            kept_in=entries.choice("kept_in", tuple(KeptIn), _("Choose where the secret lies")),
            secret_name=_secret(entries),
            host_key=_host_key(entries),
            outbox=_folder(entries, "outbox", _("Outbox")),
            inbox=_folder(entries, "inbox", _("Inbox")),
            archive=_folder(entries, "archive", _("Archive")) if after == AfterFetch.ARCHIVE else "archive",
        )  # fmt: skip
        if draft.host in LOCAL:
            entries.refuse("host", _("Host must be your clearinghouse’s server"))
        if draft.inbox and draft.inbox in (draft.outbox, draft.archive):
            entries.refuse("inbox", _("Inbox must be a folder of its own"))
        entries.settle()
        return draft

    def values(self) -> dict[str, Any]:
        """Columns of the connection."""
        return asdict(self)

    @property
    def words(self) -> str:
        """For the trail."""
        return f"SFTP, {self.host}" if self.way == Way.SFTP else "Folder"


def _port(entries: Entries) -> int:
    typed = entries.text("port", _("Enter the port"))
    if typed and not (typed.isascii() and typed.isdecimal() and 0 < int(typed[:6]) <= LARGEST_PORT):
        entries.refuse("port", _("Port must be a number, like 22"))
        return 22
    return int(typed or 22)


def _secret(entries: Entries) -> str:
    if entries.text("kept_in") == KeptIn.FILE:
        wrong = "Name a file in the folder of secrets, like clearinghouse_key"
        return entries.matching("secret_name", SECRET_FILE, wrong, _("Enter the name of the secret file"))
    wrong = "Name must begin with MBP_SFTP_, like MBP_SFTP_KEY"
    return entries.matching("secret_name", VARIABLE, wrong, _("Enter the name of the environment variable"))


def _host_key(entries: Entries) -> str:
    typed = entries.text("host_key", _("Look up the host key, compare it, and pin it"), 2000)
    if typed and not (KEY.fullmatch(typed) or FINGERPRINT.fullmatch(typed)):
        entries.refuse("host_key", _("Host key must be a line like ssh-ed25519 AAAA…, or a fingerprint like SHA256:…"))
    return typed


def _folder(entries: Entries, name: str, label: str) -> str:
    wrong = _("{label} must be a folder, like {name} or /claims/{name}", label=label, name=name)
    folder = entries.matching(name, FOLDER, wrong, _("Enter the {name} folder", name=name))
    if ".." in folder.split("/"):
        entries.refuse(name, wrong)
    return folder
