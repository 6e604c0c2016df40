"""The tables, as Alembic makes and unmakes them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import inspect
from sqlmodel import SQLModel, select

import mbp_claims.domain.tables  # noqa: F401
from mbp_claims.actions.file_claim import file_claim
from mbp_claims.actions.import_and_post import import_and_post
from mbp_claims.actions.open_ledger import open_ledger
from mbp_claims.actions.verify_trail import verify_trails
from mbp_claims.clock import now
from mbp_claims.db.engine import engine, reading, transaction
from mbp_claims.db.trail import record
from mbp_claims.domain.account import RecoveryCode, ResetLink
from mbp_claims.domain.activity import Activity
from mbp_claims.domain.client import Client
from mbp_claims.domain.crossover_terms import CrossoverTerms
from mbp_claims.domain.disclosure import Disclosure
from mbp_claims.domain.document import Document
from mbp_claims.domain.ledger import Balances, LedgerEntry
from mbp_claims.domain.paper_terms import FormPrinter, PaperTerms
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.posting import Posting
from mbp_claims.domain.practice import Clinician
from mbp_claims.domain.remittance import EraFile, Remittance, RemittanceClaim
from mbp_claims.domain.sign_in_attempt import SignInAttempt
from mbp_claims.domain.superbill import Superbill
from tests import builders
from tests.conftest import ROOT
from tests.desk import Desk, as_another
from tests.golden import golden_era, golden_practice
from tests.state.stranger import move_in


def config(url: str) -> Config:
    told = Config(ROOT / "alembic.ini")
    told.attributes["url"] = url
    return told


def tables(url: str) -> set[str]:
    return set(inspect(engine(url)).get_table_names()) - {"alembic_version"}


def indexes(url: str) -> list[tuple]:
    """Everything that was made; a table that a migration copied has its constraints in any order."""
    with engine(url).connect() as connection:
        made = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name").all()
    return [(name, sorted(line.strip(" \t,") for line in sql.splitlines())) for name, sql in made]


def test_the_tables_of_the_migrations_are_those_of_the_nouns(database_url: str):
    command.check(config(database_url))
    assert tables(database_url) == set(SQLModel.metadata.tables)


def test_a_drift_would_be_noticed(database_url: str):
    with engine(database_url).begin() as connection:
        connection.exec_driver_sql("ALTER TABLE client ADD COLUMN nickname VARCHAR")
    with pytest.raises(CommandError):
        command.check(config(database_url))


@pytest.mark.thorough
@pytest.mark.parametrize("words", ["alembic upgrade head", "reflex db migrate"])
def test_the_tools_own_commands_make_the_tables_too(tmp_path: Path, words: str):
    """As somebody types them, with the address from the settings."""
    url = f"sqlite:///{tmp_path}/by-hand.db"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = os.environ | {"MBP_DATABASE_URL": url, "PATH": path}
    done = subprocess.run(words.split(), cwd=ROOT, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    command.check(config(url))
    assert tables(url) == set(SQLModel.metadata.tables)
    engine(url).dispose()


def test_down_and_up_again(tmp_path: Path):
    url = f"sqlite:///{tmp_path}/new.db"
    command.upgrade(config(url), "head")
    made = indexes(url)
    command.downgrade(config(url), "base")
    assert tables(url) == set()
    command.upgrade(config(url), "head")
    assert tables(url) == set(SQLModel.metadata.tables)
    assert indexes(url) == made
    engine(url).dispose()


def test_claims_that_were_answered_before_there_was_a_ledger_have_their_entries(desk: Desk, client: Client):
    """Down to before the ledger and up again, with answers in it: sums and counts are what they were."""
    golden = as_another(desk, lambda db: golden_practice(db, "ex1"))
    golden.do(import_and_post, "a.835", golden_era("ex1"))
    golden.do(file_claim, "CHC-2026-0001-S")
    golden.do(import_and_post, "b.835", golden_era("ex8", "secondary_oa23.835"))
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    desk.do(builders.filed, client)
    said = [(row.id, row.said) for row in desk.rows(RemittanceClaim)]
    assert all(text for _, text in said)
    before, counts = sums(desk), [(one.claims, one.posted, one.waiting) for one in desk.rows(Remittance)]
    assert before and counts == [(1, 1, 0), (1, 1, 0)]
    command.downgrade(config(desk.url), "0003")
    command.upgrade(config(desk.url), "head")
    assert sums(desk) == before
    assert [(one.claims, one.posted, one.waiting) for one in desk.rows(Remittance)] == counts
    assert desk.look(open_ledger, "C-1001").balances == Balances(16000, 9280, 4400, held=2320)
    assert {one.kind for one in desk.rows(Posting)} == {"opening"}
    assert [(row.id, row.said) for row in desk.rows(RemittanceClaim)] == said


def test_what_was_recorded_before_the_trail_was_chained_is_chained(desk: Desk, client: Client):
    """Down to before the chain and up again: the entries are what they were, each chained to the one before."""
    desk.do(builders.both, client)
    as_another(desk, builders.stranger).do(record, "Élan — “quoted” \\ 漢字", ("a", "b"))
    desk.do(builders.completed, client)
    before = [(one.id, one.at, one.what, one.place, one.digest) for one in desk.rows(Activity)]
    command.downgrade(config(desk.url), "0010")
    command.upgrade(config(desk.url), "head")
    assert [(one.id, one.at, one.what, one.place, one.digest) for one in desk.rows(Activity)] == before
    desk.do(builders.filed, client)
    with reading(desk.url) as db:
        found = {one.practice: (one.entries, one.broken) for one in verify_trails(db)}
    assert found == {"Quiet Cove Counseling": (len(before), ()), "Elsewhere Counseling": (1, ())}


def test_what_a_file_does_not_show_any_more_is_not_made_up(desk: Desk):
    """A row that differs from its file, and a file that cannot be read on, stay silent; the rest is filled in."""
    golden = as_another(desk, lambda db: golden_practice(db, "ex1"))
    golden.do(import_and_post, "a.835", golden_era("ex1"))
    golden.do(import_and_post, "b.835", golden_era("ex8", "secondary_oa23.835"))

    def spoil(db, _clinician) -> None:  # type: ignore[no-untyped-def]
        first, _ = db.exec(select(RemittanceClaim).order_by(RemittanceClaim.id)).all()
        first.paid_cents += 1
        file = db.exec(select(EraFile).order_by(EraFile.id.desc())).first()
        file.content = b"ISA*00*" + file.content[:7]

    golden.do(spoil)
    command.downgrade(config(desk.url), "0003")
    command.upgrade(config(desk.url), "head")
    assert [row.said for row in desk.rows(RemittanceClaim)] == ["", ""]


def sums(desk: Desk) -> dict[tuple[str, int], int]:
    """Cents by account and claim."""
    found: dict[tuple[str, int], int] = {}
    for entry in desk.rows(LedgerEntry):
        key = entry.account, entry.claim_id
        found[key] = found.get(key, 0) + entry.cents
    return {key: cents for key, cents in found.items() if cents}


def test_every_step_down_and_up_again_keeps_the_rows(desk: Desk, client: Client):
    """With work in every room; what a step takes away goes, and no other row with it."""
    desk.do(builders.both, client)
    desk.do(builders.completed, client)
    desk.sent(file_claim, desk.do(builders.started, client).number)
    golden = as_another(desk, lambda db: golden_practice(db, "ex1"))
    golden.do(import_and_post, "a.835", golden_era("ex1"))
    with transaction(desk.url) as db:
        move_in(db)
        db.add_all(other_rows(desk.clinician, client, db.exec(select(Payer)).first()))
    before, money = counted(desk.url), sums(desk)
    assert [name for name, count in before.items() if not count] == ["withheld_amount"]
    lowest = None
    for script in ScriptDirectory.from_config(config(desk.url)).walk_revisions():
        if script.revision == OLDEST_WITH_LEDGER:
            break
        command.downgrade(config(desk.url), str(script.down_revision))
        lowest = counted(desk.url)
        assert {name: before[name] for name in lowest.keys() & before.keys()} == {
            name: lowest[name] for name in lowest.keys() & before.keys()
        }, f"down from {script.revision}"
    assert lowest
    command.upgrade(config(desk.url), "head")
    after = counted(desk.url)
    assert after.keys() == before.keys()
    assert {name: after[name] for name in lowest} == {name: before[name] for name in lowest}
    assert sums(desk) == money
    desk.do(builders.started, client)


def other_rows(clinician: Clinician, client: Client, payer: Payer | None) -> list[SQLModel]:
    """Of the rooms in which the work above leaves nothing."""
    at, practice = now(), {"practice_id": clinician.practice_id}
    return [
        FormPrinter(**practice, right=3), PaperTerms(**practice, payer_id=payer.id if payer else 0, only=True),
        CrossoverTerms(**practice, payer_id=payer.id if payer else 0, days=20),
        SignInAttempt(at=at, subject="x", address="192.0.2.7"), RecoveryCode(account_id=1, code_hash="x"),
        ResetLink(account_id=1, secret_hash="x", made_at=at, ends_at=at),
        Document(
            **practice, client_id=client.id or 0, name="Consent", media_type="application/pdf", size=4, digest="x",
            content=b"%PDF", added_at=at, added_by="June Marlow, LCSW",
        ),
        Disclosure(
            **practice, client_id=client.id or 0, day=at.date(), recipient="A court", what="Dates", purpose="law",
            recorded_at=at, recorded_by="June Marlow, LCSW",
        ),
        Superbill(
            **practice, client_id=client.id or 0, number=1001, first_day=at.date(), last_day=at.date(), services=1,
            charge_cents=16000, paid_cents=0, said="{}", made_at=at, made_by="June Marlow, LCSW",
        ),
    ]  # fmt: skip


OLDEST_WITH_LEDGER = "0004"


def counted(url: str) -> dict[str, int]:
    with engine(url).connect() as connection:
        return {
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in tables(url)
        }
