"""Nobody is given what is not hers: a record of another practice, or of a colleague's client where her role sees her
own alone. There is no other way to a record: a new function that reads is asked here, or this file fails."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from sqlmodel import Session, SQLModel

import mbp_claims.db
from mbp_claims.db import (
    claims,
    clients,
    clinicians,
    files,
    payers,
    plans,
    remittances,
)
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.claim_file import FiledClaim
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.roles import NotAllowed, Role
from tests import builders
from tests.db.asked_loaders import (
    BEFORE_ANYBODY_IS_KNOWN,
    BY_NAME,
    OF_LOADED,
    OF_NOBODY,
    OF_ONESELF,
    OF_OTHERS,
    OFFICE,
    REFERRED_TO,
    SEARCHES,
    SHARED,
    WRITERS,
)

ROOT = Path(mbp_claims.db.__file__).parent.parent


def test_a_record_of_another_practice_is_not_there(db: Session, ours: SimpleNamespace, subtests: pytest.Subtests):
    stranger = builders.stranger(db)
    for loader, asked in BY_NAME.items():
        with subtests.test(loader):
            assert asked(db, ours.clinician, ours)
            with pytest.raises(NotFound):
                asked(db, stranger, ours)


def test_nothing_of_another_practice_is_found(db: Session, ours: SimpleNamespace, subtests: pytest.Subtests):
    builders.started(db, ours.clinician, ours.client)
    stranger = builders.stranger(db)
    for search, asked in SEARCHES.items():
        with subtests.test(search):
            assert asked(db, ours.clinician, ours) or search == "trail.status_before"
            assert not asked(db, stranger, ours)


@pytest.fixture
def colleague(db: Session, ours: SimpleNamespace) -> Clinician:
    """Of the same practice; the client is not hers."""
    builders.started(db, ours.clinician, ours.client)
    return builders.new_clinician(db, _practice(db, ours.clinician), first_name="Priya", role=Role.CLINICIAN)


def test_a_clinician_is_given_nothing_of_a_colleagues_client(
    db: Session, ours: SimpleNamespace, colleague: Clinician, subtests: pytest.Subtests
):
    for loader, asked in (BY_NAME | SEARCHES).items():
        with subtests.test(loader):
            if loader in SHARED:
                assert asked(db, colleague, ours)
            elif loader in OFFICE | BY_NAME.keys():
                with pytest.raises(NotAllowed if loader in OFFICE else NotFound):
                    asked(db, colleague, ours)
            else:
                assert not asked(db, colleague, ours)


def test_a_clinician_is_given_what_is_of_her_own_client(
    db: Session, ours: SimpleNamespace, colleague: Clinician, subtests: pytest.Subtests
):
    ours.clinician.role = Role.CLINICIAN
    for loader, asked in (BY_NAME | SEARCHES).items():
        with subtests.test(loader):
            if loader not in OFFICE:
                assert asked(db, ours.clinician, ours) or loader == "trail.status_before"


def test_a_biller_is_given_all_of_the_practice(
    db: Session, ours: SimpleNamespace, colleague: Clinician, subtests: pytest.Subtests
):
    colleague.role = Role.BILLER
    for loader, asked in (BY_NAME | SEARCHES).items():
        with subtests.test(loader):
            assert asked(db, colleague, ours) or loader == "trail.status_before"


def test_a_file_with_a_colleagues_claim_in_it_is_not_hers(db: Session, ours: SimpleNamespace, colleague: Clinician):
    other = builders.new_client(db, colleague, "R-0500")
    builders.primary(db, ours.clinician, other, member_id="W9")
    theirs = builders.filed(db, ours.clinician, other)
    ours.clinician.role = Role.CLINICIAN
    assert [one.is_hers for one in files.claim_files(db, ours.clinician, ours.claim.id)] == [True]
    db.add(FiledClaim(claim_file_id=ours.file.id, claim_id=theirs.id, position=2, charge_cents=1, to_bill_cents=1))
    db.flush()
    for person, claim in ((ours.clinician, ours.claim), (colleague, theirs)):
        with pytest.raises(NotFound):
            files.claim_file(db, person, ours.file.id)
        assert [one.is_hers for one in files.claim_files(db, person, claim.id)] == [False]


def test_a_role_that_nobody_knows_is_given_what_is_her_own_at_most(db: Session, ours: SimpleNamespace):
    ours.clinician.role = "superuser"
    assert clients.client(db, ours.clinician, ours.client.number)
    with pytest.raises(NotAllowed):
        remittances.remittances(db, ours.clinician)


def test_there_is_no_loader_but_those_that_are_asked_here():
    """Who reads takes the clinician, or a record that was loaded through her; any other stands in a list above."""
    asked = BY_NAME.keys() | SEARCHES.keys() | OF_ONESELF | WRITERS | OF_LOADED | OF_OTHERS
    others = REFERRED_TO | OF_NOBODY | BEFORE_ANYBODY_IS_KNOWN
    for name, function in _functions():
        _, second, *_ = [*inspect.signature(function).parameters.values(), None, None]
        if second is not None and second.name == "clinician":
            assert name in asked, f"{name}: ask it in BY_NAME or SEARCHES"
        elif name not in others:
            assert _is_record(second), f"{name} goes past the clinician"
    assert asked | others <= {name for name, _ in _functions()}


def test_nobody_asks_the_database_but_the_loaders():
    """Actions and what is above them hold no query of their own. A demonstration may; a backup takes all there is."""
    asking = [
        f"{path.relative_to(ROOT)}: {found}"
        for path in ROOT.rglob("*.py")
        for found in _queries(path)
        if path.parts[len(ROOT.parts)] not in ("db", "domain", "backup") and not path.stem.startswith("load_")
        and path.parent.name != "demo" and path.stem not in SIGNING_IN
    ]  # fmt: skip
    assert asking == []


def test_a_query_outside_would_be_noticed(tmp_path: Path):
    file = tmp_path / "open_everything.py"
    file.write_text("from sqlmodel import Session, select\ndef all(db, clinician): return db.exec(select(Client))\n")
    assert list(_queries(file)) == ["select", "exec"]


def _functions() -> list[tuple[str, Callable[..., Any]]]:
    """Public functions of the house's database floor that are handed a session."""
    names = [one.name for one in pkgutil.iter_modules(mbp_claims.db.__path__)]
    modules = [importlib.import_module(f"mbp_claims.db.{name}") for name in names]
    return [(f"{_short(module)}.{name}", one) for module in modules for name, one in _of(module)]


