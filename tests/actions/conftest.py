"""The demo practice at a desk: told once, and copied before each test."""

import shutil
from pathlib import Path

import pytest
from sqlmodel import col, select

from mbp_claims.actions.load_demo import load_demo
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.domain.practice import Clinician
from tests.desk import Desk


@pytest.fixture(scope="session")
def demo_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the demo practice."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    shutil.copy(migrated_file, file)
    url = f"sqlite:///{file}"
    with transaction(url) as db:
        load_demo(db)
    engine(url).dispose()
    return file


@pytest.fixture
def demo(database_url: str, demo_file: Path) -> Desk:
    """The first owner's desk in the demo practice."""
    engine(database_url).dispose()
    shutil.copy(demo_file, database_url.removeprefix("sqlite:///"))
    with reading(database_url) as db:
        return Desk(database_url, db.exec(select(Clinician).order_by(col(Clinician.id))).first())
