"""What the environment says, read once: the only door between the environment and the rest of the house. Only the
language is asked for in words/ too, where a payer's file is checked without any of this."""

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mbp_claims.words.chosen import chosen

SQLITE = "sqlite:///"
DEMONSTRATED = "2026-11-23T21:40:00-05:00"
"""The moment of test mode, unless MBP_NOW tells another: an evening, when it is the next day in UTC already."""
LOOPBACK = ("127.0.0.1", "localhost")
ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?", re.ASCII)
SHORTEST_KEY = 20
SECRET_VARIABLE = re.compile(r"MBP_SFTP_[A-Z0-9_]{1,60}", re.ASCII)
SECRET_FILE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}", re.ASCII)
"""What a form may name: nobody reads another variable or file of this machine through it."""


@dataclass(frozen=True)
class Settings:
    """Every value has a default that suits one practice on its own machine; see `from_environment`.

    `database_key`: what an SQLite database is encrypted with; "" is not at all. `new_database_key`: what `rekey` sets.
    `addresses`: the origins by which browsers reach the program, where that is not this machine's own address.
    `language`: what people read, by the name of a folder in words/; the pages are built for it. `proxies`: whose word
    is taken for a caller's address and scheme, as uvicorn writes them: IP addresses and networks. `test_files`: whether
    payers' files that are marked as test data (ISA15 T) are taken in. `sync_minutes`: how often the clearinghouse is
    asked by itself; 0 is never. `wait_seconds`: how long somebody waits who saves while another's long work is being
    saved. `idle_minutes`: how long a session lasts while its person does nothing. `test_mode`: for those who test from
    outside, with practices that are made up.
    """

    database_url: str = field(repr=False)
    database_key: str = field(repr=False)
    new_database_key: str = field(repr=False)
    host: str
    port: int
    addresses: tuple[str, ...]
    proxies: str
    timezone: ZoneInfo
    language: str
    frozen_now: datetime | None
    gallery: bool
    demo: bool
    test_mode: bool
    test_files: bool
    clearinghouse: Path
    secrets: Path
    screens: Path
    sync_minutes: int
    wait_seconds: int
    idle_minutes: int

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Reads the `MBP_…` variables. ValueError where one cannot be understood, naming it."""
        database_url = secret(environment, "MBP_DATABASE_URL") or "sqlite:///data/mbp_claims.db"
        folder = Path(database_url.removeprefix(SQLITE)).parent if database_url.startswith(SQLITE) else Path("data")
        addresses = _origins(environment.get("MBP_ADDRESS", ""))
        timezone = _timezone(environment.get("MBP_TIMEZONE", "America/New_York"))
        test_mode = _switch("MBP_TEST_MODE", environment.get("MBP_TEST_MODE", "0"))
        moment, often = (DEMONSTRATED, "0") if test_mode else ("", "15")
        return cls(
            database_url=database_url,
            database_key=_key(environment, "MBP_DATABASE_KEY"),
            new_database_key=_key(environment, "MBP_NEW_DATABASE_KEY"),
            host=environment.get("MBP_HOST", "127.0.0.1"),
            port=_port(environment.get("MBP_PORT", "3000")),
            addresses=addresses,
            proxies=_networks(environment.get("MBP_PROXIES", "127.0.0.1" if addresses else "")),
            timezone=timezone,
            language=chosen(environment),
            frozen_now=_moment(environment.get("MBP_NOW") or moment, timezone),
            gallery=_switch("MBP_GALLERY", environment.get("MBP_GALLERY", "0")),
            demo=_switch("MBP_DEMO", environment.get("MBP_DEMO", "1")),
            test_mode=test_mode,
            test_files=_switch("MBP_TEST_FILES", environment.get("MBP_TEST_FILES", "1")),
            clearinghouse=Path(environment.get("MBP_CLEARINGHOUSE") or folder / "clearinghouse"),
            secrets=Path(environment.get("MBP_SECRETS") or folder / "secrets"),
            screens=folder / "screens",
            sync_minutes=_number("MBP_SYNC_MINUTES", environment.get("MBP_SYNC_MINUTES", often), "minutes", 0, 24 * 60),
            wait_seconds=_number("MBP_WAIT_SECONDS", environment.get("MBP_WAIT_SECONDS", "20"), "seconds", 1, 3600),
            idle_minutes=_number("MBP_IDLE_MINUTES", environment.get("MBP_IDLE_MINUTES", "30"), "minutes", 1, 12 * 60),
        )

    @property
    def database_file(self) -> Path | None:
        """The SQLite file, or None where the database is a server."""
        return Path(self.database_url.removeprefix(SQLITE)) if self.database_url.startswith(SQLITE) else None

    @property
    def address(self) -> str:
        """Where a browser finds the program."""
        return self.addresses[0] if self.addresses else self._own("http", self.host)

    @property
    def origins(self) -> tuple[str, ...]:
        """Every origin that is ours: of those that were told, or else of this machine."""
        return self.addresses or tuple(dict.fromkeys(self._own("http", host) for host in (self.host, *LOOPBACK)))

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach the program by https alone; a proxy before it has the certificate."""
        return bool(self.addresses) and all(origin.startswith("https://") for origin in self.addresses)

    @property
    def is_exposed(self) -> bool:
        """Whether health records would cross a network that anybody can read."""
        return not _is_loopback(self.host) and not self.is_secure

    @property
    def is_test_bed(self) -> bool:
        """Test mode, at a server that only this machine reaches."""
        return self.test_mode and self.is_at_home

    @property
    def is_at_home(self) -> bool:
        """Whether only programs of this machine reach the server: not the network, and no proxy for it."""
        return _is_loopback(self.host) and not self.addresses

    def _own(self, scheme: str, host: str) -> str:
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def session_cookie(self) -> str:
        """Behind TLS a browser takes this name only for the very host, and Secure. Else it names the port: browsers
        send a cookie to every port of a machine."""
        return "__Host-mbp-session" if self.is_secure else f"mbp-session-{self.port}"


