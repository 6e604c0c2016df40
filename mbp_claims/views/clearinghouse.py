"""The Clearinghouse page: the connection, what waits, what came, what was left."""

from dataclasses import dataclass, field

from mbp_claims.words import _


@dataclass(frozen=True)
class WaitingRow:
    """A claim file that has not arrived."""

    name: str  # QUIETCOVE-000000201-1a2b3c4d.837p
    since: str  # 11/23/2026 9:40 PM
    tries: str  # Not tried yet; 3 tries, next at 9:45 PM
    problem: str = ""


@dataclass(frozen=True)
class LeftRow:
    """A file in the inbox that was left there."""

    name: str
    size: str
    why: str


@dataclass(frozen=True)
class SaidRow:
    """What an acknowledgement says of one claim. `number` is "" where the claim is none of ours."""

    claim: str  # C-1042
    number: str
    words: str  # Accepted
    tone: str
    icon: str
    said: str  # Member ID not found
    mend: str = ""
    codes: str = ""


@dataclass(frozen=True)
class AckRow:
    """One acknowledgement file."""

    id: str
    kind: str  # 277CA
    received: str
    sender: str
    summary: str  # 2 accepted, 1 rejected
    href: str
    claims: list[SaidRow] = field(default_factory=list)


@dataclass(frozen=True)
class ClearinghouseView:
    """`facts` are pairs of a name and a value that describe the connection."""

    way: str = _("Folder")
    facts: list[tuple[str, str]] = field(default_factory=list)
    synced: str = ""  # Last sync 11/23/2026 9:40 PM
    brought: str = ""
    automatic: str = ""  # Synced by itself every 15 minutes.
    problem: str = ""
    waiting_words: str = ""  # 2 files wait to be sent
    waiting: list[WaitingRow] = field(default_factory=list)
    left: list[LeftRow] = field(default_factory=list)
    acknowledgements: list[AckRow] = field(default_factory=list)
    can_edit: bool = True


@dataclass(frozen=True)
class ConnectionForm:
    """The form of a connection. `shown_key` is the fingerprint that the server showed just now, to be compared."""

    key: str = ""
    way: str = "folder"
    host: str = ""
    port: str = "22"
    username: str = ""
    sign_in: str = "key"
    kept_in: str = "environment"
    secret_name: str = ""
    host_key: str = ""
    outbox: str = "outbox"
    inbox: str = "inbox"
    archive: str = "archive"
    after_fetch: str = "archive"
    shown_key: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
