"""What the environment says, read once: the only door between the environment and the rest of the house."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

SQLITE = "sqlite:///"


@dataclass(frozen=True)
class Settings:
    """Every value has a default that suits one practice on its own machine; see `from_environment`."""

    database_url: str
    host: str
    port: int
    timezone: ZoneInfo
    frozen_now: datetime | None
    gallery: bool
    demo: bool
    test_mode: bool

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Reads the `MBP_…` variables. ValueError where one cannot be understood, naming it."""
        timezone = _timezone(environment.get("MBP_TIMEZONE", "America/New_York"))
        return cls(
            database_url=environment.get("MBP_DATABASE_URL", "sqlite:///data/mbp_claims.db"),
            host=environment.get("MBP_HOST", "127.0.0.1"),
            port=_port(environment.get("MBP_PORT", "3000")),
            timezone=timezone,
            frozen_now=_moment(environment.get("MBP_NOW", ""), timezone),
            gallery=_switch("MBP_GALLERY", environment.get("MBP_GALLERY", "0")),
            demo=_switch("MBP_DEMO", environment.get("MBP_DEMO", "1")),
            test_mode=_switch("MBP_TEST_MODE", environment.get("MBP_TEST_MODE", "0")),
        )

    @property
    def database_file(self) -> Path | None:
        """The SQLite file, or None where the database is a server."""
        return Path(self.database_url.removeprefix(SQLITE)) if self.database_url.startswith(SQLITE) else None

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the program."""
        return f"http://{self.host}:{self.port}"


def _timezone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as unknown:
        raise ValueError(f"MBP_TIMEZONE is not a time zone: {name}") from unknown


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ValueError(f"MBP_PORT is not a port number: {text}")
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