def _timezone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as unknown:
        raise ValueError(f"MBP_TIMEZONE is not a time zone: {name}") from unknown


def secret(environment: Mapping[str, str], name: str) -> str:
    """What the variable holds, or the file that another names, with `_FILE` behind it; "" where there is neither."""
    plain, file = environment.get(name, ""), environment.get(f"{name}_FILE", "")
    if plain and file:
        raise ValueError(f"Both {name} and {name}_FILE are set. Leave one of them out.")
    if not file:
        return plain
    try:
        found = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as unreadable:
        raise ValueError(f"{name}_FILE names a file that cannot be read: {file}") from unreadable
    if not found:
        raise ValueError(f"{name}_FILE names a file that is empty: {file}")
    return found


def _key(environment: Mapping[str, str], name: str) -> str:
    key = secret(environment, name)
    if key and len(key) < SHORTEST_KEY:
        raise ValueError(f"{name} is too short: {SHORTEST_KEY} characters at least. A new key: mbp-claims database key")
    return key


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(one.strip().rstrip("/").lower() for one in text.split(",") if one.strip())
    for origin in origins:
        if not ORIGIN.fullmatch(origin):
            raise ValueError(f"MBP_ADDRESS is not an address as in https://claims.example.org: {origin}")
    return origins


def _networks(text: str) -> str:
    networks = [one.strip() for one in text.split(",") if one.strip()]
    for network in networks:
        try:
            ipaddress.ip_network(network)
        except ValueError as unreadable:
            raise ValueError(f"MBP_PROXIES is no IP address or network as in 10.0.0.0/24: {network}") from unreadable
    return ",".join(networks)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ValueError(f"MBP_PORT is not a port number: {text}")
    return int(text)


def _number(name: str, text: str, of: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdecimal() or not least <= int(text) <= most:
        raise ValueError(f"{name} is not a number of {of} from {least} to {most}: {text}")
    return int(text)


def _moment(text: str, timezone: ZoneInfo) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as unreadable:
        raise ValueError(f"MBP_NOW is not a date and time as in 2026-11-23T21:40:00-05:00: {text}") from unreadable
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone)


def _switch(name: str, text: str) -> bool:
    match text.strip().lower():
        case "1" | "true" | "yes" | "on":
            return True
        case "" | "0" | "false" | "no" | "off":
            return False
    raise ValueError(f"{name} is neither 1 nor 0: {text}")


settings = Settings.from_environment(os.environ)


def backup_passphrase() -> str:
    """What seals a backup, from the environment or the file that it names; empty where neither is told. OSError."""
    if told := os.environ.get("MBP_BACKUP_PASSPHRASE", ""):
        return told
    file = os.environ.get("MBP_BACKUP_PASSPHRASE_FILE", "")
    return Path(file).read_text().rstrip("\r\n") if file else ""


def secret_variable(name: str) -> str:
    """The value of an environment variable that may hold a secret of SFTP, empty where there is none."""
    return os.environ.get(name, "") if SECRET_VARIABLE.fullmatch(name) else ""


def secret_file(name: str) -> str:
    """The text of a file in the folder of secrets, empty where there is none. No name leads out of that folder."""
    path = settings.secrets / name
    return path.read_text() if SECRET_FILE.fullmatch(name) and path.is_file() else ""
