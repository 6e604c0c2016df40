"""Nobody is given what is not hers: a record of another practice, or of a colleague's client where her role sees her
own alone. There is no other way to a record: a new function that reads is asked here, or this file fails."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from sqlmodel import Session, SQLModel

import mbp_claims.db
from mbp_claims.actions.keep_card import keep_card, read_card
from mbp_claims.db import (
    acknowledgements,
    charges,
    claim_rows,
    claims,
    clients,
    clinicians,
    connections,
    crossovers,
    deliveries,
    disclosures,
    families,
    files,
    own,
    paper,
    payers,
    payers_numbers,
    plans,
    postings,
    remittance_rows,
    remittances,
    trail,
    trail_pages,
    worklist,
)
from mbp_claims.domain.absence import NotFound
from mbp_claims.domain.ack_file import AckFile, Leftover
from mbp_claims.domain.claim import ClaimStatus
from mbp_claims.domain.claim_facts import ClaimQuery
from mbp_claims.domain.claim_file import ClaimFile, FiledClaim
from mbp_claims.domain.client import Client
from mbp_claims.domain.connection import Connection
from mbp_claims.domain.crossover_terms import CrossoverTerms
from mbp_claims.domain.delivery import Delivery
from mbp_claims.domain.disclosure import Disclosure
from mbp_claims.domain.money_over_time import MoneyQuery
from mbp_claims.domain.paper_terms import FormPrinter, PaperTerms, PrintedForm
from mbp_claims.domain.payer import Payer
from mbp_claims.domain.posting import Kind, Posting
from mbp_claims.domain.practice import Clinician, Practice
from mbp_claims.domain.remittance import EraFile, Outcome, Remittance, RemittanceClaim
from mbp_claims.domain.roles import NotAllowed, Role
from mbp_claims.domain.trail_query import TrailQuery
from tests import builders

ROOT = Path(mbp_claims.db.__file__).parent.parent
THEN = datetime(2026, 11, 12, 21, tzinfo=UTC)
PAID_ON = date(2026, 11, 12)
MONTH = date(2026, 11, 1)
YEAR = date(2026, 1, 1)
ASKED = MoneyQuery(YEAR, MONTH)


@pytest.fixture
def ours(db: Session, clinician: Clinician, client: Client) -> SimpleNamespace:
    """One record of each kind, of our practice."""
    plan = builders.primary(db, clinician, client)
    card = keep_card(db, clinician, plan.id, "front", read_card(b"%PDF-1.7"))
    claim, _ = builders.completed(db, clinician, client)
    own = Payer(practice_id=clinician.practice_id, name="Blue Spruce Health", payer_id="BSH01")
    era = EraFile(
        practice_id=clinician.practice_id, name="a.835", content=b"ISA", digest="d", imported_at=THEN, imported_by="J"
    )
    db.add_all([own, era])
    db.flush()
    paid = Remittance(
        practice_id=clinician.practice_id, era_file_id=era.id, payer_name="AETNA", payer_identifier="60054",
        trace="88120457", paid_on=PAID_ON, total_cents=9280, imported_at=THEN, waiting=1,
    )  # fmt: skip
    file = ClaimFile(
        practice_id=clinician.practice_id, name="a.837p", content="ISA", control_number=1,
        created_at=THEN, created_by="J",
    )  # fmt: skip
    form = PrintedForm(
        practice_id=clinician.practice_id, claim_id=claim.id, name="a.pdf", content=b"%PDF", created_at=THEN,
        created_by="J",
    )  # fmt: skip
    terms = PaperTerms(practice_id=clinician.practice_id, payer_id=own.id, address="PO Box 188061")
    db.add(CrossoverTerms(practice_id=clinician.practice_id, payer_id=own.id, days=20))
    db.add_all([paid, file, form, terms, FormPrinter(practice_id=clinician.practice_id, right=5)])
    db.flush()
    row = {"claim_number": "C-9", "status_code": "1", "charge_cents": 1, "paid_cents": 1}
    line = RemittanceClaim(**row, remittance_id=paid.id, position=1, outcome=Outcome.NOT_MATCHED)
    posting = Posting(practice_id=clinician.practice_id, kind=Kind.POST, at=THEN, who="J")
    filed = FiledClaim(claim_file_id=file.id, claim_id=claim.id, position=1, charge_cents=1, to_bill_cents=1)
    ours = {"practice_id": clinician.practice_id}
    ack = AckFile(
        **ours, kind="999", name="a.999", content=b"ISA", digest="d", received_at=THEN, received_by="J"
    )  # fmt: skip
    delivery = Delivery(**ours, claim_file_id=file.id, name="a.837p", next_try_at=THEN)
    left = Leftover(**ours, name="a.pdf", size=1, why="J", seen_at=THEN)
    builders.mark_filed(db, builders.started(db, clinician, client))
    builders.started(db, clinician, client).move(ClaimStatus.REJECTED)
    db.add_all([line, posting, filed, ack, delivery, left, Connection(**ours, way="folder", synced="J")])
    disclosed = Disclosure(
        **ours, client_id=client.id, day=PAID_ON, recipient="J", what="J", purpose="law", recorded_at=THEN,
        recorded_by="J",
    )  # fmt: skip
    db.add(disclosed)
    claim.payer_control_number = "EX9"
    db.flush()
    return SimpleNamespace(
        ack=ack, delivery=delivery, disclosure=disclosed,
        client=client, plan=plan, card=card, claim=claim, payer=own, era=era, remittance=paid, file=file,
        clinician=clinician, form=form, line=line, posting=posting,
    )  # fmt: skip


Asked = Callable[[Session, Clinician, SimpleNamespace], object]
BY_NAME: dict[str, Asked] = {
    "clinicians.colleague": lambda db, who, of: clinicians.colleague(db, who, of.clinician.id),
    "clients.client": lambda db, who, of: clients.client(db, who, of.client.number),
    "clients.client_by_id": lambda db, who, of: clients.client_by_id(db, who, of.client.id),
    "plans.plan": lambda db, who, of: plans.plan(db, who, of.plan.id),
    "plans.card": lambda db, who, of: plans.card(db, who, of.card.id),
    "claims.claim": lambda db, who, of: claims.claim(db, who, of.claim.number),
    "payers.payer": lambda db, who, of: payers.payer(db, who, of.payer.id),
    "remittances.era_file": lambda db, who, of: remittances.era_file(db, who, of.era.id),
    "remittances.era_file_label": lambda db, who, of: remittances.era_file_label(db, who, of.era.id),
    "remittances.remittance": lambda db, who, of: remittances.remittance(db, who, of.remittance.id),
    "remittance_rows.remittance_claim": lambda db, who, of: remittance_rows.remittance_claim(db, who, of.line.id),
    "postings.posting": lambda db, who, of: postings.posting(db, who, of.posting.id),
    "files.claim_file": lambda db, who, of: files.claim_file(db, who, of.file.id),
    "claims.claim_by_id": lambda db, who, of: claims.claim_by_id(db, who, of.claim.id),
    "paper.printed_form": lambda db, who, of: paper.printed_form(db, who, of.form.id),
    "acknowledgements.ack_file": lambda db, who, of: acknowledgements.ack_file(db, who, of.ack.id),
    "deliveries.delivery": lambda db, who, of: deliveries.delivery(db, who, of.delivery.id),
    "disclosures.disclosure": lambda db, who, of: disclosures.disclosure(db, who, of.disclosure.id),
    "own.own": lambda db, who, of: own.own(db, who, Client, of.client.id),
}
SEARCHES: dict[str, Asked] = {
    "clinicians.colleagues": lambda db, who, of: [c for c in clinicians.colleagues(db, who) if c.id == of.clinician.id],
    "clients.client_page": lambda db, who, of: clients.client_page(db, who).total,
    "clients.clients_like": lambda db, who, of: clients.clients_like(db, who, of.client.last_name, 5),
    "claims.claims_like": lambda db, who, of: claims.claims_like(db, who, of.claim.number, {of.client.id}, 5),
    "claims.ready_claims": lambda db, who, of: claims.ready_claims(db, who, 5),
    "remittances.by_check": lambda db, who, of: remittances.by_check(db, who, "8812", 5),
    "remittances.in_review": lambda db, who, of: remittances.in_review(db, who, 5),
    "remittances.payers_like": lambda db, who, of: remittances.payers_like(db, who, "aetna", 5),
    "clients.counts_by_clinician": lambda db, who, of: clients.counts_by_clinician(db, who),
    "claims.claim_page": lambda db, who, of: claims.claim_page(db, who, ClaimQuery("filed", of.client.id)).total,
    "claims.claim_totals": lambda db, who, of: claims.claim_totals(db, who, ClaimQuery("filed", of.client.id))[0],
    "claims.claims_by_number": lambda db, who, of: claims.claims_by_number(db, who, [of.claim.number]),
    "claims.with_others_of_services": lambda db, who, of: claims.with_others_of_services(db, who, [of.claim.id]),
    "claims.ready_numbers": lambda db, who, of: claims.ready_numbers(db, who),
    "claims.pending_count": lambda db, who, of: claims.pending_count(db, who),
    "claim_rows.parts_of_services": lambda db, who, of: claim_rows.parts_of_services(db, who, of.claim.number),
    "claim_rows.claim_counts": lambda db, who, of: claim_rows.claim_counts(db, who, of.client.id).filed,
    "payers.payers": lambda db, who, of: [p for p in payers.payers(db, who) if p.id == of.payer.id],
    "payers.billed_payers": lambda db, who, of: payers.billed_payers(db, who),
    "payers.names_by_identifier": lambda db, who, of: payers.names_by_identifier(db, who, {of.payer.payer_id}),
    "paper.paper_terms": lambda db, who, of: paper.paper_terms(db, who, of.payer).address,
    "crossovers.waits": lambda db, who, of: crossovers.waits(db, who),
    "crossovers.terms": lambda db, who, of: crossovers.terms(db, who, of.payer.id),
    "paper.form_printer": lambda db, who, of: paper.form_printer(db, who).right,
    "payers.own_payer": lambda db, who, of: payers.own_payer(db, who, of.payer.name),
    "remittances.era_file_by_digest": lambda db, who, of: remittances.era_file_by_digest(db, who, "d"),
    "remittances.same_payment": lambda db, who, of: remittances.same_payment(
        db, who, "60054", "88120457", PAID_ON, 9280
    ),
    "remittances.first_and_last_day": lambda db, who, of: remittances.first_and_last_day(db, who, "60054"),
    "remittances.payer_name": lambda db, who, of: remittances.payer_name(db, who, "60054"),
    "remittances.payments_of": lambda db, who, of: remittances.payments_of(db, who, "60054", PAID_ON, PAID_ON),
    "families.claims_by_number": lambda db, who, of: families.claims_by_number(db, who, {of.claim.number}),
    "families.claims_of_day": lambda db, who, of: families.claims_of_day(
        db, who, of.claim.service_from, of.claim.charge_cents
    ),
    "families.claims_of_members": lambda db, who, of: families.claims_of_members(db, who, {of.plan.member_id}),
    "families.families": lambda db, who, of: families.families(db, who, {of.claim.id}),
    "remittances.remittances": lambda db, who, of: remittances.remittances(db, who)[0],
    "remittances.to_review": lambda db, who, of: remittances.to_review(db, who),
    "worklist.ready": lambda db, who, of: worklist.ready(db, who)[0],
    "worklist.to_look_at": lambda db, who, of: worklist.to_look_at(db, who)[0],
    "worklist.waiting_on_payers": lambda db, who, of: worklist.waiting_on_payers(db, who),
    "worklist.waiting_on_clients": lambda db, who, of: worklist.waiting_on_clients(db, who),
    "worklist.received": lambda db, who, of: any(one.cents for one in worklist.received(db, who, [MONTH])),
    "worklist.to_review": lambda db, who, of: worklist.to_review(db, who),
    "charges.of_client": lambda db, who, of: charges.of_client(db, who, of.client, YEAR, PAID_ON).count,
    "charges.by_month": lambda db, who, of: any(one.services for one in charges.by_month(db, who, ASKED)),
    "charges.open_by_age": lambda db, who, of: charges.open_by_age(db, who, "", PAID_ON),
    "charges.first_service": lambda db, who, of: charges.first_service(db, who),
    "acknowledgements.ack_file_by_digest": lambda db, who, of: acknowledgements.ack_file_by_digest(db, who, "d"),
    "acknowledgements.recent": lambda db, who, of: acknowledgements.recent(db, who),
    "acknowledgements.file_of_interchange": lambda db, who, of: acknowledgements.file_of_interchange(db, who, 1),
    "clinicians.people": lambda db, who, of: [c for c in clinicians.people(db, who) if c.id == of.clinician.id],
    "connections.connection": lambda db, who, of: connections.connection(db, who).synced,
    "connections.leftovers": lambda db, who, of: connections.leftovers(db, who),
    "deliveries.waiting": lambda db, who, of: deliveries.waiting(db, who),
    "deliveries.waiting_count": lambda db, who, of: deliveries.waiting_count(db, who),
    "deliveries.next_to_send": lambda db, who, of: deliveries.next_to_send(db, who, THEN, due_only=False),
    "files.claim_files": lambda db, who, of: files.claim_files(db, who, of.claim.id),
    "payers_numbers.claims_by_payers_number": lambda db, who, of: payers_numbers.claims_by_payers_number(
        db, who, {"EX9"}
    ),
    "trail_pages.trail_page": lambda db, who, of: trail_pages.trail_page(db, who, TrailQuery())[0],
    "trail_pages.trail_lines": lambda db, who, of: list(trail_pages.trail_lines(db, who, TrailQuery())),
    "trail.claim_trail": lambda db, who, of: trail.claim_trail(db, who, [of.claim.id]),
    "trail.client_trail": lambda db, who, of: trail.client_trail(db, who, of.client),
    "trail.status_before": lambda db, who, of: trail.status_before(db, who, of.claim, "filed"),
}
OF_ONESELF = {
    "clinicians.practice_of", "clinicians.one_at_a_time", "accounts.account_of", "trail_since.place",
    "trail_since.since",
}  # fmt: skip
WRITERS = {
    "trail.record", "trail.record_claim", "answers.save_answer", "bulk.add_pending_claims",
    "bulk.add_ready_secondaries", "connections.replace_leftovers",
}  # fmt: skip
OF_LOADED = {"filings.filings_of", "files.has_whole", "versions.last_change"}
"""With the clinician for other reasons, about claims that were loaded through her."""
SHARED = {
    "clinicians.colleague", "clinicians.colleagues", "clinicians.people", "payers.payer", "payers.payers",
    "payers.own_payer", "payers.names_by_identifier", "paper.paper_terms", "paper.form_printer",
    "connections.connection", "deliveries.delivery", "deliveries.waiting", "deliveries.waiting_count",
    "deliveries.next_to_send", "crossovers.terms",
}  # fmt: skip
"""Everybody's of the practice: nothing of a client is in it. `deliveries` send what waits, whoever files a claim."""
OFFICE = {
    name for name in (*BY_NAME, *SEARCHES)
    if name.startswith(("remittances.", "remittance_rows.", "postings.")) or name in (
        "acknowledgements.ack_file", "acknowledgements.ack_file_by_digest", "acknowledgements.recent",
        "connections.leftovers", "worklist.to_review",
    )
}  # fmt: skip
"""For owner and biller."""
REFERRED_TO = {
    "acknowledgements.of_files", "answers.adjudication", "answers.latest_adjudication", "kept_answers.read_answers",
    "claim_rows.parts_of", "claim_rows.secondary_plans", "claims.claims_by_id", "claims.refresh",
    "claims.secondaries_of", "clients.clients_by_id", "families.client_names",
    "filings.by_id", "paper.paper_only", "paper.plans_on_paper", "paper.printed_forms", "payers.payer_names",
    "payers.payers_by_id",
    "plans.payer_names", "plans.cards_of", "postings.new_ids", "postings.postings_of", "postings.lines_of",
    "remittances.traces", "remittance_rows.latest_of_claim", "records.cards", "records.parts_of_claims",
    "records.parts_of_answers", "records.filed_in", "records.forms", "records.answered_in",
}  # fmt: skip
"""By ids that records, loaded through the clinician, hold. No caller hands on an id that a browser sent."""
OF_NOBODY = {
    "clear.is_empty", "clear.is_real", "clear.clear", "clinicians.first_clinician", "clinicians.one_of_each_practice",
    "clinicians.practice_ids",
    "postings.save_journal", "postings.save", "postings.written", "postings.update_claims",
    "remittance_rows.update_claims", "rows.insert_rows", "rows.update_rows", "rows.insertion",
    "rows.change", "rows.write", "trail.append", "trail.record_all", "trail.record_stranger", "readings.add_reading",
    "readings.is_recorded", "whole_trail.hold_still", "whole_trail.practices_with_trails", "whole_trail.entries_of",
    "whole_trail.head_of", "news.ends", "news.told_since",
}  # fmt: skip
"""Of the whole database, or only writing: not for what a person asks."""
BEFORE_ANYBODY_IS_KNOWN = {
    "accounts.account_by_email", "accounts.account_by_id", "accounts.demo_account", "accounts.has_accounts",
    "accounts.link_by_hash", "accounts.spend_links", "accounts.accounts", "payers.has_everybodys",
    "sessions.open_session", "sessions.person_of", "sessions.session_by_key", "sessions.end_sessions",
    "sessions.sessions_of",
    "sessions.forget_old_sessions", "recovery_codes.use_recovery_code", "recovery_codes.unused_codes",
    "recovery_codes.replace_codes", "attempts.failures_of", "attempts.failures_from", "attempts.mark_well",
    "attempts.forget_old_attempts",
}  # fmt: skip


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
    asked = BY_NAME.keys() | SEARCHES.keys() | OF_ONESELF | WRITERS | OF_LOADED
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