def _of(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, function in inspect.getmembers(module, inspect.isfunction):
        first = next(iter(inspect.signature(function).parameters), "")
        if function.__module__ == module.__name__ and not name.startswith("_") and first == "db":
            yield name, function


def _short(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _is_record(parameter: inspect.Parameter | None) -> bool:
    kind = parameter and parameter.annotation
    kinds = [one for one in getattr(kind, "__args__", (kind,)) if one is not type(None)]
    return all(inspect.isclass(one) and issubclass(one, SQLModel) and one is not Practice for one in kinds)


def _queries(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("sqlmodel", "sqlalchemy"):
            yield from (one.name for one in node.names if one.name in ("select", "text", "delete", "update"))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "db":
            yield from [node.attr] if node.attr in ASKING else []


SIGNING_IN = {"sign_in", "sign_out", "throttle_sign_in"}
"""They read the account of whoever comes in, and nothing of a client."""
ASKING = {"get", "get_one", "exec", "execute", "scalar", "scalars", "query", "connection"}


def _practice(db: Session, clinician: Clinician) -> Practice:
    return clinicians.practice_of(db, clinician)


@pytest.mark.parametrize("record_id", [0, -1, 2**31, 2**63, 10**30, 999_999])
def test_an_id_that_no_record_has_is_not_there(db: Session, clinician: Clinician, record_id: int):
    for loader in (plans.plan, plans.card, payers.payer, remittances.remittance, files.claim_file):
        with pytest.raises(NotFound):
            loader(db, clinician, record_id)


@pytest.mark.parametrize("number", ["", "R-9999", "\ud800", "R-0412\x00", "' OR 1=1 --"])
def test_a_number_that_no_record_has_is_not_there(db: Session, clinician: Clinician, number: str):
    with pytest.raises(NotFound):
        clients.client(db, clinician, f"{number}x")
    with pytest.raises(NotFound):
        claims.claim(db, clinician, number)
