"""Before anything of ours is imported: no test touches the practice's own database, and each has the same moment."""

import os
import tempfile

# Late in the evening, when it is already the next day in UTC. `MBP_TEST_NOW` asks for another hour of that day.
os.environ["MBP_NOW"] = os.environ.get("MBP_TEST_NOW", "2026-11-23T21:40:00-05:00")
os.environ["MBP_TIMEZONE"] = "America/New_York"
os.environ["MBP_DATABASE_URL"] = f"sqlite:///{tempfile.mkdtemp(prefix='mbp-claims-')}/unit.db"

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings
from sqlmodel import Session

from mbp_claims.db.engine import engine, transaction
from mbp_claims.domain.client import Client
from mbp_claims.domain.practice import Clinician, Practice
from tests import builders
from tests.desk import Desk, fresh_copy

ROOT = Path(__file__).parent.parent

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


THOROUGH = {
    "actions": "acknowledge any_adjudication any_plan_actions any_posting collect deliver everybody file_claim "
    "file_claims filing_killed golden golden_ex6 killed_deeds killed_posting load_scenario post_era "
    "post_golden undo_posting resend_claim spoilt_eras export_record take_back_claim verify_trail",
    "actions/demo": "load_demo demo_files",
    "backup": "backup backup_refused",
    "cli": "clearinghouse_sync encryption era_import",
    "db": "encryption migrations outages postgres postgres_doors",
    "domain": "any_form chain",
    "launch": "cli",
    "paper": "form_pdf",
    "state": "batch_state live live_scope eras_busy file_claim_sent other_practice public_door",
    "transport": "sftp",
    "ui": "gallery",
    "x12": "835_fuzz 835_round_trip 835_streaming 835_two_ways 837_faults 837_gate 837_golden 837_property 837_writer",
    "api": "files guessing in_turn passwords second_step test_mode test_mode_payers",
    "doors": "every_door back_doors steps",
    "words": "pseudo",
}
"""Files of tests that take seconds: properties, oracles, servers, whole files, killed programs. `make test` runs them,
`make test-fast` leaves them out."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    slow = {ROOT / "tests" / room / f"test_{name}.py" for room, names in THOROUGH.items() for name in names.split()}
    for item in items:
        if item.path in slow:
            item.add_marker(pytest.mark.thorough)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "thorough: takes seconds; left out by `make test-fast`")
    config.addinivalue_line("markers", "postgres: needs an installed PostgreSQL server; deselected where there is none")


def migrated(url: str) -> str:
    """The database at that address, brought to the newest migration by Alembic itself."""
    config = Config(ROOT / "alembic.ini")
    config.attributes["url"] = url
    command.upgrade(config, "head")
    engine(url).dispose()
    return url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table and nothing in them."""
    file = tmp_path_factory.mktemp("migrated") / "empty.db"
    migrated(f"sqlite:///{file}")
    return file


@pytest.fixture
def database_url(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database of the test's own, empty; `transaction()` and `reading()` without an address go to it too.

    Files for the clearinghouse go to the test's own folder.
    """
    url = fresh_copy(migrated_file, "test.db")
    from mbp_claims.db import engine as door
    from mbp_claims.transport import mailbox

    monkeypatch.setattr(door, "settings", replace(door.settings, database_url=url))
    monkeypatch.setattr(mailbox, "settings", replace(mailbox.settings, clearinghouse=tmp_path / "clearinghouse"))
    yield url
    engine(url).dispose()


@pytest.fixture
def practice(database_url: str) -> Practice:
    """Saved, with the payers Aetna, Cigna and Medicare on everybody's list."""
    with transaction(database_url) as db:
        builders.add_payers(db)
        return builders.new_practice(db)


@pytest.fixture
def clinician(database_url: str, practice: Practice) -> Clinician:
    """June Marlow, LCSW, saved."""
    with transaction(database_url) as db:
        return builders.new_clinician(db, practice)


@pytest.fixture
def client(database_url: str, clinician: Clinician) -> Client:
    """Rowan Ellis, R-0412, saved; no plans, no claims."""
    with transaction(database_url) as db:
        return builders.new_client(db, clinician)


@pytest.fixture
def db(database_url: str, client: Client) -> Iterator[Session]:
    """A transaction that writes, kept at the end. Do not open another while it is there: it holds the write lock."""
    with transaction(database_url) as session:
        yield session


@pytest.fixture
def desk(database_url: str, client: Client, clinician: Clinician) -> Desk:
    """June Marlow's desk: each verb in its own transaction. Do not use it together with `db`."""
    return Desk(database_url, clinician)


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id with the smallest parameters: what a password costs is none of what is tested."""
    from mbp_claims.actions import passwords

    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobodys.cache_clear()
