"""The demo practice as it is told on 11/23/2026, to be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from mbp_claims.actions.load_demo import load_demo
from mbp_claims.db.clinicians import first_clinician
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.domain.practice import Clinician
from tests.conftest import migrated


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds `practice.db`, with the demo practice of 11/23/2026."""
    folder = tmp_path_factory.mktemp("demo")
    url = migrated(f"sqlite:///{folder / 'practice.db'}")
    with transaction(url) as db:
        load_demo(db)
    return folder


@pytest.fixture
def db(folder: Path) -> Iterator[Session]:
    """Reads the demo practice."""
    url = f"sqlite:///{folder / 'practice.db'}"
    with reading(url) as session:
        yield session
    engine(url).dispose()


@pytest.fixture
def june(db: Session) -> Clinician:
    return first_clinician(db)
